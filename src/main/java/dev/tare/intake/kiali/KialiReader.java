package dev.tare.intake.kiali;

import dev.tare.intake.Answers;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the graphs that Kiali's API and its export write, of whichever type. */
@Component
final class KialiReader implements FormatReader {
    @Override
    public String format() {
        return "kiali";
    }

    @Override
    public String title() {
        return "Kiali graph";
    }

    @Override
    public String takes() {
        return "The graph as JSON: what /api/namespaces/graph answers, of workloads, applications or services.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.holds("elements.nodes[].data.nodeType") || sample.holds("elements") && sample.holds("graphType");
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Graph graph = new Graph();
        List<FileRead> read = new ArrayList<>();
        for (Upload file : files) {
            int nodes = 0;
            for (Tree document : Documents.read(file)) {
                Tree elements = document.at("elements");
                if (!(elements.at("nodes") instanceof Tree.Sequence) && !elements.at("nodes").isNothing()) {
                    throw ImportFailed.at(file.name(), document.line(), "elements.nodes", "a list of nodes", "none");
                }
                nodes += graph.take(file.name(), elements);
            }
            read.add(new FileRead(file.name(), format(), nodes));
        }
        return new GraphDraft(format(), files.size() == 1 ? files.getFirst().name() : files.size() + " files", graph)
                .draft(read);
    }
}
