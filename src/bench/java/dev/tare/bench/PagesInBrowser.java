package dev.tare.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.tare.browser.Browser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * When each page of an estate shows its first content: at the first visit of all, and on visits after it with the
 * browser's cache and the server's answers at hand. The slowest come first, with the CPU the server took; arguments are
 * sizes of estates in services, 200 and 1,200 unless told.
 */
public final class PagesInBrowser {
    private static final int VISITS = 5;
    private static final String LINKS = "slug => [...document.querySelectorAll('nav a[href]')].map(a => a.pathname)"
            + ".filter(path => path.startsWith(slug))";
    private static final String FIRST_CONTENT = "() => performance.getEntriesByName('first-contentful-paint')"
            + ".map(entry => entry.startTime)[0] ?? NaN";

    private final Page page;
    private final String root;

    private record Shown(double ms, double cpu) {}

    private record Times(String path, Shown cold, double warm, double warmCpu) {}

    private PagesInBrowser(Page page, String root) {
        this.page = page;
        this.root = root;
    }

    public static void main(String[] args) {
        List<Integer> sizes = args.length == 0
                ? List.of(200, 1200)
                : List.of(args).stream().map(Integer::valueOf).toList();
        try (Host host = new Host(); Browser browser = Browser.open()) {
            new PagesInBrowser(browser.page(), host.root()).of("/estates");
            for (int services : sizes) {
                String estate = host.estate(services);
                List<Times> times = new PagesInBrowser(browser.page(), host.root()).all(estate);
                System.out.printf("%d services, first content, ms%n%-40s %8s %8s %12s %12s%n", services, "page", "cold",
                        "warm", "CPU, cold", "CPU, warm");
                times.stream().sorted(Comparator.comparingDouble((Times each) -> -each.cold().ms()))
                        .forEach(each -> System.out.printf(Locale.ROOT, "%-40s %8.0f %8.0f %12.0f %12.0f%n",
                                each.path().substring(estate.length()), each.cold().ms(), each.warm(),
                                each.cold().cpu(), each.warmCpu()));
            }
        }
        System.exit(0);
    }

    private List<Times> all(String estate) {
        page.navigate(root + estate);
        @SuppressWarnings("unchecked")
        List<String> links = (List<String>) page.evaluate(LINKS, estate);
        Set<String> paths = new LinkedHashSet<>(links);
        paths.addAll(List.of(estate + "/services/s5", estate + "/services/s5/edit", estate + "/teams/team-1",
                estate + "/services/grid"));
        return paths.stream().map(this::of).toList();
    }

    private Times of(String path) {
        Shown cold = show(path);
        List<Shown> warm = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            warm.add(show(path));
        }
        return new Times(path, cold, Host.median(warm.stream().map(Shown::ms).toList()),
                Host.median(warm.stream().map(Shown::cpu).toList()));
    }

    private Shown show(String path) {
        double cpu = Host.cpu();
        int status = page.navigate(root + path).status();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        if (status >= 400) {
            throw new IllegalStateException(path + " answers " + status);
        }
        return new Shown(((Number) page.evaluate(FIRST_CONTENT)).doubleValue(), Host.cpu() - cpu);
    }
}
