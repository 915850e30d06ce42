package dev.tare.intake.linkerd;

import dev.tare.intake.Answers;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what {@code linkerd viz edges} and {@code linkerd viz stat} print. */
@Component
final class LinkerdReader implements FormatReader {
    @Override
    public String format() {
        return "linkerd";
    }

    @Override
    public String title() {
        return "Linkerd viz edges";
    }

    @Override
    public String takes() {
        return "What linkerd viz edges deploy -o json prints, and linkerd viz stat deploy -o json beside it.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.holds("[].src") && sample.holds("[].dst") && sample.holds("[].src_namespace")
                || sample.holds("[].rps") && sample.holds("[].namespace") && sample.holds("[].kind");
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        EdgeDraft draft = new EdgeDraft(format());
        List<FileRead> read = new ArrayList<>();
        for (Upload file : files) {
            int rows = 0;
            for (Tree document : Documents.read(file)) {
                for (Tree row : document.items()) {
                    draft.take(file.name(), row, rows++);
                }
            }
            read.add(new FileRead(file.name(), format(), rows));
        }
        return draft.draft(read);
    }
}
