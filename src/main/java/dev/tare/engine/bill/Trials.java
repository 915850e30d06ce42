package dev.tare.engine.bill;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Draws;
import dev.tare.engine.Drawn;
import dev.tare.engine.Measure;
import dev.tare.engine.Scenario;
import dev.tare.engine.latency.Latency;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Weighs scenarios under every draw of the assumptions, one after another. */
final class Trials {
    private static final int ROWS = 1 + Part.values().length;
    private static final Set<Measure> AMOUNTS = EnumSet.complementOf(EnumSet.of(Measure.P99_MS));

    private Trials() {}

    /** Every measure but time. */
    static Drawn amounts(Yard yard, List<Scenario> scenarios, Draws draws) {
        double[][][][] amounts = room(scenarios.size(), draws.count(), AMOUNTS);
        Map<int[], Grouping> known = new IdentityHashMap<>();
        List<Grouping> groupings = scenarios.stream()
                .map(scenario -> known.computeIfAbsent(scenario.units(), units -> yard.grouping(scenario))).toList();
        for (int from = 0; from < draws.count(); from += Kept.BATCH) {
            List<double[]> values = IntStream.range(from, Math.min(from + Kept.BATCH, draws.count()))
                    .mapToObj(draws::values).toList();
            for (int i = 0; i < amounts.length; i++) {
                Scenario scenario = scenarios.get(i);
                yard.ahead(groupings.get(i), values.stream().map(each -> new Terms(scenario, each)).toList());
            }
            for (int draw = 0; draw < values.size(); draw++) {
                for (int i = 0; i < amounts.length; i++) {
                    Terms terms = new Terms(scenarios.get(i), values.get(draw));
                    note(yard.weigh(groupings.get(i), terms), amounts[i], from + draw);
                }
            }
        }
        return new Drawn(amounts);
    }

    /** Time alone, from fewer requests than a bill's. */
    static Drawn times(Scales scales, List<Scenario> scenarios, Draws draws) {
        double[][][][] amounts = room(scenarios.size(), draws.count(), EnumSet.of(Measure.P99_MS));
        List<Function<double[], Latency>> times = scenarios.stream().map(scales::times).toList();
        for (int draw = 0; draw < draws.count(); draw++) {
            double[] values = draws.values(draw);
            for (int i = 0; i < amounts.length; i++) {
                note(times.get(i).apply(values), amounts[i][Measure.P99_MS.ordinal()], draw);
            }
        }
        return new Drawn(amounts);
    }

    private static void note(Weighing weighed, double[][][] amounts, int draw) {
        for (Measure measure : AMOUNTS) {
            double[][] rows = amounts[measure.ordinal()];
            rows[0][draw] = weighed.in(measure, weighed.net());
            for (Part part : Part.values()) {
                rows[1 + part.ordinal()][draw] = weighed.in(measure, weighed.line(part));
            }
        }
    }

    private static void note(Latency latency, double[][] rows, int draw) {
        rows[0][draw] = latency.net().p99();
        latency.parts().forEach((part, ms) -> rows[1 + part.ordinal()][draw] = ms);
    }

    private static double[][][][] room(int scenarios, int draws, Set<Measure> measures) {
        double[][][][] room = new double[scenarios][Measure.values().length][][];
        for (double[][][] scenario : room) {
            for (Measure measure : Measure.values()) {
                scenario[measure.ordinal()] = new double[ROWS][measures.contains(measure) ? draws : 0];
            }
        }
        return room;
    }
}
