package dev.tare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another web site makes a browser send here: requests under a name that is not ours (DNS rebinding), and
 * requests that come from a page that is not ours (forgery). Plain programs send none of these headers and pass.
 */
final class LocalRequestsOnly extends OncePerRequestFilter {

    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String address;

    LocalRequestsOnly(String address) {
        this.address = address.toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reason = reasonToRefuse(request);
        if (reason == null) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, reason);
        }
    }

    private @Nullable String reasonToRefuse(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        if (!OUR_NAMES.contains(name) && !name.equals(address)) {
            return "This tare answers to localhost, 127.0.0.1 and [::1], not to '" + name + "'.";
        }
        boolean reading = READING.contains(request.getMethod());
        boolean page = !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (reading && page) {
            return null;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.equalsIgnoreCase(ownOrigin(request))) {
            return "This request was sent by a page of '" + origin + "', and only tare's own pages may.";
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = "cross-site".equals(site) || !reading && "same-site".equals(site);
        return foreign ? "This request was sent by a page of another site, and only tare's own pages may." : null;
    }

    private static String ownOrigin(HttpServletRequest request) {
        boolean usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }
}
