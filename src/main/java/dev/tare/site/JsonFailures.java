package dev.tare.site;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body is broken (400) or wrong (422), what was expected there and what was found. */
final class JsonFailures {

    private static final Pattern FOUND = Pattern.compile("from (\\w+)(?:-point)? value");
    private static final Map<String, String> TOKENS = Map.of("Object", "an object", "Array", "a list", "String", "text",
            "Integer", "a number", "Floating", "a number", "Boolean", "true or false", "Null", "null");

    private JsonFailures() {}

    static Failure of(JacksonException e) {
        if (invalidInside(e) instanceof Invalid invalid) {
            return Failure.wrongInput(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(invalid.getMessage()),
                    invalid.problems());
        }
        Invalid.Problem problem = new Invalid.Problem(null, line(e), path(e), expected(e), found(e));
        return e instanceof StreamReadException && !(e instanceof StreamConstraintsException)
                ? Failure.wrongInput(HttpStatus.BAD_REQUEST, "The body of the request is not JSON.", List.of(problem))
                : Failure.wrongInput(HttpStatus.UNPROCESSABLE_CONTENT,
                        "The body of the request is JSON, but not as expected.",
                        List.of(problem));
    }

    /** A record that refuses its values while it is being read. */
    private static @Nullable Throwable invalidInside(JacksonException e) {
        Throwable cause = e.getCause();
        while (cause != null && !(cause instanceof Invalid)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static @Nullable Integer line(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? null : location.getLineNr();
    }

    /** As {@code services[3].cpu.request}; the document itself has none. */
    private static @Nullable String path(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? null : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String expected(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown when unknown.getKnownPropertyIds() != null ->
                "one of " + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted()
                        .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                expected(mismatch.getTargetType());
            case StreamConstraintsException limit -> "a document within the limits: " + limit.getOriginalMessage();
            case StreamReadException broken -> "JSON: " + broken.getOriginalMessage();
            default -> "another value";
        };
    }

    /** What a value of this type is called among people. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class && type != char.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return java.time.temporal.Temporal.class.isAssignableFrom(type)
                ? "a date such as 2026-01-31T12:00:00Z"
                : "an object";
    }

    private static @Nullable String found(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown.getPropertyName();
            case InvalidFormatException format -> String.valueOf(format.getValue());
            case DatabindException other -> foundToken(other.getOriginalMessage());
            default -> null;
        };
    }

    private static @Nullable String foundToken(@Nullable String message) {
        Matcher token = FOUND.matcher(String.valueOf(message));
        return token.find() ? TOKENS.get(token.group(1)) : null;
    }
}
