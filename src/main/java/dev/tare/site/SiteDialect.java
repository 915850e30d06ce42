package dev.tare.site;

import jakarta.servlet.ServletContext;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template {@code #figures} to write numbers with and {@code #assets} to link its files with. */
@Component
class SiteDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {
    private final ObjectProvider<ResourceUrlProvider> urls;
    private final ServletContext context;
    private final String version;
    private volatile @Nullable Assets assets;

    SiteDialect(ObjectProvider<ResourceUrlProvider> urls, ServletContext context,
            ObjectProvider<BuildProperties> build) {
        super("tare");
        this.urls = urls;
        this.context = context;
        this.version = build.stream().map(BuildProperties::getVersion).filter(Objects::nonNull).findFirst()
                .orElse("development");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("figures", "assets");
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return name.equals("assets") ? assets() : new Figures(context.getLocale());
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }

    /** Resource addresses exist only once the web context has started, so they are asked for at the first page. */
    private Assets assets() {
        Assets known = assets;
        if (known == null) {
            known = new Assets(urls.getObject(), context, version);
            assets = known;
        }
        return known;
    }
}
