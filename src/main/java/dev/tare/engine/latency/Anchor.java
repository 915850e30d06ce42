package dev.tare.engine.latency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Percentiles;
import dev.tare.engine.latency.Latency.EntryTimes;

/**
 * The same scenario at the same assumption values from all requests and from the first few of them. What the few are off
 * by there they are off by at other values too, for they are the same requests: a figure found from them elsewhere is
 * put right by that ratio (a ratio estimator: Cochran, Sampling Techniques, chapter 6). At the anchor itself the
 * result is that of all requests exactly.
 *
 * <p>Example: 100 ms from all and 96 ms from the few; 192 ms from the few at other values are taken as 200 ms.
 *
 * @param all from all requests
 * @param few from the first few
 */
public record Anchor(Latency all, Latency few) {
    /** What is said of one entry point or of all of them. */
    private record Told(Percentiles net, Percentiles gross, Map<Part, Double> parts) {
        static Told of(Latency latency) {
            return new Told(latency.net(), latency.gross(), latency.parts());
        }

        static Told of(EntryTimes entry) {
            return new Told(entry.net(), entry.gross(), entry.parts());
        }

        /** p99 without infrastructure and then with one part after another put back. */
        double[] levels() {
            double[] levels = new double[Latency.ORDER.size() + 1];
            levels[0] = net.p99();
            for (int i = 1; i < levels.length; i++) {
                levels[i] = levels[i - 1] + parts.getOrDefault(Latency.ORDER.get(i - 1), 0.0);
            }
            return levels;
        }
    }

    /** What all requests would give where the few give this. */
    public Latency right(Latency found) {
        Told told = right(Told.of(found), Told.of(few), Told.of(all));
        List<EntryTimes> entries = IntStream.range(0, found.entries().size()).mapToObj(
                i -> entry(found.entries().get(i), few.entries().get(i), all.entries().get(i))).toList();
        return new Latency(entries, told.net(), told.gross(), told.parts(), all.p99Error(), all.draws(),
                all.cutCalls());
    }

    private static EntryTimes entry(EntryTimes found, EntryTimes few, EntryTimes all) {
        Told told = right(Told.of(found), Told.of(few), Told.of(all));
        return new EntryTimes(found.service(), found.perSecond(), told.net(), told.gross(), told.parts(),
                all.p99Error());
    }

    private static Told right(Told found, Told few, Told all) {
        double[] levels = found.levels();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = right(levels[i], few.levels()[i], all.levels()[i]);
            levels[i] = i > 0 ? Math.max(levels[i - 1], levels[i]) : levels[i];
        }
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (int i = 1; i < levels.length; i++) {
            parts.put(Latency.ORDER.get(i - 1), levels[i] - levels[i - 1]);
        }
        return new Told(right(found.net, few.net, all.net, levels[0]),
                right(found.gross, few.gross, all.gross, levels[levels.length - 1]), parts);
    }

    private static Percentiles right(Percentiles found, Percentiles few, Percentiles all, double p99) {
        return new Percentiles(right(found.p50(), few.p50(), all.p50()), right(found.p90(), few.p90(), all.p90()), p99);
    }

    private static double right(double found, double few, double all) {
        return few > 0 ? Sample.grain(all * (found / few)) : found;
    }
}
