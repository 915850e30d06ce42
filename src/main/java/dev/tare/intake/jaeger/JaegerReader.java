package dev.tare.intake.jaeger;

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

/** Reads Jaeger's traces: the API's envelope, traces alone, spans alone, and the JSON of its Protocol Buffers. */
@Component
final class JaegerReader implements FormatReader {
    private static final List<String> SPANS = List.of("data[].spans[].", "data.spans[].", "spans[].", "[].spans[].",
            "result.spans[].", "", "[].");

    @Override
    public String format() {
        return "jaeger";
    }

    @Override
    public String title() {
        return "Jaeger traces";
    }

    @Override
    public String takes() {
        return "Traces as JSON: what the page's JSON button or /api/traces gives, traces or spans alone, or the JSON of "
                + "Jaeger's Protocol Buffers.";
    }

    @Override
    public List<Question> questions() {
        return TraceReading.questions();
    }

    @Override
    public boolean recognises(Sample sample) {
        return SPANS.stream().anyMatch(place -> (sample.holds(place + "spanID") || sample.holds(place + "spanId"))
                && sample.holds(place + "operationName")
                && Stream.of("startTime", "process", "processID", "processId", "references", "duration")
                        .anyMatch(field -> sample.holds(place + field)));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        try (TraceReading reading = new TraceReading(format(), Rules.PLAIN, false, answers)) {
            for (Upload file : files) {
                JsonStream.read(file, json -> new TraceParser(json, reading).read());
                reading.read(file.name());
            }
            return reading.draft();
        }
    }
}
