package dev.tare.estate.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.catalogue.KnownImage;
import dev.tare.catalogue.Language;
import dev.tare.site.Figures;
import dev.tare.site.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What empty fields are taken to be: by the image and the language that are typed, else by the catalogue's default. */
@Component
class Hints {
    private static final String IMAGE = "image.reference";
    private final Catalogue catalogue;

    Hints(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For a field of a part that stands in that list of the document. */
    @Nullable
    Hint of(String list, String path, Form form) {
        Hint known = list.equals("services") ? known(path, form) : null;
        boolean top = list.equals("services") || list.equals("settings");
        return known != null ? known : general(top ? path : list + "." + path);
    }

    /** For a column of a list of rows. */
    @Nullable
    Hint general(String path) {
        return catalogue.fieldDefault(path).map(this::hint).orElse(null);
    }

    private Hint hint(FieldDefault known) {
        return known.assumption().isEmpty()
                ? new Hint(known.shown(), null, known.sentence())
                : new Hint(shown(known), known.assumption(), known.sentence());
    }

    /** In the units in which the page shows everything else. */
    private String shown(FieldDefault known) {
        Figures figures = Figures.forViewer();
        return switch (catalogue.dimension(known.assumption())) {
            case VCPU -> figures.vcpu(known.value());
            case BYTES ->
                known.field().contains("memory") ? figures.memory(known.value()) : figures.bytes(known.value());
            default -> known.shown().replaceFirst(" count$", "").replaceFirst(" x$", " ×");
        };
    }

    private @Nullable Hint known(String path, Form form) {
        return switch (path) {
            case "image.compressedBytes" ->
                image(form).map(image -> size(image, image.compressed(), image.compressedKey()))
                        .orElse(null);
            case "image.unpackedBytes" -> image(form).map(image -> size(image, image.unpacked(), image.unpackedKey()))
                    .orElse(null);
            case "runtime.language" -> language(form).map(this::base).orElse(null);
            default -> null;
        };
    }

    private Optional<KnownImage> image(Form form) {
        return form.value(IMAGE).isEmpty() ? Optional.empty() : catalogue.software().image(form.value(IMAGE));
    }

    private static @Nullable Hint size(KnownImage image, @Nullable Double bytes, @Nullable String key) {
        return bytes == null
                ? null
                : new Hint(Quantity.SIZE.write(bytes), key,
                        "The size of " + image.pattern() + ", which this image is.");
    }

    private Optional<Language> language(Form form) {
        String typed = form.value("runtime.language");
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(catalogue.software().languages().get(catalogue.software().runtimeOf(typed)));
    }

    /** Memory of an empty process of a language. */
    String memory(Language language) {
        return catalogue.entry(language.memory()).map(entry -> entry.likely()).map(
                likely -> Figures.forViewer().memory(catalogue.toBase(language.memory(), likely))).orElse("");
    }

    private Hint base(Language language) {
        return new Hint("", null, language.name() + ": an empty process takes " + memory(language)
                + "; often shipped on " + language.image() + ".");
    }
}
