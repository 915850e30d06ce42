package dev.tare.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers whatever a controller throws. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

    @ExceptionHandler(Exception.class)
    Object answer(Exception e, HttpServletRequest request) {
        String path = request.getRequestURI();
        return ErrorAnswer.to(request, path, Failures.of(e, request.getMethod() + " " + path));
    }
}
