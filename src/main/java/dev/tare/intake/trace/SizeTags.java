package dev.tare.intake.trace;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The tags by which spans say how much a call carried: OpenTelemetry's of today and of before, Zipkin's, Envoy's and
 * Istio's.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/">HTTP attributes</a>
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/messaging/">messaging attributes</a>
 */
public final class SizeTags {
    static final List<String> REQUEST = List.of("http.request.body.size", "http.request.size",
            "http.request_content_length", "request_size", "request.size", "messaging.message.body.size",
            "messaging.message.envelope.size", "messaging.message_payload_size_bytes");
    static final List<String> RESPONSE = List.of("http.response.body.size", "http.response.size",
            "http.response_content_length", "response_size", "response.size");
    /** As many digits as a whole number surely holds. */
    private static final int LONGEST = 18;
    private static final PropertyNameMatcher NAMES = JsonStream
            .names(Stream.concat(REQUEST.stream(), RESPONSE.stream()).toArray(String[]::new));

    private SizeTags() {}

    /** Reads tags that are the fields of an object, from after its first brace; those that tell no size are passed over. */
    public static void read(JsonStream json, SpanRow span) {
        for (int tag = json.nextField(NAMES); tag != PropertyNameMatcher.MATCH_END_OBJECT; tag = json
                .nextField(NAMES)) {
            if (tag < 0) {
                json.skip();
            } else {
                take(json, span, tag < REQUEST.size());
            }
        }
    }

    private static void take(JsonStream json, SpanRow span, boolean request) {
        JsonParser parser = json.parser();
        if (!parser.nextToken().isScalarValue()) {
            parser.skipChildren();
            return;
        }
        long bytes = bytes(parser.getString());
        if (bytes >= 0 && request) {
            span.requestBytes(bytes);
        } else if (bytes >= 0) {
            span.responseBytes(bytes);
        }
    }

    /** Bytes as a whole number; -1 for what is none, which says nothing. */
    public static long bytes(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(text)
                : -1;
    }
}
