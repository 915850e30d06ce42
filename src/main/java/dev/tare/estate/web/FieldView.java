package dev.tare.estate.web;

import dev.tare.estate.web.Kind.Choice;
import dev.tare.estate.web.Kind.Layers;
import dev.tare.estate.web.Kind.Lines;
import dev.tare.estate.web.Kind.Option;
import dev.tare.estate.web.Kind.Text;
import dev.tare.estate.web.Kind.Tick;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field on the page.
 *
 * @param id      in the page
 * @param name    in the form
 * @param type    line, amount, lines, choice or tick
 * @param list    id of the suggestions, or nothing
 * @param hint    what an empty field is taken to be, or nothing
 * @param error   what was expected, or nothing
 */
record FieldView(String id, String name, String label, String type, String value, List<Option> options,
        @Nullable String list, String explain, @Nullable Hint hint, @Nullable String error) {
    static FieldView of(Field field, String name, String value, @Nullable Hint hint, @Nullable String error) {
        return new FieldView(id(name), name, field.label(), type(field.kind()), value, options(field.kind()),
                list(field.kind()), field.explain(), hint, error);
    }

    static String id(String name) {
        return "f-" + name.replace("#", "N").replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
    }

    /** The ids of what explains the field, or nothing. */
    public @Nullable String describedBy() {
        String ids = Stream
                .of(hint == null && explain.isEmpty() ? "" : id + "-hint", error == null ? "" : id + "-error")
                .filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public boolean isTicked() {
        return value.equals("true");
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case Lines _,Layers _ -> "lines";
            case Choice _ -> "choice";
            case Tick _ -> "tick";
            case Kind.Amount _,Kind.Whole _ -> "amount";
            case Text _,Kind.Moment _ -> "line";
        };
    }

    private static List<Option> options(Kind kind) {
        return kind instanceof Choice choice ? choice.options() : List.of();
    }

    private static @Nullable String list(Kind kind) {
        return kind instanceof Text text && !text.suggestions().isEmpty() ? "known-" + text.suggestions() : null;
    }
}
