package dev.tare.site;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/** Tells the kinds of error apart: wrong input, not there, changed meanwhile; what is none of them is our fault and logged. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String WRONG_FIELDS = "Some of what was sent is not as expected.";

    private Failures() {}

    static Failure of(Throwable e, String request) {
        return switch (e) {
            case Invalid invalid ->
                Failure.wrongInput(HttpStatus.valueOf(invalid.status()), message(invalid), invalid.problems());
            case Unreadable unreadable -> Failure.plain(HttpStatus.BAD_REQUEST, message(unreadable));
            case NotFound notFound -> Failure.plain(HttpStatus.NOT_FOUND, message(notFound));
            case Conflict conflict ->
                Failure.changedMeanwhile(HttpStatus.CONFLICT, message(conflict), conflict.currentVersion());
            case OptimisticLockingFailureException conflict ->
                Failure.changedMeanwhile(HttpStatus.CONFLICT, "Someone else changed this in the meantime.", null);
            default -> ofFramework(e, request);
        };
    }

    private static Failure ofFramework(Throwable e, String request) {
        return switch (e) {
            case HttpMessageNotReadableException unreadable when unreadable
                    .getCause() instanceof JacksonException json ->
                JsonFailures.of(json);
            case HttpMessageNotReadableException unreadable ->
                Failure.plain(HttpStatus.BAD_REQUEST, "The body of the request is missing or cannot be read.");
            case MethodArgumentNotValidException wrong -> wrongFields(wrong.getBindingResult());
            case BindException wrong -> wrongFields(wrong.getBindingResult());
            case HandlerMethodValidationException wrong -> wrongParameters(wrong);
            case TypeMismatchException wrong -> wrongParameter(wrong);
            case MaxUploadSizeExceededException tooLarge ->
                Failure.plain(HttpStatus.CONTENT_TOO_LARGE, Words.TOO_LARGE);
            case MultipartException broken ->
                Failure.plain(HttpStatus.BAD_REQUEST,
                        "The uploaded files did not arrive whole, or not as multipart/form-data.");
            case InvalidParameterException refused -> ofStatus(HttpStatusCode.valueOf(refused.getErrorCode()), null);
            case BadRequestException broken -> ofStatus(HttpStatus.BAD_REQUEST, null);
            case ErrorResponse known when known.getStatusCode().is4xxClientError() -> ofResponse(known);
            default -> ourFault(e, request);
        };
    }

    private static Failure ofResponse(ErrorResponse known) {
        String detail = known.getStatusCode().value() == 404 ? null : known.getBody().getDetail();
        return Failure.plain(known.getStatusCode(), detail == null ? Words.of(known.getStatusCode()) : detail,
                known.getHeaders());
    }

    private static Failure wrongFields(BindingResult result) {
        return Failure.wrongInput(HttpStatus.UNPROCESSABLE_CONTENT, WRONG_FIELDS,
                result.getAllErrors().stream().map(Failures::problem).toList());
    }

    private static Invalid.Problem problem(ObjectError error) {
        return error instanceof FieldError field
                ? Invalid.Problem.at(field.getField(), message(field), found(field.getRejectedValue()))
                : Invalid.Problem.at(error.getObjectName(), message(error), null);
    }

    private static Failure wrongParameters(MethodValidationResult wrong) {
        List<Invalid.Problem> problems = wrong.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream()
                        .map(error -> Invalid.Problem.at(
                                String.valueOf(parameter.getMethodParameter().getParameterName()),
                                message(error), found(parameter.getArgument()))))
                .toList();
        return Failure.wrongInput(HttpStatus.UNPROCESSABLE_CONTENT, WRONG_FIELDS, problems);
    }

    private static Failure wrongParameter(TypeMismatchException wrong) {
        String name = wrong instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : wrong.getPropertyName();
        Class<?> type = wrong.getRequiredType() == null ? Object.class : wrong.getRequiredType();
        return Failure.wrongInput(HttpStatus.BAD_REQUEST, "A parameter of the request is not as expected.",
                List.of(Invalid.Problem.at(String.valueOf(name), JsonFailures.expected(type),
                        found(wrong.getValue()))));
    }

    private static String message(MessageSourceResolvable error) {
        return String.valueOf(error.getDefaultMessage());
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }

    private static @Nullable String found(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Failure ofStatus(HttpStatusCode status, @Nullable String detail) {
        if (detail == null || detail.isBlank() || detail.equals(Words.title(status))) {
            return Failure.plain(status, Words.of(status));
        }
        return Failure.plain(status, detail);
    }

    static Failure ourFault(Throwable e, String request) {
        String reference = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36)
                .toUpperCase(Locale.ROOT);
        LOG.error("{} failed, reference {}", request, reference, e);
        return Failure.ourFault(HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }
}
