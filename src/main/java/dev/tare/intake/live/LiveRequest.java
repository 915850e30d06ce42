package dev.tare.intake.live;

import dev.tare.intake.Answers;
import dev.tare.intake.trace.Load;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A running system to import from.
 *
 * @param kind       which: prometheus, jaeger, zipkin or registry
 * @param url        its address
 * @param window     how far to look back, such as {@code 7 d}
 * @param sampling   the share of requests traced, such as {@code 1 %}
 * @param limit      most traces of one service
 * @param namespaces only these, where there are namespaces
 * @param platform   of images, such as {@code linux/arm64}
 * @param images     references beside those of the estate's services
 * @param token      shown as a bearer token, or
 * @param username   shown with the password; none of the three is kept
 * @param dryRun     only say what would change
 */
public record LiveRequest(String kind, String url, String window, String sampling, @Nullable Integer limit,
        List<String> namespaces, String platform, List<String> images, String token, String username, String password,
        boolean dryRun) {
    private static final String DEFAULT_WINDOW = "7 d";
    private static final int DEFAULT_LIMIT = 200;
    private static final int MOST = 5_000;

    /** What is absent is empty. */
    public LiveRequest {
        kind = Objects.requireNonNullElse(kind, "");
        url = Objects.requireNonNullElse(url, "");
        window = Objects.requireNonNullElse(window, "");
        sampling = Objects.requireNonNullElse(sampling, "");
        namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
        platform = Objects.requireNonNullElse(platform, "");
        images = images == null ? List.of() : List.copyOf(images);
        token = Objects.requireNonNullElse(token, "");
        username = Objects.requireNonNullElse(username, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** From the fields of a form. */
    public static LiveRequest of(Map<String, String> fields) {
        Function<String, String> text = name -> fields.getOrDefault(name, "").strip();
        String limit = text.apply("limit");
        return new LiveRequest(text.apply("kind"), text.apply("url"), text.apply("window"), text.apply("sampling"),
                limit.isEmpty() ? null : number(limit), words(text.apply("namespaces")), text.apply("platform"),
                words(text.apply("images")), text.apply("token"), text.apply("username"),
                fields.getOrDefault("password", ""), false);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Answers(Map.of("limit", text)).wrong("limit", "a whole number from 1 to " + MOST);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** What to show the system. */
    public Credentials credentials() {
        return new Credentials(token.strip(), username.strip(), password);
    }

    /** How far to look back, in seconds. */
    public double seconds() {
        return Load.of(new Answers(Map.of("window", windowText()))).seconds();
    }

    /** How far to look back, as it was said. */
    public String windowText() {
        return window.isBlank() ? DEFAULT_WINDOW : window.strip();
    }

    /** Most traces of one service. */
    public int traces() {
        int traces = limit == null ? DEFAULT_LIMIT : limit;
        if (traces < 1 || traces > MOST) {
            throw new Answers(Map.of("limit", "" + traces)).wrong("limit", "a whole number from 1 to " + MOST);
        }
        return traces;
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return "LiveRequest[" + kind + " " + credentials() + "]";
    }
}
