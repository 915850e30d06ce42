package dev.tare.intake.registry;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Claims;
import dev.tare.intake.Images;
import dev.tare.intake.container.ImageReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image as its registry has it.
 *
 * @param digest what the reference leads to: an index, where there is one
 * @param layers compressed, as they are moved
 * @param detail for which platform, by which manifest
 */
record ImageRead(Wanted wanted, String digest, List<Layer> layers, @Nullable Instant builtAt, String detail) {

    /** As a draft, which finds its services later. */
    Service draft(String format) {
        Image image = new Image(wanted.reference(), digest, moved(), null, layers, builtAt, null, null);
        String full = wanted.registry().getAuthority() + "/" + wanted.repository()
                + (wanted.digest() == null ? ":" + wanted.tag() : "@" + wanted.digest());
        return Claims.stamp(Images.draft(ImageReference.of(wanted.reference()).name(), List.of(full), image), format,
                wanted.registry().toString(), Map.of("", detail));
    }

    /** A layer that occurs twice is moved once. */
    private @Nullable Double moved() {
        Map<String, Double> once = new LinkedHashMap<>();
        layers.forEach(layer -> once.put(layer.digest(), layer.bytes()));
        return layers.isEmpty() ? null : once.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
