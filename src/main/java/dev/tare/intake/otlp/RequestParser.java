package dev.tare.intake.otlp;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.TraceReading;
import tools.jackson.core.JsonParser;

/** Walks from a request down to its spans; a resource that stands behind its spans makes them wait for its name. */
final class RequestParser {
    private static final String EXPECTED = "an object with resourceSpans";

    private final JsonStream json;
    private final JsonParser parser;
    private final TraceReading reading;
    private final SpanParser spans;
    private int service;
    private boolean known;

    RequestParser(JsonStream json, TraceReading reading) {
        this.json = json;
        this.parser = json.parser();
        this.reading = reading;
        this.spans = new SpanParser(json, reading);
    }

    void read() {
        json.eachObject(this::request, EXPECTED);
    }

    private void request() {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            switch (field) {
                case "resourceSpans", "resource_spans", "batches" -> resources();
                case "result", "trace" -> {
                    parser.nextToken();
                    json.objects(this::request, EXPECTED);
                }
                default -> json.skip();
            }
        }
    }

    private void resources() {
        if (json.nextList()) {
            while (json.nextItem()) {
                resource();
            }
        }
    }

    private void resource() {
        service = 0;
        known = false;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            switch (field) {
                case "resource" -> name();
                case "scopeSpans", "scope_spans", "instrumentationLibrarySpans", "instrumentation_library_spans" ->
                    scopes();
                default -> json.skip();
            }
        }
        reading.release(process -> service);
    }

    private void name() {
        known = true;
        if (json.nextObject()) {
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (field.equals("attributes")) {
                    spans.attributes().read((key, value) -> {
                        if (key.equals("service.name")) {
                            service = reading.span().name(value);
                        }
                    });
                } else {
                    json.skip();
                }
            }
        }
    }

    private void scopes() {
        if (json.nextList()) {
            while (json.nextItem()) {
                for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                    if (field.equals("spans") && json.nextList()) {
                        spans();
                    } else if (!field.equals("spans")) {
                        json.skip();
                    }
                }
            }
        }
    }

    private void spans() {
        while (json.nextItem()) {
            spans.read();
            reading.span().service(service);
            if (known) {
                reading.add();
            } else {
                reading.hold(0);
            }
        }
    }
}
