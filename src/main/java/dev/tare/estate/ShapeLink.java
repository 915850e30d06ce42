package dev.tare.estate;

import dev.tare.estate.EstateDocument.SavedShape;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole shape as text for an address, so that whoever follows a link sees the same shape whether it is kept with their
 * estate or not: {@code own:name=Ours&packaging=archive&…&grouping=per-team&set.net.hop_p50=0.1}, with
 * {@code unit.web=cart,shop} for each unit of a grouping by hand. What of the estate is taken to be otherwise follows as
 * {@code rate=2}, {@code rate.shop=120}, {@code replicas.cart=3} and {@code base.cart=alpine:3} ({@code base.*} for all).
 * Without a word on any axis it is what runs today. A kept shape is {@code saved:Ours}.
 */
public final class ShapeLink {
    private static final String OWN = "own:";
    private static final String SAVED = "saved:";
    private static final String UNIT = "unit.";
    private static final String SET = "set.";
    private static final String RATE = "rate";
    private static final String REPLICAS = "replicas.";
    private static final String BASE = "base.";

    private ShapeLink() {}

    /** The name of a kept shape as text for an address. */
    public static String saved(String name) {
        return SAVED + name;
    }

    /** The name of the kept shape meant; empty where none is. */
    public static Optional<String> savedName(String text) {
        return text.startsWith(SAVED) ? Optional.of(text.substring(SAVED.length())) : Optional.empty();
    }

    /** Everything a shape says. */
    public static String write(SavedShape shape) {
        StringJoiner text = new StringJoiner("&", OWN, "");
        text.add("name=" + encoded(shape.name()));
        shape.axes().forEach((axis, option) -> text.add(encoded(axis) + "=" + encoded(option)));
        if (shape.grouping() instanceof Map<?, ?> units) {
            units.forEach((unit, services) -> text.add(UNIT + encoded(unit) + "=" + joined(services)));
        } else if (shape.grouping() != null) {
            text.add("grouping=" + encoded(shape.grouping()));
        }
        shape.assumptions().forEach((key, value) -> text.add(SET + encoded(key) + "=" + value));
        changes(shape.changed(), text);
        return text.toString();
    }

    private static void changes(Changes changes, StringJoiner text) {
        if (changes.rate() != null) {
            text.add(RATE + "=" + changes.rate());
        }
        changes.rates().forEach((service, rate) -> text.add(RATE + "." + encoded(service) + "=" + rate));
        changes.replicas().forEach((service, count) -> text.add(REPLICAS + encoded(service) + "=" + count));
        changes.baseImages()
                .forEach((service, image) -> text.add(BASE + encoded(service) + "=" + encoded(image)));
    }

    /** The shape a text holds; empty where it is another kind of text, or no shape. */
    public static Optional<SavedShape> read(String text) {
        if (!text.startsWith(OWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(shape(text.substring(OWN.length())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static SavedShape shape(String text) {
        Map<String, String> axes = new LinkedHashMap<>();
        Map<String, List<String>> units = new LinkedHashMap<>();
        Map<String, Double> figures = new LinkedHashMap<>();
        Changes changes = Changes.NONE;
        for (String part : text.split("&")) {
            String[] words = part.split("=", 2);
            String key = decoded(words[0]);
            String value = words.length == 2 ? words[1] : "";
            if (key.startsWith(UNIT)) {
                units.put(key.substring(UNIT.length()), split(value));
            } else if (key.startsWith(SET)) {
                figures.put(key.substring(SET.length()), Double.valueOf(decoded(value)));
            } else if (changing(key)) {
                changes = changed(changes, key, decoded(value));
            } else if (words.length == 2 || !key.isEmpty()) {
                axes.put(key, decoded(value));
            }
        }
        String name = axes.remove("name");
        String word = axes.remove("grouping");
        Object grouping = units.isEmpty() ? word : units;
        return new SavedShape(name == null ? "" : name, axes, grouping, figures, changes);
    }

    private static boolean changing(String key) {
        return key.equals(RATE) || key.startsWith(RATE + ".") || key.startsWith(REPLICAS) || key.startsWith(BASE);
    }

    private static Changes changed(Changes changes, String key, String value) {
        if (key.startsWith(BASE)) {
            return changes.withBaseImage(key.substring(BASE.length()), value);
        }
        if (key.startsWith(REPLICAS)) {
            return changes.withReplicas(key.substring(REPLICAS.length()), Double.valueOf(value));
        }
        return key.equals(RATE)
                ? changes.withRate(Double.valueOf(value))
                : changes.withRate(key.substring(RATE.length() + 1), Double.valueOf(value));
    }

    private static String joined(@Nullable Object services) {
        return services instanceof List<?> list
                ? list.stream().map(ShapeLink::encoded).collect(Collectors.joining(","))
                : "";
    }

    private static List<String> split(String services) {
        return Arrays.stream(services.split(",")).filter(service -> !service.isEmpty()).map(ShapeLink::decoded)
                .toList();
    }

    private static String encoded(@Nullable Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
