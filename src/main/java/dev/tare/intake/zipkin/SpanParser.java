package dev.tare.intake.zipkin;

import static tools.jackson.core.sym.PropertyNameMatcher.MATCH_END_OBJECT;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Kind;
import dev.tare.intake.trace.Peer;
import dev.tare.intake.trace.SizeTags;
import dev.tare.intake.trace.SpanRow;
import dev.tare.intake.trace.TraceReading;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Reads one span of version 2; one of version 1, told by its annotations' endpoints, as version 2 would write it. */
final class SpanParser {
    private static final PropertyNameMatcher FIELDS = JsonStream.names("traceId", "id", "parentId", "kind", "timestamp",
            "duration", "localEndpoint", "remoteEndpoint", "shared", "annotations", "binaryAnnotations", "tags");
    private static final PropertyNameMatcher ENDPOINT = JsonStream.names("serviceName", "ipv4", "ipv6", "port");

    private final JsonStream json;
    private final JsonParser parser;
    private final TraceReading reading;
    private final SpanRow span;
    private final Version1 version1;

    SpanParser(JsonStream json, TraceReading reading) {
        this.json = json;
        this.parser = json.parser();
        this.reading = reading;
        this.span = reading.span();
        this.version1 = new Version1(json, reading);
    }

    /** From after the opening brace to the closing one. */
    void read() {
        span.clear();
        version1.clear();
        for (int field = json.nextField(FIELDS); field != MATCH_END_OBJECT; field = json.nextField(FIELDS)) {
            field(field);
        }
        if (!span.isIdentified()) {
            throw json.wrong("a span with traceId and id");
        }
        version1.addTo(span);
    }

    private void field(int field) {
        switch (field) {
            case 0 -> {
                json.nextText();
                span.trace(json.chars(), json.from(), json.length());
            }
            case 1 -> {
                json.nextText();
                span.id(json.chars(), json.from(), json.length());
            }
            case 2 -> {
                if (json.nextText()) {
                    span.parent(json.chars(), json.from(), json.length());
                }
            }
            case 3 -> kind();
            case 4 -> span.start(json.nextNumber());
            case 5 -> span.duration(json.nextNumber());
            case 6 -> local();
            case 7 -> remote();
            case 8 -> {
                if (parser.nextToken() == JsonToken.VALUE_TRUE) {
                    span.shared();
                }
            }
            case 9 -> version1.annotations();
            case 10 -> version1.binaryAnnotations();
            case 11 -> tags();
            default -> json.skip();
        }
    }

    /** Only sizes: who is at which side a span of this format says elsewhere. */
    private void tags() {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            SizeTags.read(json, span);
        } else {
            parser.skipChildren();
        }
    }

    private void kind() {
        if (json.nextText()) {
            span.kind(json.is("client")
                    ? Kind.CLIENT
                    : json.is("server")
                            ? Kind.SERVER
                            : json.is("producer") ? Kind.PRODUCER : json.is("consumer") ? Kind.CONSUMER : Kind.NONE);
        }
    }

    private void local() {
        if (json.nextObject()) {
            for (int field = json.nextField(ENDPOINT); field != MATCH_END_OBJECT; field = json.nextField(ENDPOINT)) {
                local(field);
            }
        }
    }

    private void local(int field) {
        switch (field) {
            case 0 -> {
                if (json.nextText()) {
                    span.service(json.chars(), json.from(), json.length());
                }
            }
            case 1 -> {
                if (json.nextText()) {
                    span.ip4(json.chars(), json.from(), json.length());
                }
            }
            case 2 -> {
                if (json.nextText()) {
                    span.ip6(json.chars(), json.from(), json.length());
                }
            }
            case 3 -> span.port((int) json.nextNumber());
            default -> json.skip();
        }
    }

    private void remote() {
        if (json.nextObject()) {
            for (int field = json.nextField(ENDPOINT); field != MATCH_END_OBJECT; field = json.nextField(ENDPOINT)) {
                if (field != 0) {
                    json.skip();
                } else if (json.nextText()) {
                    span.peer(json.chars(), json.from(), json.length(), Peer.HOST);
                }
            }
        }
    }
}
