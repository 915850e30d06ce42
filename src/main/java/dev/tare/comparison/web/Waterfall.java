package dev.tare.comparison.web;

import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Leg;
import dev.tare.engine.Journey.Stay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request's calls one under the other, each from where it begins to where it ends on average: own work first, then calls
 * one after another, then those side by side. A service met again is not taken apart again; what is not shown is added up.
 */
final class Waterfall {
    private static final int MOST_ROWS = 60;

    private final Journey journey;
    private final List<Call> calls;
    private final Map<Integer, Stay> stays = new HashMap<>();
    private final Map<Integer, List<Leg>> legs = new HashMap<>();
    private final Set<Integer> apart = new HashSet<>();
    private final Set<Integer> shown = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * A call, or the arrival of the request.
     *
     * @param call  by position; -1 for the arrival
     * @param depth how many calls lead here
     * @param from  ms from the beginning, on average
     * @param hop   ms on the way
     * @param work  ms of the callee's own work there
     * @param until ms from the beginning where its answer is back
     * @param net   ms that the request waited for work: the callee's where it is met first, and the call itself
     * @param tare  ms that the request waited for hops of this call
     * @param error standard error of {@code tare}
     * @param again whether the callee was taken apart further up
     */
    record Row(int call, int service, int depth, boolean parallel, boolean remote, double times, double critical,
            double from, double hop, double work, double until, double net, double tare, double error, boolean again) {}

    private Waterfall(Journey journey, List<Call> calls) {
        this.journey = journey;
        this.calls = calls;
        journey.stays().forEach(stay -> stays.put(stay.service(), stay));
        journey.legs().forEach(leg -> legs.computeIfAbsent(calls.get(leg.call()).from(), _ -> new ArrayList<>())
                .add(leg));
    }

    static List<Row> of(Journey journey, List<Call> calls, int entry) {
        Waterfall waterfall = new Waterfall(journey, calls);
        Stay first = waterfall.stays.get(entry);
        if (first != null) {
            waterfall.rows.add(new Row(-1, entry, 0, false, false, 1, 1, 0, journey.arriving(), first.work(),
                    journey.arriving() + first.answer(), first.waited(), journey.arriving(), Double.NaN, false));
            waterfall.apart(first, journey.arriving(), 1, 1);
        }
        return waterfall.rows;
    }

    /** ms of the journey that no row shows. */
    static double others(Journey journey, List<Row> rows) {
        return journey.ms() - rows.stream().mapToDouble(row -> row.net() + row.tare()).sum();
    }

    /** {@code scale}: visits of this kind for each request, or less where they overlap. */
    private void apart(Stay at, double from, double scale, int depth) {
        apart.add(at.service());
        double next = from + scale * at.work();
        List<Leg> made = legs.getOrDefault(at.service(), List.of());
        for (Leg leg : made) {
            if (!leg.parallel()) {
                call(leg, at, next, scale, depth);
                next += scale * leg.taken();
            }
        }
        for (Leg leg : made) {
            if (leg.parallel()) {
                call(leg, at, next, scale, depth);
            }
        }
    }

    private void call(Leg leg, Stay caller, double from, double scale, int depth) {
        Stay callee = stays.get(calls.get(leg.call()).to());
        if (leg.times() <= 0 || callee == null || rows.size() >= MOST_ROWS || !shown.add(leg.call())) {
            return;
        }
        double each = caller.visits() > 0 ? leg.times() / caller.visits() : 0;
        double taken = scale * leg.taken();
        double hop = Math.min(taken, scale * leg.hop() / (leg.parallel() ? Math.max(1, each) : 1));
        double inner = callee.answer() > 0 ? (taken - hop) / callee.answer() : 0;
        boolean again = apart.contains(callee.service());
        rows.add(new Row(leg.call(), callee.service(), depth, leg.parallel(), leg.remote(), leg.times(),
                leg.critical(), from, hop, inner * callee.work(), from + taken,
                leg.inside() + (again ? 0 : callee.waited()), leg.tare(), leg.error(), again));
        if (!again) {
            apart(callee, from + hop, inner, depth + 1);
        }
    }

}
