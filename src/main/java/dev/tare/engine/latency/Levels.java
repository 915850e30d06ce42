package dev.tare.engine.latency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Percentiles;
import dev.tare.engine.latency.Latency.EntryTimes;
import dev.tare.engine.latency.Sample.Read;

/** What the levels of the stack say together: means over the entry points by their rates, and what each part adds. */
record Levels(List<Entry> entries, Stack stack) {
    /** Of a weighted mean of figures drawn apart: √Σ(w e)². */
    double error(List<EntryTimes> times) {
        double total = times.stream().mapToDouble(EntryTimes::perSecond).sum();
        double squares = times.stream().mapToDouble(
                entry -> entry.p99Error() * (total > 0 ? entry.perSecond() / total : 1.0 / times.size()))
                .map(error -> error * error).sum();
        return Math.sqrt(squares);
    }

    Percentiles[] weighted(List<Read[]> levels) {
        double total = entries.stream().mapToDouble(Entry::meanPerSecond).sum();
        Percentiles[] all = new Percentiles[stack.levels()];
        for (int level = 0; level < all.length; level++) {
            double p50 = 0;
            double p90 = 0;
            double p99 = 0;
            for (int i = 0; i < levels.size(); i++) {
                double weight = total > 0 ? entries.get(i).meanPerSecond() / total : 1.0 / levels.size();
                p50 += weight * levels.get(i)[level].percentiles().p50();
                p90 += weight * levels.get(i)[level].percentiles().p90();
                p99 += weight * levels.get(i)[level].percentiles().p99();
            }
            all[level] = new Percentiles(Sample.grain(p50), Sample.grain(p90), Sample.grain(p99));
        }
        return all;
    }

    Map<Part, Double> parts(Percentiles[] levels) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        Latency.ORDER.forEach(part -> parts.put(part, 0.0));
        for (int level = 1; level < levels.length; level++) {
            parts.put(stack.part(level), levels[level].p99() - levels[level - 1].p99());
        }
        return parts;
    }
}
