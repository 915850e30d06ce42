package dev.tare.comparison;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Engine;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Going from one scenario to another, once: days for each axis that changes and for each unit carried over, for each
 * service that comes into another process, and for each that has to be rewritten to fit there.
 */
final class Moving {
    private final Assumptions assumptions;
    private final Place left;
    private final Place reached;
    private final Asked from;
    private final Asked to;

    Moving(Catalogue catalogue, Place left, Place reached) {
        this.assumptions = catalogue.assumptions();
        this.left = left;
        this.reached = reached;
        this.from = left.asked();
        this.to = reached.asked();
    }

    /** A scenario, and what weighs the estate as it takes it to be. */
    record Place(Engine engine, Asked asked) {
        /** US dollars a month with the assumptions at these values. */
        double gross(double[] values) {
            return engine.gross(asked.scenario(), asked.fixedIn(values));
        }
    }

    Gives.Move over(long rewritten) {
        Gives.Counts counts = counts(rewritten);
        double[][] corners = { assumptions.lightest(), assumptions.likely(), assumptions.heaviest() };
        double[] days = new double[corners.length];
        double[] costs = new double[corners.length];
        double[] saved = new double[corners.length];
        for (int i = 0; i < corners.length; i++) {
            double[] values = to.fixedIn(corners[i]);
            days[i] = days(values, counts);
            costs[i] = days[i] / value(values, "move.days_per_month") * engineer(values) / to.usdPerUnit();
            saved[i] = (left.gross(corners[i]) - reached.gross(corners[i])) / to.modelledPerUnit();
        }
        Range cost = Range.of(costs[0], costs[1], costs[2]);
        Range less = Range.of(saved[0], saved[1], saved[2]);
        return new Gives.Move(Range.of(days[0], days[1], days[2]), cost, counts, less, payback(cost, less));
    }

    private static Gives.@Nullable Payback payback(Range cost, Range saved) {
        return saved.likely() > 0
                ? new Gives.Payback(cost.low() / saved.high(), cost.likely() / saved.likely(),
                        saved.low() > 0 ? cost.high() / saved.low() : Double.POSITIVE_INFINITY)
                : null;
    }

    private Gives.Counts counts(long rewritten) {
        long axes = Axis.ofShape().stream()
                .filter(axis -> !Objects.equals(from.axes().get(axis.id()), to.axes().get(axis.id()))).count();
        return new Gives.Counts(axes, axes > 0 ? to.scenario().unitCount() : 0, regrouped(), rewritten);
    }

    private double days(double[] values, Gives.Counts counts) {
        return counts.axes() * value(values, "move.base") + counts.carried() * value(values, "move.unit")
                + counts.regrouped() * value(values, "move.merge") + counts.rewritten() * value(values, "move.rewrite");
    }

    /** Services that share their process with others than before. */
    private long regrouped() {
        List<List<Integer>> before = Units.members(from.scenario().units());
        Set<List<Integer>> known = new HashSet<>(before);
        return Units.members(to.scenario().units()).stream().filter(unit -> !known.contains(unit))
                .mapToLong(List::size).sum();
    }

    private double engineer(double[] values) {
        return to.scenario().shape().value(Param.PEOPLE_COST, values);
    }

    private double value(double[] values, String key) {
        return values[assumptions.slot(key)];
    }
}
