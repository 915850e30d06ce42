package dev.tare.intake.docker;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Answers;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads JSON that container tools print of images, and drafts each image for the services that run it. */
@Component
final class DockerReader implements FormatReader {
    static final String FORMAT = "docker";

    private static final List<String> MARKS = List.of("fsLayers", "config.digest", "manifests[].digest",
            "Descriptor.digest", "[].Descriptor.digest", "SchemaV2Manifest.layers", "OCIManifest.layers",
            "manifest.layers", "manifest.manifests", "RootFS.Layers", "[].RootFS.Layers", "[].RepoTags", "RepoTags",
            "[].RepoDigests", "LayersData[].Digest", "layer[].sizeBytes", "layer[].digestId");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Image details";
    }

    @Override
    public String takes() {
        return "JSON of docker manifest inspect -v, docker image inspect, docker image ls (its table or --format json), skopeo inspect or"
                + " dive; also bare OCI manifests. Images are given to the services that run them.";
    }

    @Override
    public boolean recognises(Sample sample) {
        boolean listed = sample.holds("Repository") && sample.holds("Tag") && sample.holds("Size");
        return listed || ImageTable.isIn(sample.text()) || MARKS.stream().anyMatch(sample::holds);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        List<Said> said = new ArrayList<>();
        List<FileRead> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Upload file : files) {
            int before = said.size();
            int passed = 0;
            for (Tree document : documents(file)) {
                for (Tree output : outputs(document)) {
                    ImageOutput image = new ImageOutput(file.name(), output, findings);
                    passed += image.passedOver();
                    said.addAll(image.said());
                }
            }
            read.add(new FileRead(file.name(), FORMAT, said.size() - before + passed));
            refuseNothing(file, said.size() - before + passed);
        }
        return new Draft(EstateDocument.named("").withServices(drafts(said)), read, findings);
    }

    private static List<Tree> documents(Upload file) {
        String text = Documents.text(file);
        return ImageTable.isIn(text) ? ImageTable.rows(text) : Documents.parse(file.name(), text);
    }

    /** A list of outputs, or one; the platforms of one image belong together. */
    private static List<Tree> outputs(Tree document) {
        boolean platforms = !document.items().isEmpty()
                && document.items().stream().allMatch(item -> item.at("Descriptor") instanceof Tree.Mapping);
        return document instanceof Tree.Sequence list && !platforms ? list.items() : List.of(document);
    }

    private static void refuseNothing(Upload file, int images) {
        if (images == 0) {
            throw ImportFailed.at(file.name(), null, null,
                    "an image: a manifest, an inspection, a list or a layer analysis", "none in it");
        }
    }

    private static List<Service> drafts(List<Said> said) {
        Set<String> taken = new HashSet<>();
        return said.stream().map(image -> image.draft(free(image, taken))).toList();
    }

    private static String free(Said image, Set<String> taken) {
        Stream<String> names = Stream.concat(Stream.of(image.name()), Stream.iterate(2, i -> i + 1)
                .map(i -> image.name() + "-" + i));
        return names.filter(taken::add).findFirst().orElseThrow();
    }
}
