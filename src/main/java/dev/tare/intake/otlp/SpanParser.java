package dev.tare.intake.otlp;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Kind;
import dev.tare.intake.trace.SpanRow;
import dev.tare.intake.trace.Tags;
import dev.tare.intake.trace.TraceReading;
import tools.jackson.core.JsonParser;

/** Reads one span. Names are taken as the protocol writes them and with underscores. */
final class SpanParser {
    private static final long NANOS = 1000;

    private final JsonStream json;
    private final JsonParser parser;
    private final SpanRow span;
    private final Tags tags = new Tags();
    private final Attributes attributes;
    private final Messages messages;
    private long start;
    private long end;
    private long linkedTrace;
    private long linked;

    SpanParser(JsonStream json, TraceReading reading) {
        this.json = json;
        this.parser = json.parser();
        this.span = reading.span();
        this.attributes = new Attributes(json);
        this.messages = new Messages(json, attributes);
    }

    Attributes attributes() {
        return attributes;
    }

    void read() {
        span.clear();
        tags.clear();
        messages.clear();
        start = 0;
        end = 0;
        linked = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            field(field);
        }
        if (!span.isIdentified()) {
            throw json.wrong("a span with traceId and spanId");
        }
        span.start(start / NANOS);
        span.duration(end > start && start > 0 ? (end - start) / NANOS : 0);
        messages.applyTo(span);
        tags.applyTo(span);
        if (linked != 0 && !span.hasParent() && span.isOfTrace(linkedTrace)) {
            span.parent(linked);
            span.follows();
        }
    }

    private void field(String field) {
        switch (field) {
            case "traceId", "trace_id" -> {
                json.nextText();
                span.trace(json.chars(), json.from(), json.length());
            }
            case "spanId", "span_id" -> {
                json.nextText();
                span.id(json.chars(), json.from(), json.length());
            }
            case "parentSpanId", "parent_span_id" -> {
                if (json.nextText()) {
                    span.parent(json.chars(), json.from(), json.length());
                }
            }
            case "kind" -> kind();
            case "startTimeUnixNano", "start_time_unix_nano" -> start = json.nextNumber();
            case "endTimeUnixNano", "end_time_unix_nano" -> end = json.nextNumber();
            case "attributes" -> attributes.read(tags);
            case "events" -> messages.read();
            case "links" -> links();
            default -> json.skip();
        }
    }

    /** A number of the protocol or its word. */
    private void kind() {
        if (json.nextText()) {
            span.kind(json.is("3") || json.is("span_kind_client")
                    ? Kind.CLIENT
                    : json.is("2") || json.is("span_kind_server")
                            ? Kind.SERVER
                            : json.is("4") || json.is("span_kind_producer")
                                    ? Kind.PRODUCER
                                    : json.is("5") || json.is("span_kind_consumer") ? Kind.CONSUMER : Kind.NONE);
        }
    }

    /** The first link; a message's span names the sender's there. */
    private void links() {
        if (!json.nextList()) {
            return;
        }
        while (json.nextItem()) {
            boolean first = linked == 0;
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                boolean trace = field.equals("traceId") || field.equals("trace_id");
                if (first && (trace || field.equals("spanId") || field.equals("span_id")) && json.nextText()) {
                    long id = span.idOf(json.chars(), json.from(), json.length());
                    linkedTrace = trace ? id : linkedTrace;
                    linked = trace ? linked : id;
                } else if (!first || !trace && !field.equals("spanId") && !field.equals("span_id")) {
                    json.skip();
                }
            }
        }
    }
}
