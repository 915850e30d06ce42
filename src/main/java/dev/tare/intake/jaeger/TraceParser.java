package dev.tare.intake.jaeger;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.TraceReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;

/**
 * Walks through what holds spans, whatever stands around it: envelopes, traces, lists of either. A trace names its
 * processes once, before or after its spans; the spans wait for that.
 */
final class TraceParser {
    private static final String EXPECTED = "a trace or a span";

    private final JsonStream json;
    private final JsonParser parser;
    private final TraceReading reading;
    private final SpanParser spans;
    private final Map<String, Integer> processes = new HashMap<>();
    private final List<Integer> services = new ArrayList<>();

    TraceParser(JsonStream json, TraceReading reading) {
        this.json = json;
        this.parser = json.parser();
        this.reading = reading;
        this.spans = new SpanParser(json, reading, this::process);
    }

    void read() {
        json.eachObject(this::object, EXPECTED);
    }

    /** An envelope, a trace or a span. */
    private void object() {
        spans.clear();
        boolean span = false;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            switch (field) {
                case "data", "result" -> {
                    parser.nextToken();
                    json.objects(this::object, EXPECTED);
                }
                case "spans" -> spans();
                case "processes" -> processes();
                default -> span |= spans.field(field);
            }
        }
        if (span) {
            spans.end();
        }
        reading.release(this::serviceOf);
        processes.clear();
        services.clear();
    }

    private void spans() {
        if (json.nextList()) {
            while (json.nextItem()) {
                spans.read();
            }
        }
    }

    private void processes() {
        if (json.nextObject()) {
            for (String process = parser.nextName(); process != null; process = parser.nextName()) {
                int number = process(process);
                services.set(number, service());
            }
        }
    }

    private int service() {
        int service = 0;
        if (json.nextObject()) {
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (field.equals("serviceName") && json.nextText()) {
                    service = reading.span().name(json.chars(), json.from(), json.length());
                } else if (!field.equals("serviceName")) {
                    json.skip();
                }
            }
        }
        return service;
    }

    /** The number of a process of this trace. */
    private int process(String name) {
        return processes.computeIfAbsent(name, fresh -> {
            services.add(0);
            return services.size() - 1;
        });
    }

    private int serviceOf(int process) {
        return process < services.size() ? services.get(process) : 0;
    }
}
