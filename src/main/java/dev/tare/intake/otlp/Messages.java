package dev.tare.intake.otlp;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Kind;
import dev.tare.intake.trace.SizeTags;
import dev.tare.intake.trace.SpanRow;
import tools.jackson.core.JsonParser;

/**
 * The events by which remote procedure calls tell of each message sent and received, with its bytes as they travelled or
 * else as they were before. What one side sent is what the other received.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/">RPC spans: message events</a>
 */
final class Messages {
    private static final String RPC = "rpc.";

    private final JsonStream json;
    private final JsonParser parser;
    private final Attributes attributes;
    private long sent;
    private long received;
    private long whole;
    private long travelled;
    private String type = "";

    Messages(JsonStream json, Attributes attributes) {
        this.json = json;
        this.parser = json.parser();
        this.attributes = attributes;
    }

    void clear() {
        sent = 0;
        received = 0;
    }

    /** All events of a span. */
    void read() {
        if (json.nextList()) {
            while (json.nextItem()) {
                event();
            }
        }
    }

    private void event() {
        type = "";
        whole = 0;
        travelled = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            if (field.equals("attributes")) {
                attributes.read(this::attribute);
            } else {
                json.skip();
            }
        }
        long bytes = Math.max(0, travelled > 0 ? travelled : whole);
        sent += type.equals("SENT") ? bytes : 0;
        received += type.equals("RECEIVED") ? bytes : 0;
    }

    private void attribute(String key, String value) {
        switch (key.startsWith(RPC) ? key.substring(RPC.length()) : key) {
            case "message.type" -> type = value;
            case "message.uncompressed_size" -> whole = SizeTags.bytes(value);
            case "message.compressed_size" -> travelled = SizeTags.bytes(value);
            default -> {
                // Other events say nothing of sizes.
            }
        }
    }

    /** Says on the span what the messages said; nothing when there were none with a size. */
    void applyTo(SpanRow span) {
        boolean asked = span.kind() == Kind.SERVER || span.kind() == Kind.CONSUMER;
        long request = asked ? received : sent;
        long response = asked ? sent : received;
        if (span.kind() != Kind.NONE && request > 0) {
            span.requestBytes(request);
        }
        if (span.kind() != Kind.NONE && response > 0) {
            span.responseBytes(response);
        }
    }
}
