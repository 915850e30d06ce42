package dev.tare.intake.backstage;

import dev.tare.intake.Documents;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entities of some files, each once; of two that say they are the same, the later counts. */
final class Catalog {
    private static final String API = "backstage.io/";

    private final Map<Reference, Entity> entities = new LinkedHashMap<>();
    private final List<FileRead> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Catalog(List<Upload> uploads) {
        uploads.forEach(this::read);
        if (entities.isEmpty()) {
            throw ImportFailed.at(uploads.getFirst().name(), null, null,
                    "catalogue entities with apiVersion backstage.io/…, kind and metadata.name", "none");
        }
    }

    private void read(Upload upload) {
        int count = 0;
        for (Tree document : Documents.read(upload)) {
            List<Tree> all = document instanceof Tree.Sequence list ? list.items() : List.of(document);
            for (Tree one : all) {
                count += add(new Entity(upload.name(), one)) ? 1 : 0;
            }
        }
        files.add(new FileRead(upload.name(), BackstageReader.FORMAT, count));
    }

    private boolean add(Entity entity) {
        if (!entity.body().value("apiVersion").orElse("").startsWith(API)) {
            if (!entity.body().isNothing()) {
                findings.add(entity.finding(Severity.WARNING, "not-an-entity",
                        "This document is no catalogue entity: its apiVersion is not " + API + "….", null));
            }
            return false;
        }
        Entity earlier = entities.put(entity.reference(), entity);
        if (earlier != null) {
            findings.add(entity.finding(Severity.WARNING, "declared-twice", entity.label()
                    + " is declared more than once; the last declaration counts. The earlier one stands in "
                    + earlier.file() + " line " + earlier.body().line() + ".", "Backstage itself keeps only one."));
        }
        return true;
    }

    List<Entity> of(String kind) {
        return entities.values().stream().filter(entity -> entity.kind().equalsIgnoreCase(kind)).toList();
    }

    Optional<Entity> find(Reference reference) {
        return Optional.ofNullable(entities.get(reference));
    }

    List<FileRead> files() {
        return files;
    }

    List<Finding> findings() {
        return findings;
    }
}
