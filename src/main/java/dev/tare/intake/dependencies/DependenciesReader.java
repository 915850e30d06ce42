package dev.tare.intake.dependencies;

import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Question;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads lists of {@code parent, child, callCount}, bare as Zipkin answers them or in Jaeger's envelope. */
@Component
final class DependenciesReader implements FormatReader {
    @Override
    public String format() {
        return "dependencies";
    }

    @Override
    public String title() {
        return "Dependencies of Jaeger or Zipkin";
    }

    @Override
    public String takes() {
        return "Counted calls as JSON: what Jaeger's /api/dependencies or Zipkin's /api/v2/dependencies answers.";
    }

    @Override
    public List<Question> questions() {
        return Load.QUESTIONS;
    }

    @Override
    public boolean recognises(Sample sample) {
        return Stream.of("[].", "data[].", "").anyMatch(place -> sample.holds(place + "parent")
                && sample.holds(place + "child") && sample.holds(place + "callCount"));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        LinkList links = new LinkList();
        List<FileRead> read = new ArrayList<>();
        for (Upload file : files) {
            int before = links.size();
            JsonStream.read(file, links::read);
            read.add(new FileRead(file.name(), format(), links.size() - before));
        }
        return new LinkDraft(format(), links.flow(), Load.of(answers), read).draft();
    }
}
