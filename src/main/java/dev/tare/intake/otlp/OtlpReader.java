package dev.tare.intake.otlp;

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

/** Reads OpenTelemetry's spans: one request, a list of them or one on each line. */
@Component
final class OtlpReader implements FormatReader {
    @Override
    public String format() {
        return "otlp";
    }

    @Override
    public String title() {
        return "OpenTelemetry traces";
    }

    @Override
    public String takes() {
        return "OTLP as JSON (resourceSpans, or Tempo's batches): what the collector's file exporter writes, one request "
                + "or one on each line, or what Tempo's and Jaeger's APIs answer for a trace.";
    }

    @Override
    public List<Question> questions() {
        return TraceReading.questions();
    }

    @Override
    public boolean recognises(Sample sample) {
        return Stream.of("", "[].", "result.", "trace.", "[].result.")
                .anyMatch(place -> sample.holds(place + "resourceSpans")
                        || sample.holds(place + "resource_spans") || sample.holds(place + "batches"));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        try (TraceReading reading = new TraceReading(format(), Rules.PLAIN, false, answers)) {
            for (Upload file : files) {
                JsonStream.read(file, json -> new RequestParser(json, reading).read());
                reading.read(file.name());
            }
            return reading.draft();
        }
    }
}
