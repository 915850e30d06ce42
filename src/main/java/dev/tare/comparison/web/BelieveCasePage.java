package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.validation.CaseResult;
import dev.tare.comparison.validation.CaseResult.Check;
import dev.tare.comparison.validation.Formula;
import dev.tare.comparison.validation.PublishedCase;
import dev.tare.comparison.validation.Reading;
import dev.tare.engine.Bill.Working;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One published case: its figures, what goes in, how each was found, and the assumptions a reader can change.
 *
 * @param before the verdict before a reader changed anything, in short
 * @param moved whether a reader changed any
 */
record BelieveCasePage(PublishedCase published, String verdict, String before, boolean inside, boolean moved,
        List<Row> rows,
        List<Found> found, List<Lever> levers) {
    /** A figure, and what it was before a reader changed anything. */
    record Row(Held held, String before) {}

    /** A figure read off a bill: where, and its working. */
    record Found(String words, String scenario, String figure, String formula, List<InputRow> inputs) {}

    static BelieveCasePage of(CaseResult result, CaseResult before, Map<String, Typed> refused, Catalogue catalogue,
            Figures figures) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < result.checks().size(); i++) {
            Check check = result.checks().get(i);
            Check was = before.checks().get(i);
            rows.add(new Row(Held.of(check, formula(check, figures), figures),
                    Held.write(was.expected().unit(), was.computed(), figures)));
        }
        long outside = result.checks().stream().filter(check -> !check.inside()).count();
        long wasOutside = before.checks().stream().filter(check -> !check.inside()).count();
        return new BelieveCasePage(result.published(), verdict(outside, result.checks().size()),
                wasOutside == 0 ? "all inside" : wasOutside + " outside", outside == 0,
                !result.changed().isEmpty(), rows, found(result, catalogue, figures),
                Lever.of(result, refused, catalogue, figures));
    }

    private static String verdict(long outside, int all) {
        if (outside == 0) {
            return all == 1 ? "The figure is inside its tolerance." : "All " + all + " figures are inside.";
        }
        return outside + " of " + all + (all == 1 ? " figure" : " figures") + (outside == 1 ? " is" : " are")
                + " outside.";
    }

    /** What went into a figure, in words, with the values it had. */
    private static String formula(Check check, Figures figures) {
        return String.join("; ", check.readings().stream().map(reading -> where(reading) + " "
                + Held.write(reading.unit(), reading.value(), figures)).toList());
    }

    private static String where(Reading reading) {
        return reading.operand() instanceof Formula.Read read && !read.scenario().equals("plan")
                ? reading.words() + " (" + read.scenario() + ")"
                : reading.words();
    }

    private static List<Found> found(CaseResult result, Catalogue catalogue, Figures figures) {
        List<Found> found = new ArrayList<>();
        Set<Formula> seen = new HashSet<>();
        result.checks().stream().flatMap(check -> check.readings().stream()).forEach(reading -> {
            Working working = reading.working();
            if (working != null && reading.operand() instanceof Formula.Read read && seen.add(read)) {
                found.add(found(reading, read, working, catalogue, figures));
            }
        });
        return found;
    }

    private static Found found(Reading reading, Formula.Read read, Working working, Catalogue catalogue,
            Figures figures) {
        Writer writer = new Writer(figures, "USD");
        return new Found(reading.words(), read.scenario(), Held.write(reading.unit(), reading.value(), figures),
                working.formula(),
                working.inputs().stream().map(input -> InputRow.of(input, writer, catalogue)).toList());
    }
}
