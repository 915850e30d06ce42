package dev.tare.engine.advice;

import dev.tare.engine.Blocker;
import dev.tare.engine.Blocker.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures of the whole plan that may not exceed something: its latency objectives. */
public record Limit(List<Each> each) {
    /** No limit. */
    public static final Limit NONE = new Limit(List.of());

    /**
     * One of them.
     *
     * @param measure what is measured
     * @param most    what it may come to
     * @param service whose requests are meant, by position; -1 for anybody's
     */
    public record Each(Objective measure, double most, int service) {}

    /** The list is copied. */
    public Limit {
        each = List.copyOf(each);
    }

    /** A single one. */
    public static Limit of(Objective measure, double most) {
        return new Limit(List.of(new Each(measure, most, -1)));
    }

    boolean keeps(int[] units) {
        return excess(units) <= 0;
    }

    /** How far beyond its limit the worst of them is, as a share of the limit; 0 where all are kept. */
    double excess(int[] units) {
        double worst = 0;
        for (Each one : each) {
            worst = Math.max(worst, excess(one, one.measure.weigh(units)));
        }
        return worst;
    }

    /** The one exceeded furthest. */
    @Nullable
    Blocker broken(int[] units) {
        Blocker worst = null;
        double furthest = 0;
        for (Each one : each) {
            double found = one.measure.weigh(units);
            if (excess(one, found) > furthest) {
                furthest = excess(one, found);
                worst = new Blocker(Reason.LATENCY, one.service, -1, found, one.most);
            }
        }
        return worst;
    }

    private static double excess(Each one, double found) {
        double over = found / one.most - 1;
        return over > 1e-9 ? over : 0;
    }
}
