package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Percentiles;
import dev.tare.engine.latency.Latency.EntryTimes;
import dev.tare.engine.latency.Sample.Read;

/** Collects the answers of the entry points, block by block, and reads their percentiles off, level by level. */
final class Report implements Answers.Reader {
    private final Stack stack;
    private final Paths paths;
    private final List<Entry> entries;
    private final int blocks;
    private final int[] index;
    private final double[][][] drawn;
    private final Read[][] found;

    Report(Stack stack, Paths paths, List<Entry> entries, int blocks, int services) {
        this.stack = stack;
        this.paths = paths;
        this.entries = entries;
        this.blocks = blocks;
        index = new int[services];
        Arrays.fill(index, -1);
        int count = 0;
        for (Entry entry : entries) {
            index[entry.service()] = index[entry.service()] < 0 ? count++ : index[entry.service()];
        }
        drawn = new double[count][][];
        found = new Read[count][stack.levels()];
    }

    /** Takes the percentiles without infrastructure from another run. */
    void net(Read[] known) {
        for (int i = 0; i < known.length; i++) {
            found[i][0] = known[i];
        }
    }

    /** The percentiles without infrastructure, by entry service. */
    Read[] net() {
        return Arrays.stream(found).map(levels -> levels[0]).toArray(Read[]::new);
    }

    /** Whether nothing is left to draw: the rest is known and no infrastructure touches any request. */
    boolean complete(boolean anyRemote) {
        boolean known = Arrays.stream(found).noneMatch(levels -> levels[0] == null);
        boolean delayed = stack.levels() > 1 && stack.part(stack.levels() - 1) == Part.PLACEMENT;
        return known && !delayed && (!anyRemote || stack.levels() == 1);
    }

    @Override
    public void read(int service, int block, double[][] rows, boolean plain, Room room) {
        int at = index[service];
        if (at < 0) {
            return;
        }
        if (block == 0) {
            drawn[at] = new double[stack.levels()][];
        }
        for (int level = 0; level < stack.levels(); level++) {
            if (found[at][level] == null && !same(level, plain)) {
                drawn[at][level] = block == 0 ? room.take(blocks * Orders.BLOCK) : drawn[at][level];
                note(drawn[at][level], level, service, block, rows[plain ? 0 : level]);
            }
        }
        if (block == blocks - 1) {
            reduce(at, room);
        }
    }

    /** Whether a level is as the one below: nothing of it touches this entry point. */
    private boolean same(int level, boolean plain) {
        return plain && level > 0 && stack.part(level) != Part.PLACEMENT;
    }

    private void note(double[] all, int level, int service, int block, double[] row) {
        System.arraycopy(row, 0, all, block * Orders.BLOCK, row.length);
        if (level > 0 && stack.part(level) == Part.PLACEMENT) {
            double[] arriving = arriving(stack, paths, service, block, level);
            for (int i = 0; i < arriving.length; i++) {
                all[block * Orders.BLOCK + i] += arriving[i];
            }
        }
    }

    /** What starting the first service puts on the requests of a block. */
    static double[] arriving(Stack stack, Paths paths, int service, int block, int level) {
        double[] arriving = new double[Orders.BLOCK];
        long key = Shuffle.key(paths.key(service), -2);
        stack.arrive(level, service, Orders.of(Shuffle.order(key) + block), Shuffle.key(key, block), arriving);
        return arriving;
    }

    private void reduce(int at, Room room) {
        for (int level = 0; level < stack.levels(); level++) {
            double[] all = drawn[at][level];
            if (all != null) {
                found[at][level] = Sample.read(all);
                room.give(all);
            } else if (found[at][level] == null) {
                found[at][level] = found[at][level - 1];
            }
        }
        drawn[at] = new double[0][];
    }

    /** What was found, and what holds for entry points that nothing of the infrastructure touches. */
    Latency done(int draws, int cut) {
        Levels of = new Levels(entries, stack);
        List<Read[]> levels = entries.stream().map(e -> filled(found[index[e.service()]])).toList();
        List<EntryTimes> times = IntStream.range(0, entries.size()).mapToObj(i -> {
            Percentiles[] level = Arrays.stream(levels.get(i)).map(Read::percentiles).toArray(Percentiles[]::new);
            Entry entry = entries.get(i);
            return new EntryTimes(entry.service(), entry.meanPerSecond(), level[0], level[level.length - 1],
                    of.parts(level), levels.get(i)[level.length - 1].p99Error());
        }).toList();
        Percentiles[] all = of.weighted(levels);
        return new Latency(times, all[0], all[all.length - 1], of.parts(all), of.error(times), draws, cut);
    }

    private static Read[] filled(Read[] levels) {
        for (int level = 1; level < levels.length; level++) {
            levels[level] = levels[level] == null ? levels[level - 1] : levels[level];
        }
        return levels;
    }
}
