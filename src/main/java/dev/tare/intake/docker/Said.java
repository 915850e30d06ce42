package dev.tare.intake.docker;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Claims;
import dev.tare.intake.Images;
import dev.tare.intake.container.ImageReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one output says of one image. Absent is what it does not say.
 *
 * @param source     the tool's output, as provenance names it: {@code docker manifest}, {@code docker inspect}, …
 * @param references the names the image goes by; none in a bare manifest
 * @param detail     where in the file, and on what platform
 */
record Said(String source, String file, List<String> references, @Nullable String digest,
        @Nullable Double compressedBytes, @Nullable Double unpackedBytes, List<Layer> layers,
        @Nullable Instant builtAt, String detail) {

    /** As a draft of an image, which finds its services later. */
    Service draft(String name) {
        String reference = references.isEmpty() ? null : references.getFirst();
        String known = digest != null || reference == null ? digest : ImageReference.of(reference).digest();
        Image image = new Image(reference, known, compressedBytes, unpackedBytes, layers, builtAt, null, null);
        List<String> others = references.size() < 2 ? List.of() : references.subList(1, references.size());
        return Claims.stamp(Images.draft(name, others, image), source, file, Map.of("", detail));
    }

    /** A name for people: that of the image, or of the file. */
    String name() {
        if (!references.isEmpty()) {
            return ImageReference.of(references.getFirst()).name();
        }
        String base = file.substring(file.lastIndexOf('/') + 1);
        String stem = base.replaceFirst("(?i)(?:[._-](?:manifest|inspect|image|dive))*\\.(?:json|jsonl|ndjson|txt)$",
                "");
        return stem.isBlank() ? Images.KIND : stem;
    }

    /** All names, those of one image once. */
    static List<String> names(List<String> written) {
        List<String> names = new ArrayList<>();
        written.stream().filter(name -> !name.isBlank() && !name.contains("<none>"))
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
