package dev.tare.site;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.json.JsonMapper;

/** Finds a page's stylesheet and module by the page's name, and names every module in the import map. */
public final class Assets {
    private static final String ROOT = "classpath:/static/";
    private static final Map<String, String> VENDORS = Map.of("chart.js", "/webjars/chart.js/dist/chart.umd.min.js");

    private final ResourceUrlProvider urls;
    private final ServletContext context;
    private final String version;
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private @Nullable String importMap;

    Assets(ResourceUrlProvider urls, ServletContext context, String version) {
        this.urls = urls;
        this.context = context;
        this.version = version;
    }

    /** What the footer says of this program. */
    public String version() {
        return version;
    }

    /** The stylesheets of a page, by its template's name. */
    public List<String> stylesOf(String template) {
        return existing(template + ".css");
    }

    /** The modules of a page, by its template's name. */
    public List<String> scriptsOf(String template) {
        return existing(template + ".js");
    }

    /** Our modules as "tare/room/name.js" and the vendors' by their package names, at content-hashed addresses. */
    public String importMap() {
        String known = importMap;
        if (known == null) {
            known = JsonMapper.shared().writeValueAsString(Map.of("imports", imports()));
            importMap = known;
        }
        return known;
    }

    private Map<String, String> imports() {
        Map<String, String> imports = new TreeMap<>();
        VENDORS.forEach((name, path) -> imports.put(name, address(path)));
        modules().forEach(path -> imports.put("tare/" + path, address("/" + path)));
        return imports;
    }

    private Stream<String> modules() {
        try {
            return Stream.of(files.getResources("classpath*:/static/**/*.js")).map(Assets::pathUnderRoot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pathUnderRoot(Resource resource) {
        try {
            String url = resource.getURL().toString();
            return url.substring(url.lastIndexOf("/static/") + "/static/".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String path) {
        String hashed = urls.getForLookupPath(path);
        return context.getContextPath() + (hashed == null ? path : hashed);
    }

    private List<String> existing(String path) {
        return files.getResource(ROOT + path).exists() ? List.of("/" + path) : List.of();
    }
}
