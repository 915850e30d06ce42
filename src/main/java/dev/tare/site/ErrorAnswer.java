package dev.tare.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Tells a failure to a program as a problem detail (RFC 9457) and to a person as a page. */
final class ErrorAnswer {

    private static final Set<Integer> PAGES = Set.of(403, 404, 409, 413, 422);

    private ErrorAnswer() {}

    /** A {@link ModelAndView} or a {@link ResponseEntity}. */
    static Object to(HttpServletRequest request, String path, Failure failure) {
        return isForPeople(request, path) ? page(failure) : problem(path, failure);
    }

    private static boolean isForPeople(HttpServletRequest request, String path) {
        String local = path.substring(request.getContextPath().length());
        boolean program = local.startsWith("/api/") || local.startsWith("/v3/") || local.startsWith("/actuator");
        return !program && acceptsHtml(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean acceptsHtml(@org.jspecify.annotations.Nullable String accept) {
        try {
            return accept == null
                    || MediaType.parseMediaTypes(accept).stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith);
        } catch (InvalidMediaTypeException e) {
            return true;
        }
    }

    private static ModelAndView page(Failure failure) {
        int status = failure.status().value();
        String name = PAGES.contains(status) ? "error/" + status : status < 500 ? "error/4xx" : "error/500";
        ModelAndView page = new ModelAndView(name, Map.of("failure", failure), failure.status());
        return page;
    }

    private static ResponseEntity<ProblemDetail> problem(String path, Failure failure) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(failure.status(), failure.detail());
        problem.setType(URI.create(failure.type()));
        problem.setTitle(Words.title(failure.status()));
        problem.setInstance(URI.create(path));
        if (!failure.errors().isEmpty()) {
            problem.setProperty("errors", failure.errors());
        }
        if (failure.currentVersion() != null) {
            problem.setProperty("currentVersion", failure.currentVersion());
        }
        if (failure.reference() != null) {
            problem.setProperty("reference", failure.reference());
        }
        return ResponseEntity.status(failure.status()).headers(headers -> {
            headers.putAll(failure.headers());
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }).body(problem);
    }
}
