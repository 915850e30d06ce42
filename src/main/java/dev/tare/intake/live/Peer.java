package dev.tare.intake.live;

import dev.tare.outgoing.Answer;
import dev.tare.outgoing.Outgoing;
import dev.tare.outgoing.Trouble;
import dev.tare.intake.ImportFailed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One system that is asked over HTTP.
 *
 * @param base  its address, up to where the paths of its API begin
 * @param title what it should be, with its article: {@code a Prometheus}
 */
public record Peer(Outgoing out, URI base, Credentials credentials, String title) {
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    /** The system a request is about. */
    public static Peer of(Outgoing out, LiveRequest request, String title) {
        if (request.url().isBlank()) {
            throw ImportFailed.at("the form", null, "url", "the address of " + title, "none");
        }
        return new Peer(out, out.guard().address(request.url()), request.credentials(), title);
    }

    /** Its address, for people and provenance. */
    public String name() {
        return Trouble.shown(base).replaceFirst("/+$", "");
    }

    /** A good answer to a path of its API. */
    public Answer get(String path, Map<String, String> parameters) {
        return good(ask(path, parameters));
    }

    /** The answer to a path of its API, whatever it is. */
    public Answer ask(String path, Map<String, String> parameters) {
        Map<String, String> headers = new LinkedHashMap<>(credentials.header());
        headers.put("Accept", "application/json");
        return out.ask("GET", address(path, parameters), headers);
    }

    /** The answer, when it is a good one. */
    public Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw refused(answer);
        }
        return answer;
    }

    private URI address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(name() + path + (query.isEmpty() ? "" : "?" + query));
    }

    private ImportFailed refused(Answer answer) {
        return switch (answer.status()) {
            case UNAUTHORISED -> trouble("credentials that it accepts", credentials.isNone()
                    ? "401: it asks for a token, or a user and password"
                    : "401: it does not accept these credentials");
            case FORBIDDEN -> trouble("leave to ask", "403: these credentials may not ask this");
            case NOT_FOUND -> trouble(title, "404: nothing at " + answer.from().getRawPath());
            case TOO_MANY -> trouble("an answer", "429: it is asked too often; try again later");
            default -> trouble(title, "status " + answer.status() + " at " + answer.from().getRawPath());
        };
    }

    /** Something that is wrong with it. */
    public ImportFailed trouble(String expected, String found) {
        return ImportFailed.at(name(), null, null, expected, found);
    }
}
