package dev.tare.comparison.web;

import dev.tare.catalogue.KnownImage;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service's image is made of, compressed bytes.
 *
 * @param sentence what there is, in words
 * @param known    key of the assumption behind a size that nobody stated; empty where somebody did or nobody knows
 * @param bar      from the left; empty where no bytes are known
 * @param layers   the largest first
 * @param contents packages and known vulnerabilities, where stated
 * @param enter    where to state more; empty where layers are
 */
record LabelIngredients(String reference, String sentence, String known, List<Piece> bar, List<Row> layers, int more,
        String contents, List<String> components, int moreComponents, String enter) {
    private static final int LAYERS = 24;
    private static final int COMPONENTS = 200;
    private static final int DIGEST = 26;

    /** A piece of the bar: yours, own, shared or rest. */
    record Piece(String kind, String name, String x, String width, String words) {}

    /** A layer, and how many other services of this estate stand on it. */
    record Row(String digest, String bytes, String share, String shared, boolean alone) {}

    static LabelIngredients of(Labelled labelled) {
        return new Builder(labelled).build();
    }

    private static final class Builder {
        private final Labelled labelled;
        private final Figures figures;
        private final @Nullable Image image;
        private final Map<String, Double> layers = new LinkedHashMap<>();
        private final Map<String, Integer> others = new LinkedHashMap<>();
        private final @Nullable Double payload;

        Builder(Labelled labelled) {
            this.labelled = labelled;
            figures = labelled.writer().figures();
            image = labelled.service().image();
            payload = labelled.service().payloadBytes();
            if (image != null) {
                image.layers().forEach(layer -> layers.put(layer.digest(), layer.bytes()));
            }
            labelled.estate().document().services().stream().filter(each -> each != labelled.service())
                    .forEach(this::count);
        }

        private void count(Service other) {
            if (other.image() != null) {
                other.image().layers().stream().map(Layer::digest).distinct().filter(layers::containsKey)
                        .forEach(digest -> others.merge(digest, 1, Integer::sum));
            }
        }

        LabelIngredients build() {
            Optional<KnownImage> usual = image == null || image.reference() == null || stated() > 0
                    ? Optional.empty()
                    : labelled.catalogue().software().image(image.reference());
            double whole = stated() > 0 ? stated() : usual.map(KnownImage::compressed).orElse(0.0);
            List<Row> rows = layers.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                    .map(layer -> row(layer.getKey(), layer.getValue(), whole)).toList();
            List<String> components = image == null ? List.of() : image.components();
            return new LabelIngredients(image == null ? "" : Objects.requireNonNullElse(image.reference(), ""),
                    sentence(whole, usual), usual.map(KnownImage::compressedKey).orElse(""), bar(whole),
                    rows.stream().limit(LAYERS).toList(), Math.max(0, rows.size() - LAYERS), contents(),
                    components.stream().limit(COMPONENTS).toList(), Math.max(0, components.size() - COMPONENTS),
                    layers.isEmpty() ? labelled.field("image.reference") : "");
        }

        /** Bytes somebody stated; 0 for none. */
        private double stated() {
            double sum = layers.values().stream().mapToDouble(Double::doubleValue).sum();
            return sum > 0 ? sum : image == null || image.compressedBytes() == null ? 0 : image.compressedBytes();
        }

        private double shared() {
            return layers.entrySet().stream().filter(layer -> others.containsKey(layer.getKey()))
                    .mapToDouble(Map.Entry::getValue).sum();
        }

        /** No more than what is not shared. */
        private double yours(double whole) {
            return payload == null ? 0 : Math.min(payload, whole - shared());
        }

        private Row row(String digest, double bytes, double whole) {
            int count = others.getOrDefault(digest, 0);
            return new Row(digest.length() > DIGEST ? digest.substring(0, DIGEST) + "…" : digest, figures.bytes(bytes),
                    figures.percent(bytes / whole), count == 0
                            ? "its own"
                            : "shared with " + (count == 1 ? "one other service" : count + " other services"),
                    count == 0);
        }

        private List<Piece> bar(double whole) {
            List<Piece> pieces = new ArrayList<>();
            if (whole > 0) {
                double yours = yours(whole);
                double own = whole - shared() - yours;
                double x = add(pieces, layers.isEmpty() && payload == null ? "own" : "yours", "your part", 0, yours,
                        whole);
                x = layers.isEmpty()
                        ? add(pieces, "rest", "what it stands on", x, own, whole)
                        : add(pieces, "own", payload == null ? "its own layers" : "the rest of its own layers", x, own,
                                whole);
                add(pieces, "shared", "shared layers", x, shared(), whole);
            }
            return pieces;
        }

        private double add(List<Piece> pieces, String kind, String name, double x, double bytes, double whole) {
            if (bytes > 0) {
                pieces.add(new Piece(kind, name, percent(x / whole), percent(bytes / whole),
                        name + ", " + figures.bytes(bytes)));
            }
            return x + bytes;
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.3f%%", share * 100);
        }

        private String sentence(double whole, Optional<KnownImage> usual) {
            if (image == null && payload == null) {
                return "No image is stated.";
            }
            if (whole <= 0) {
                return (image == null ? "No image is stated" : "No size is stated for it")
                        + (payload == null ? "." : ", but your part of it: " + figures.bytes(payload) + ".");
            }
            String size = figures.bytes(whole) + " compressed" + unpacked()
                    + (usual.isPresent() ? ", the known size of " + usual.get().pattern() : "");
            return size + mine(whole) + sharing() + ".";
        }

        private String unpacked() {
            return image == null || image.unpackedBytes() == null
                    ? ""
                    : ", " + figures.bytes(image.unpackedBytes()) + " on disk";
        }

        private String mine(double whole) {
            return payload == null
                    ? "; which part of it is yours is not stated"
                    : "; " + figures.percent(payload / whole) + " of it is your part";
        }

        private String sharing() {
            if (layers.isEmpty()) {
                return "; its layers are not stated";
            }
            return shared() > 0
                    ? "; " + figures.bytes(shared()) + " in layers that other services stand on too"
                    : "; no other service stands on a layer of it";
        }

        private String contents() {
            if (image == null) {
                return "";
            }
            Integer count = image.packages() == null && !image.components().isEmpty()
                    ? Integer.valueOf(image.components().size())
                    : image.packages();
            String packages = count == null ? "" : figures.count(count) + (count == 1 ? " package" : " packages");
            Integer flaws = image.vulnerabilities();
            String vulnerable = flaws == null
                    ? ""
                    : figures.count(flaws) + (flaws == 1 ? " known vulnerability" : " known vulnerabilities");
            return packages + (packages.isEmpty() || vulnerable.isEmpty() ? "" : ", ") + vulnerable;
        }
    }
}
