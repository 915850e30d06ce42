package dev.tare.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what fails outside of the controllers: in the server, in a filter, while a page is written. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        String path = attribute(request, RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        return ErrorAnswer.to(request, path,
                failure(request, attribute(request, RequestDispatcher.ERROR_METHOD) + " " + path));
    }

    private static Failure failure(HttpServletRequest request, String what) {
        if (attribute(request, RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return Failures.of(
                    thrown instanceof ServletException wrapper && wrapper.getCause() != null
                            ? wrapper.getCause()
                            : thrown,
                    what);
        }
        int status = attribute(request, RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String message = attribute(request, RequestDispatcher.ERROR_MESSAGE) instanceof String text ? text : null;
        return Failures.ofStatus(HttpStatusCode.valueOf(status), message);
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        return request.getAttribute(name);
    }
}
