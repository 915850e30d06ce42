package dev.tare.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Writes assets at their content-hashed addresses. Links to pages stay as they are: each would be looked for as an asset
 * in every jar, and a page of a large estate has thousands of them.
 */
final class AssetAddresses extends ResourceUrlEncodingFilter {
    private static final String ESTATES = "/estates/";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilter(request, response, (asked, answer) -> chain.doFilter(asked,
                new PagesAsTheyAre((HttpServletResponse) answer)));
    }

    private static final class PagesAsTheyAre extends HttpServletResponseWrapper {
        PagesAsTheyAre(HttpServletResponse response) {
            super(response);
        }

        @Override
        public String encodeURL(String url) {
            return mayBeAsset(url) ? super.encodeURL(url) : url;
        }
    }

    /** Assets are files, so that their names have a point, and none is below an estate. */
    static boolean mayBeAsset(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0 && !path.contains(ESTATES);
    }
}
