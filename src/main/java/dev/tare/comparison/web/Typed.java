package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.UnfitFigure;
import dev.tare.site.Numeral;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure somebody types for an assumption: {@code 0.5 ms}, {@code 60 MB}, {@code 12 %}, or a number alone.
 *
 * @param figure   in the unit of the assumption; NaN where it cannot stand
 * @param expected what would have been right; empty where it can stand
 */
record Typed(String key, String text, double figure, String expected) {
    private static final Pattern PARTS = Pattern
            .compile("([\\d.,'\u2019_\\s\u00a0\u2009\u202f]*(?:\\d[eE][+-]?\\d+)?)\\s*([^\\d\\s].*)?");

    /** What was typed; a key that is none is refused like a figure that cannot stand. */
    static Typed of(String key, @Nullable String text, Catalogue catalogue) {
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            return new Typed(key, "", Double.NaN, "");
        }
        try {
            return new Typed(key, typed, read(key, typed, catalogue), "");
        } catch (UnfitFigure unfit) {
            return new Typed(key, typed, Double.NaN, unfit.expected());
        }
    }

    /** In the unit of the assumption, or {@link UnfitFigure}. */
    static double read(String key, String text, Catalogue catalogue) {
        Matcher parts = PARTS.matcher(text.strip());
        OptionalDouble number = parts.matches() ? Numeral.parse(parts.group(1)) : OptionalDouble.empty();
        String unit = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        return catalogue.typed(key, number.orElse(Double.NaN), unit);
    }

    boolean fits() {
        return expected.isEmpty();
    }

    /** Nothing typed takes a figure back. */
    WhatIf into(WhatIf before) {
        return text.isEmpty() ? before.without(key) : before.with(key, figure);
    }
}
