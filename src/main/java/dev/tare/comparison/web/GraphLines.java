package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.graph.Picture.At;
import dev.tare.comparison.graph.Picture.Fate;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallTares.CallTare;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls as lines: those from one drawn cell to another in the same way are one line, and those inside a closed group none. */
final class GraphLines {
    private final GraphParts parts;
    private final Weighed now;
    private final double[] ms;
    private final @Nullable Weighed to;
    private final double[] msThen;
    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    private final int[] inside;

    /** What makes two calls one line. */
    record Key(At from, At to, boolean async, Fate fate) {}

    /** Calls added up. */
    static final class Sum {
        final Key key;
        final List<Integer> calls = new ArrayList<>();
        final TreeSet<Mode> modes = new TreeSet<>();
        double perSecond;
        double low;
        double money;
        double high;
        double ms;

        Sum(Key key) {
            this.key = key;
        }

        Range range() {
            return new Range(low, money, high);
        }

        double of(GraphQuery.Weigh weigh) {
            return switch (weigh) {
                case MONEY -> money;
                case RATE -> perSecond;
                case MS -> ms;
            };
        }
    }

    /** {@code ms} by call, a request's; {@code then} and {@code msThen} of what is laid over it. */
    GraphLines(GraphParts parts, Weighed now, double[] ms, @Nullable Weighed then, double[] msThen, boolean async) {
        this.parts = parts;
        this.now = now;
        this.ms = ms;
        to = then;
        this.msThen = msThen;
        inside = new int[parts.groups().size()];
        for (int call = 0; call < now.calls().size(); call++) {
            if (async || now.calls().get(call).mode() != Mode.ASYNC) {
                add(call);
            }
        }
    }

    /** The heaviest first. */
    List<Sum> sums(GraphQuery.Weigh weigh) {
        return sums.values().stream().sorted(Comparator.comparingDouble((Sum sum) -> -sum.of(weigh))
                .thenComparing(Comparator.comparingDouble((Sum sum) -> -sum.perSecond))).toList();
    }

    /** Calls inside a closed group. */
    int inside(int group) {
        return inside[group];
    }

    private void add(int call) {
        Call made = now.calls().get(call);
        At from = parts.place(made.from());
        At at = parts.place(made.to());
        if (from == null || at == null) {
            return;
        }
        boolean alone = at.cell() < parts.groups().get(at.box()).listed().size();
        if (from.equals(at) && !(alone && made.from() == made.to())) {
            inside[from.box()]++;
            return;
        }
        Fate fate = fate(call);
        boolean then = fate == Fate.ADDED && to != null;
        CallTare tare = then && to != null ? to.tares().calls().get(call) : now.tares().calls().get(call);
        Key key = new Key(from, at, made.mode() == Mode.ASYNC, fate);
        Sum sum = sums.computeIfAbsent(key, Sum::new);
        sum.calls.add(call);
        sum.modes.add(made.mode());
        sum.perSecond += tare.perSecond();
        Range money = tare.total();
        sum.low += money.low();
        sum.money += money.likely();
        sum.high += money.high();
        sum.ms += then ? msThen[call] : ms[call];
    }

    private Fate fate(int call) {
        boolean hop = now.tares().calls().get(call).remote();
        boolean later = to == null ? hop : to.tares().calls().get(call).remote();
        return hop ? later ? Fate.HOP : Fate.REMOVED : later ? Fate.ADDED : Fate.INSIDE;
    }

    /** Where nobody asks for ms: NaN, by call. */
    static double[] untimed(int calls) {
        double[] ms = new double[calls];
        Arrays.fill(ms, Double.NaN);
        return ms;
    }

    /** ms of hops that a request waits for, by call. */
    static double[] ms(dev.tare.engine.Journey journey, int calls) {
        double[] ms = new double[calls];
        Arrays.fill(ms, 0);
        journey.legs().forEach(leg -> ms[leg.call()] += leg.tare());
        return ms;
    }
}
