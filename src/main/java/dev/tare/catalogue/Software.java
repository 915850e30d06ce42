package dev.tare.catalogue;

import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import java.util.List;
import java.util.Optional;

/** What is known of languages, their runtimes, and images. */
public final class Software {
    private final Contents contents;
    private final Assumptions assumptions;

    Software(Contents contents, Assumptions assumptions) {
        this.contents = contents;
        this.assumptions = assumptions;
    }

    /** Language families, in the order of {@link #runtimes()}. */
    public List<Language> languages() {
        return contents.languages();
    }

    /** Language families as the engine takes them. */
    public List<CallGraph.Runtime> runtimes() {
        return contents.languages().stream().map(language -> new CallGraph.Runtime(language.id(), language.oneCore(),
                assumptions.slot(language.memory()), assumptions.slot(language.coldZip()),
                assumptions.slot(language.coldImage()))).toList();
    }

    /** Position of a language's family; the one for unknown languages when it is empty or not known. */
    public int runtimeOf(String language) {
        return Naming.family(contents.languages(), language);
    }

    /** Until when a version of a language's runtime is mended; empty where that is not known. */
    public Optional<SupportEnd> supportEnd(String language, String version) {
        String family = languages().get(runtimeOf(language)).id();
        return contents.supportEnds().stream().filter(end -> end.language().equals(family))
                .filter(end -> end.covers(version)).findFirst();
    }

    /** Images whose size is known. */
    public List<KnownImage> knownImages() {
        return contents.images();
    }

    /** The best known image for a reference. */
    public Optional<KnownImage> image(String reference) {
        return contents.images().stream().filter(image -> image.matches(reference)).findFirst();
    }

    /** Whether a reference names a web server that hands out files. */
    public boolean servesFiles(String reference) {
        return contents.fileServers().stream()
                .anyMatch(pattern -> new KnownImage(pattern, null, null, null, null, null).matches(reference));
    }

    /** Whether a tag is put on one image today and on another tomorrow; so is none at all. */
    public boolean moves(String tag) {
        return tag.isEmpty() || contents.movingTags().contains(tag);
    }
}
