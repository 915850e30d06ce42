package dev.tare.intake.jaeger;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.SpanRow;
import dev.tare.intake.trace.Tags;
import dev.tare.intake.trace.TraceReading;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one span; what it does not know it leaves to whoever reads around it. */
final class SpanParser {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(s|ns)");
    private static final long MICROS = 1_000_000;

    private final JsonStream json;
    private final JsonParser parser;
    private final TraceReading reading;
    private final SpanRow span;
    private final Tags tags = new Tags();
    private final ToIntFunction<String> processes;
    private int process;
    private boolean childOf;
    private long referencedTrace;
    private long referenced;
    private boolean follows;

    SpanParser(JsonStream json, TraceReading reading, ToIntFunction<String> processes) {
        this.json = json;
        this.parser = json.parser();
        this.reading = reading;
        this.span = reading.span();
        this.processes = processes;
    }

    void clear() {
        span.clear();
        tags.clear();
        process = -1;
        childOf = false;
    }

    void read() {
        clear();
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            field(field);
        }
        end();
    }

    /** Reads a field; whether it says that this is a span. */
    boolean field(String field) {
        switch (field) {
            case "traceID", "traceId" -> {
                json.nextText();
                span.trace(json.chars(), json.from(), json.length());
            }
            case "spanID", "spanId" -> {
                json.nextText();
                span.id(json.chars(), json.from(), json.length());
                return true;
            }
            case "parentSpanID", "parentSpanId" -> {
                if (json.nextText() && !span.hasParent()) {
                    span.parent(json.chars(), json.from(), json.length());
                }
            }
            case "references" -> references();
            case "startTime" -> span.start(time());
            case "duration" -> span.duration(length());
            case "tags" -> tags();
            case "process" -> process();
            case "processID", "processId" -> {
                if (json.nextText()) {
                    process = processes.applyAsInt(parser.getString());
                }
            }
            default -> json.skip();
        }
        return false;
    }

    void end() {
        if (!span.isIdentified()) {
            throw json.wrong("a span with its trace's id and its own");
        }
        tags.applyTo(span);
        if (span.hasService() || process < 0) {
            reading.add();
        } else if (!reading.hold(process)) {
            throw json.refused("spans", "the trace's processes before its spans, or at most "
                    + TraceReading.MOST_HELD + " spans before them", "more spans");
        }
    }

    private void references() {
        if (!json.nextList()) {
            return;
        }
        while (json.nextItem()) {
            referencedTrace = 0;
            referenced = 0;
            follows = false;
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                reference(field);
            }
            boolean here = referencedTrace == 0 || span.isOfTrace(referencedTrace);
            if (referenced != 0 && here && !childOf && (!follows || !span.hasParent())) {
                span.parent(referenced);
                childOf = !follows;
                if (follows) {
                    span.follows();
                }
            }
        }
    }

    private void reference(String field) {
        switch (field) {
            case "traceID", "traceId" -> {
                if (json.nextText()) {
                    referencedTrace = span.idOf(json.chars(), json.from(), json.length());
                }
            }
            case "spanID", "spanId" -> {
                if (json.nextText()) {
                    referenced = span.idOf(json.chars(), json.from(), json.length());
                }
            }
            case "refType" -> follows = json.nextText() && (json.is("follows_from") || json.is("1"));
            default -> json.skip();
        }
    }

    private void tags() {
        if (!json.nextList()) {
            return;
        }
        while (json.nextItem()) {
            tags.begin();
            boolean keyed = false;
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (field.equals("key")) {
                    json.nextText();
                    tags.key(json);
                    keyed = true;
                } else if (tags.wants(keyed)
                        && (field.equals("value") || field.equals("vStr") || field.equals("v_str"))) {
                    value();
                } else {
                    json.skip();
                }
            }
        }
    }

    private void value() {
        if (parser.nextToken().isScalarValue()) {
            tags.value(parser.getString());
        } else {
            parser.skipChildren();
        }
    }

    private void process() {
        if (json.nextObject()) {
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if ((field.equals("serviceName") || field.equals("service_name")) && json.nextText()) {
                    span.service(json.chars(), json.from(), json.length());
                } else if (!field.startsWith("service")) {
                    json.skip();
                }
            }
        }
    }

    /** Microseconds since 1970 as a number, or a moment as text. */
    private long time() {
        if (parser.nextToken() == JsonToken.VALUE_STRING && parser.getString().indexOf('T') > 0) {
            try {
                Instant moment = Instant.parse(parser.getString());
                return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), MICROS), moment.getNano() / 1000);
            } catch (DateTimeException | ArithmeticException e) {
                throw json.wrong("a moment such as 2026-01-31T12:00:00Z");
            }
        }
        return json.number();
    }

    /** Microseconds as a number, or seconds as text. */
    private long length() {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
            Matcher seconds = SECONDS.matcher(parser.getString());
            if (seconds.matches()) {
                int shift = seconds.group(2).equals("s") ? 6 : -3;
                return new BigDecimal(seconds.group(1)).movePointRight(shift).longValue();
            }
        }
        return json.number();
    }
}
