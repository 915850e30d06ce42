package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Looked.Apart;
import dev.tare.comparison.Looked.Difference;
import dev.tare.comparison.Looked.Swing;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Dimension;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which assumptions move a figure: each that the shapes use is put to both ends of its range with all others
 * likely, and everything is weighed again.
 */
final class Looking {
    private static final int SHOWN = 10;
    private static final double NONE = 1e-9;

    private final Catalogue catalogue;
    private final Draws draws;

    Looking(Catalogue catalogue, Draws draws) {
        this.catalogue = catalogue;
        this.draws = draws;
    }

    /** A scenario, what weighs it, and what it weighs in every draw. */
    record Seen(Engine engine, Asked asked, Sample sample) {}

    /** Looks at one scenario, or at the second less the first. */
    Looked at(Look look, Seen a, @Nullable Seen b) {
        int[] slots = !look.movers() ? new int[0] : b == null ? slots(look.measure(), a) : slots(look.measure(), a, b);
        double[] figures = figures(a, slots, look.measure());
        double[] drawn = a.sample().gross(look.measure());
        if (b != null) {
            figures = less(figures(b, slots, look.measure()), figures);
            drawn = less(b.sample().gross(look.measure()), drawn);
        }
        return new Looked(look, figures[0], swings(slots, figures, drawn),
                b == null || drawn.length == 0 ? Optional.empty() : Optional.of(difference(look.measure(), a, b)));
    }

    private List<Swing> swings(int[] slots, double[] figures, double[] drawn) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (width(figures, i) > NONE * Math.abs(figures[0])) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> -width(figures, i)));
        return order.stream().limit(SHOWN).map(i -> new Swing(catalogue.assumptions().key(slots[i]),
                figures[1 + 2 * i], figures[2 + 2 * i], Correlation.squared(draws.column(slots[i]), drawn))).toList();
    }

    private static double width(double[] figures, int i) {
        return Math.abs(figures[2 + 2 * i] - figures[1 + 2 * i]);
    }

    /** The figure at likely values, then with each assumption at its low and at its high end. */
    private double[] figures(Seen seen, int[] slots, Measure measure) {
        Asked asked = seen.asked();
        double[] likely = catalogue.assumptions().likely();
        double[][] ends = { catalogue.assumptions().lightest(), catalogue.assumptions().heaviest() };
        double[][] settings = new double[1 + 2 * slots.length][];
        settings[0] = asked.fixedIn(likely);
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            settings[1 + 2 * i] = asked.fixedIn(at(likely, slot, Math.min(ends[0][slot], ends[1][slot])));
            settings[2 + 2 * i] = asked.fixedIn(at(likely, slot, Math.max(ends[0][slot], ends[1][slot])));
        }
        return seen.sample().again(weighed(seen, Draws.at(settings), measure)).gross(measure);
    }

    private static Drawn weighed(Seen seen, Draws settings, Measure measure) {
        List<Scenario> scenario = List.of(seen.asked().scenario());
        return measure == Measure.P99_MS
                ? seen.engine().drawTimes(scenario, settings)
                : seen.engine().draw(scenario, settings);
    }

    private static double[] at(double[] likely, int slot, double value) {
        double[] values = likely.clone();
        values[slot] = value;
        return values;
    }

    /** Every assumption with a range that a shape, or a runtime, puts into the measure. */
    private int[] slots(Measure measure, Seen... seen) {
        Assumptions assumptions = catalogue.assumptions();
        double[] light = assumptions.lightest();
        double[] heavy = assumptions.heaviest();
        Set<Integer> slots = new TreeSet<>();
        catalogue.software().runtimes().forEach(runtime -> slots
                .addAll(List.of(runtime.baseMemory(), runtime.coldStart(), runtime.coldImage())));
        for (Seen each : seen) {
            Arrays.stream(each.asked().scenario().shape().slots()).forEach(slots::add);
        }
        return slots.stream().filter(slot -> slot >= 0 && light[slot] != heavy[slot])
                .filter(slot -> measure != Measure.P99_MS || timed(slot, seen)).mapToInt(Integer::intValue).toArray();
    }

    private boolean timed(int slot, Seen... seen) {
        return catalogue.dimension(catalogue.assumptions().key(slot)) == Dimension.MS || Arrays.stream(seen)
                .anyMatch(each -> each.asked().scenario().shape().slot(Param.FUNCTION_COLD_SHARE) == slot);
    }

    private static Difference difference(Measure measure, Seen a, Seen b) {
        Map<Part, Apart> lines = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            lines.put(part, apart(a, b, sample -> sample.part(part, measure)));
        }
        return new Difference(apart(a, b, sample -> sample.net(measure)), apart(a, b, sample -> sample.tare(measure)),
                lines, apart(a, b, sample -> sample.gross(measure)));
    }

    private static Apart apart(Seen a, Seen b, Function<Sample, double[]> figure) {
        double[] ofA = figure.apply(a.sample());
        double[] ofB = figure.apply(b.sample());
        return new Apart(Quantiles.of(less(ofB, ofA)), Chance.ofDraws(ofB, ofA));
    }

    private static double[] less(double[] from, double[] taken) {
        double[] left = new double[Math.min(from.length, taken.length)];
        Arrays.setAll(left, i -> from[i] - taken[i]);
        return left;
    }
}
