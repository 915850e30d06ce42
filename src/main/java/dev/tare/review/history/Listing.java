package dev.tare.review.history;

import dev.tare.review.history.Inventory.Changed;
import dev.tare.review.history.Inventory.FieldChange;
import dev.tare.review.history.Inventory.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an inventory changed, one line each, as far as anybody reads. */
final class Listing {
    private static final int MOST = 40;
    private static final int MOST_FIELDS = 6;

    private Listing() {}

    static List<String> of(Inventory inventory) {
        List<String> lines = new ArrayList<>(inventory.estate().stream().map(field -> "~ estate: " + told(field))
                .toList());
        inventory.kinds().forEach((kind, parts) -> add(lines, kind, parts));
        return lines;
    }

    private static void add(List<String> lines, String kind, Parts parts) {
        List<String> told = new ArrayList<>();
        parts.added().forEach(name -> told.add("+ " + kind + " " + name));
        parts.removed().forEach(name -> told.add("- " + kind + " " + name));
        parts.changed().forEach(part -> told.add("~ " + kind + " " + part.name() + ": " + fields(part)));
        lines.addAll(told.subList(0, Math.min(MOST, told.size())));
        if (told.size() > MOST) {
            lines.add("… and " + (told.size() - MOST) + " more of " + kind + "s");
        }
    }

    private static String fields(Changed part) {
        List<FieldChange> fields = part.fields();
        String told = fields.stream().limit(MOST_FIELDS).map(Listing::told).collect(Collectors.joining(", "));
        return fields.size() > MOST_FIELDS ? told + ", and " + (fields.size() - MOST_FIELDS) + " more fields" : told;
    }

    private static String told(FieldChange field) {
        return field.field() + " " + word(field.before()) + " → " + word(field.after());
    }

    private static String word(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
