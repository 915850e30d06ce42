package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.UnfitFigure;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a page holds against the catalogue: figures of the reader's own, as {@code set=key=value} each in
 * the unit of its entry, and whether money is put right by what is billed, as {@code calibrated=true}.
 */
record WhatIf(Map<String, Double> figures, boolean calibrated) {
    static final WhatIf NOTHING = new WhatIf(Map.of(), false);
    private static final String SET = "set";
    private static final String CALIBRATED = "calibrated";

    /** In one order, so that equal figures make equal addresses. */
    WhatIf {
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** Reads an address; {@link Invalid} names every figure in it that cannot stand. */
    static WhatIf read(@Nullable List<String> set, boolean calibrated, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Double> figures = new TreeMap<>();
        for (String each : set == null ? List.<String>of() : set) {
            int equals = each.lastIndexOf('=');
            String key = equals < 0 ? each : each.substring(0, equals);
            try {
                figures.put(key, Typed.read(key, equals < 0 ? "" : each.substring(equals + 1), catalogue));
            } catch (UnfitFigure unfit) {
                problems.add(Problem.at("set " + key, unfit.expected(), each));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid("The address holds figures that cannot stand.", problems);
        }
        return new WhatIf(figures, calibrated);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    WhatIf with(String key, double figure) {
        Map<String, Double> more = new TreeMap<>(figures);
        more.put(key, figure);
        return new WhatIf(more, calibrated);
    }

    WhatIf without(String key) {
        Map<String, Double> fewer = new TreeMap<>(figures);
        fewer.remove(key);
        return new WhatIf(fewer, calibrated);
    }

    WhatIf calibrated(boolean right) {
        return new WhatIf(figures, right);
    }

    /** The same question with these figures. */
    Question on(Question question) {
        return question.with(figures).calibrated(calibrated);
    }

    Ask on(Ask ask) {
        return ask.with(figures);
    }

    /** Itself as the fields of a form. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        figures.forEach((key, figure) -> fields.add(new Hidden(SET, key + "=" + plain(figure))));
        if (calibrated) {
            fields.add(new Hidden(CALIBRATED, "true"));
        }
        return fields;
    }

    /** A figure as a person would type it. */
    static String plain(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}
