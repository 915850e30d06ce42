package dev.tare.intake.kubernetes;

import dev.tare.intake.Documents;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** Reads files into the objects they hold: many documents to a file, lists unpacked however deep. */
final class Manifests {
    private final List<KubeObject> objects = new ArrayList<>();
    private final List<FileRead> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Manifests(List<Upload> uploads) {
        uploads.forEach(this::read);
        if (objects.isEmpty()) {
            throw ImportFailed.at(uploads.getFirst().name(), null, null,
                    "Kubernetes objects with apiVersion and kind", "none");
        }
    }

    private void read(Upload upload) {
        String text = Documents.text(upload);
        int before = objects.size();
        for (Tree document : parse(upload.name(), text)) {
            if (!document.isNothing()) {
                collect(upload.name(), document);
            }
        }
        files.add(new FileRead(upload.name(), KubernetesReader.FORMAT, objects.size() - before));
    }

    private static List<Tree> parse(String file, String text) {
        try {
            return Documents.parse(file, text);
        } catch (ImportFailed broken) {
            throw Placeholders.insteadOf(broken, file, text);
        }
    }

    private void collect(String file, Tree document) {
        String kind = document.value("kind").orElse("");
        if (kind.endsWith("List") && document.at("items") instanceof Tree.Sequence items) {
            String itemKind = kind.substring(0, kind.length() - "List".length());
            items.items().forEach(item -> collect(file, item, itemKind));
        } else {
            collect(file, document, "");
        }
    }

    /** In a typed list such as PodList the items need not repeat their kind. */
    private void collect(String file, Tree document, String kindOfList) {
        if (document.value("kind").isPresent()) {
            if (document.value("kind").get().endsWith("List") && document.at("items") instanceof Tree.Sequence) {
                collect(file, document);
            } else {
                add(new KubeObject(file, document));
            }
        } else if (!kindOfList.isEmpty() && document instanceof Tree.Mapping mapping) {
            add(new KubeObject(file, Typed.as(mapping, kindOfList)));
        } else {
            findings.add(Finding.of(Severity.WARNING, "not-an-object",
                    "This document is no Kubernetes object: it has no kind.", null).at(file, document.line(), null));
        }
    }

    private void add(KubeObject object) {
        Placeholders.refuse(object);
        objects.add(object);
    }

    List<KubeObject> objects() {
        return objects;
    }

    List<FileRead> files() {
        return files;
    }

    List<Finding> findings() {
        return findings;
    }
}
