package dev.tare.comparison;

import dev.tare.catalogue.Gift;
import dev.tare.engine.Bill;
import dev.tare.engine.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's weight buys.
 *
 * @param gifts            what the chosen options give
 * @param isolationLevel   strength of the walls between units, 0 (none) to 5
 * @param unmet            services whose need to be kept apart is not met, with the reason
 * @param releasedAlone    services that are a unit of their own, so that they can be released and scaled alone
 * @param services         how many there are
 * @param largestUnit      services in the largest unit
 * @param teamsInAUnit     most teams that share a unit
 * @param mixedUnits       units that hold services of more than one language family
 * @param rewritten        services in them that are not of the unit's most common family
 * @param outage           what requests lose when a unit fails
 * @param start            how long a unit takes to start, where its options say
 * @param move             what it takes to come here from today's; absent for what runs today
 * @param workings         how each was found, by {@link Buy}
 */
public record Gives(List<Gift> gifts, int isolationLevel, List<Unmet> unmet, int releasedAlone, int services,
        int largestUnit, int teamsInAUnit, int mixedUnits, int rewritten, Outage outage, @Nullable Start start,
        @Nullable Move move, Map<Buy, Bill.Working> workings) {
    /** What is worked out for a scenario. */
    public enum Buy {
        ISOLATION, OUTAGE, AVAILABILITY, RELEASES, LANGUAGES, START, MOVE
    }

    Gives with(Map<Buy, Bill.Working> found) {
        return new Gives(gifts, isolationLevel, unmet, releasedAlone, services, largestUnit, teamsInAUnit, mixedUnits,
                rewritten, outage, start, move, found);
    }

    /**
     * What requests lose.
     *
     * @param worstLost    share lost while the unit whose failure loses most is down; NaN where there are too many units
     * @param worst        a service of that unit
     * @param meanLost     the same of a unit on average
     * @param availability share answered, with every unit up for the same share of the time
     */
    public record Outage(double worstLost, String worst, double meanLost, Range availability) {}

    /**
     * Milliseconds to start a unit.
     *
     * @param ms         where what it runs is there already; of a function, cold
     * @param assumption what that rests on
     * @param pull       what comes first on a node that has nothing; absent where that is in it, or the platform's
     * @param function   the service that starts slowest, where each is a function; empty otherwise
     */
    public record Start(Range ms, String assumption, @Nullable Pull pull, String function) {}

    /**
     * Milliseconds to pull the largest unit.
     *
     * @param bytes compressed
     * @param unit  the first of its services
     */
    public record Pull(Range ms, double bytes, String unit) {}

    /**
     * Coming here from today's, once.
     *
     * @param days    engineer-days
     * @param cost    their cost, the estate's currency
     * @param counts  axes that change, units carried over, services regrouped, services rewritten
     * @param saved   the estate's currency a month, below zero where it costs more
     * @param payback months until what is saved has paid for it; absent where nothing is saved at likely values
     */
    public record Move(Range days, Range cost, Counts counts, Range saved, @Nullable Payback payback) {}

    /** What a move consists of. */
    public record Counts(long axes, long carried, long regrouped, long rewritten) {}

    /** Months; {@code most} is infinite where the saving may be none. */
    public record Payback(double least, double likely, double most) {}

    /** A service that needs to be kept apart and is not. */
    public record Unmet(String service, String need, String reason) {}
}
