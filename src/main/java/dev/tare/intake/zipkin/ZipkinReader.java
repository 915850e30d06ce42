package dev.tare.intake.zipkin;

import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Question;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Rules;
import dev.tare.intake.trace.TraceReading;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonToken;

/** Reads Zipkin's spans, version 2 or 1, as its API and its collectors write them. */
@Component
final class ZipkinReader implements FormatReader {
    private static final List<String> PLACES = List.of("[][].", "[].", "");

    @Override
    public String format() {
        return "zipkin";
    }

    @Override
    public String title() {
        return "Zipkin traces";
    }

    @Override
    public String takes() {
        return "Spans as JSON, version 2 or 1: what /api/v2/traces answers, or lists of spans as they were sent.";
    }

    @Override
    public List<Question> questions() {
        return TraceReading.questions();
    }

    @Override
    public boolean recognises(Sample sample) {
        return PLACES.stream().anyMatch(place -> sample.holds(place + "traceId") && sample.holds(place + "id")
                && Stream.of("localEndpoint", "annotations", "binaryAnnotations", "kind", "timestamp", "duration")
                        .anyMatch(field -> sample.holds(place + field)));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        try (TraceReading reading = new TraceReading(format(), Rules.ZIPKIN, true, answers)) {
            for (Upload file : files) {
                JsonStream.read(file, json -> read(json, reading));
                reading.read(file.name());
            }
            return reading.draft();
        }
    }

    /** Lists may hold lists: how deep a span stands makes no difference. */
    private static void read(JsonStream json, TraceReading reading) {
        SpanParser spans = new SpanParser(json, reading);
        while (json.nextRoot()) {
            if (json.parser().currentToken() == JsonToken.START_OBJECT) {
                spans.read();
            } else if (!json.parser().currentToken().isStructStart() && !json.parser().currentToken().isStructEnd()) {
                throw json.wrong("a span");
            }
        }
    }
}
