package dev.tare.engine.latency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Percentiles;
import dev.tare.engine.latency.Latency.EntryTimes;

/** Reads the percentiles off the answers of the entry points, level by level. */
final class Report {
    private final Stack stack;
    private final Paths paths;
    private final Shuffle shuffle;

    Report(Stack stack, Paths paths, Shuffle shuffle) {
        this.stack = stack;
        this.paths = paths;
        this.shuffle = shuffle;
    }

    Latency of(List<Entry> entries, Answers answers, int draws) {
        List<Percentiles[]> levels = entries.stream().map(e -> levels(e.service(), answers.of(e.service()))).toList();
        List<EntryTimes> times = IntStream.range(0, entries.size()).mapToObj(i -> {
            Percentiles[] of = levels.get(i);
            Entry entry = entries.get(i);
            return new EntryTimes(entry.service(), entry.meanPerSecond(), of[0], of[of.length - 1], parts(of));
        }).toList();
        Percentiles[] all = weighted(entries, levels);
        return new Latency(times, all[0], all[all.length - 1], parts(all), draws, answers.cut());
    }

    private Percentiles[] levels(int service, double[][] answer) {
        Percentiles[] found = new Percentiles[stack.levels()];
        double[] arrival = new double[answer[0].length];
        boolean delayed = false;
        for (int level = 0; level < found.length; level++) {
            if (level > 0 && stack.part(level) == Part.PLACEMENT) {
                stack.draw(arrival, level, service, Shuffle.key(paths.key(service), -2), shuffle);
                delayed = true;
            }
            boolean same = level > 0 && answer[level] == answer[level - 1] && !delayed;
            found[level] = same ? found[level - 1] : Sample.percentiles(sum(answer[level], arrival));
        }
        return found;
    }

    private static double[] sum(double[] row, double[] arrival) {
        double[] sum = row.clone();
        Sample.add(sum, arrival);
        return sum;
    }

    private Percentiles[] weighted(List<Entry> entries, List<Percentiles[]> levels) {
        double total = entries.stream().mapToDouble(Entry::meanPerSecond).sum();
        Percentiles[] all = new Percentiles[stack.levels()];
        for (int level = 0; level < all.length; level++) {
            double p50 = 0;
            double p90 = 0;
            double p99 = 0;
            for (int i = 0; i < levels.size(); i++) {
                double weight = total > 0 ? entries.get(i).meanPerSecond() / total : 1.0 / levels.size();
                p50 += weight * levels.get(i)[level].p50();
                p90 += weight * levels.get(i)[level].p90();
                p99 += weight * levels.get(i)[level].p99();
            }
            all[level] = new Percentiles(Sample.grain(p50), Sample.grain(p90), Sample.grain(p99));
        }
        return all;
    }

    private Map<Part, Double> parts(Percentiles[] levels) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        Latency.ORDER.forEach(part -> parts.put(part, 0.0));
        for (int level = 1; level < levels.length; level++) {
            parts.put(stack.part(level), levels[level].p99() - levels[level - 1].p99());
        }
        return parts;
    }
}
