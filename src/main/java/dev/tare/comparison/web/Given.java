package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.catalogue.Gift;
import dev.tare.comparison.Gives;
import dev.tare.comparison.web.BillsAnswer.Spread;
import dev.tare.comparison.web.BillsAnswer.Working;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scenario's weight buys, as the API writes it. */
record Given(List<Gifted> gifts, int isolation, List<Gives.Unmet> unmet, int releasedAlone, int largestUnit,
        int teamsInAUnit, int mixedUnits, int rewritten, Outage outage, @Nullable Start start,
        @Nullable Move move, Map<String, Working> workings) {

    /** Shares of outside requests: lost when a unit fails, and answered. */
    @JsonInclude(Include.NON_NULL)
    record Outage(@Nullable Double worstLost, @Nullable String worst, @Nullable Double meanLost,
            @Nullable Spread availability) {
        static Outage of(Gives.Outage outage) {
            return Double.isNaN(outage.worstLost())
                    ? new Outage(null, null, null, null)
                    : new Outage(outage.worstLost(), outage.worst(), outage.meanLost(),
                            Spread.of(outage.availability()));
        }
    }

    /** {@code ms} where all is there already, or of a cold function; {@code coldMs} with the pull, on an empty node. */
    @JsonInclude(Include.NON_NULL)
    record Start(Spread ms, String assumption, @Nullable Spread coldMs, @Nullable Double pullBytes,
            @Nullable String unit) {
        static @Nullable Start of(Gives.@Nullable Start start) {
            if (start == null) {
                return null;
            }
            Gives.Pull pull = start.pull();
            return pull == null
                    ? new Start(Spread.of(start.ms()), start.assumption(), null, null,
                            start.function().isEmpty() ? null : start.function())
                    : new Start(Spread.of(start.ms()), start.assumption(), Spread.of(Buys.cold(start, pull)),
                            pull.bytes(), pull.unit());
        }
    }

    /** Once; {@code paybackMonths} is absent where nothing is saved, its high end where that may be. */
    @JsonInclude(Include.NON_NULL)
    record Move(Spread days, Spread cost, @Nullable Payback paybackMonths) {
        static @Nullable Move of(Gives.@Nullable Move move) {
            return move == null
                    ? null
                    : new Move(Spread.of(move.days()), Spread.of(move.cost()), Payback.of(move.payback()));
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Payback(double low, double likely, @Nullable Double high) {
        static @Nullable Payback of(Gives.@Nullable Payback payback) {
            return payback == null
                    ? null
                    : new Payback(payback.least(), payback.likely(),
                            Double.isInfinite(payback.most()) ? null : payback.most());
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Gifted(String kind, String words, @Nullable Integer strength, @Nullable String assumption) {
        static Gifted of(Gift gift) {
            return new Gifted(gift.kind().name().toLowerCase(Locale.ROOT), gift.words(), gift.strength(),
                    gift.assumption());
        }
    }

    static Given of(Gives gives) {
        return new Given(gives.gifts().stream().map(Gifted::of).toList(), gives.isolationLevel(), gives.unmet(),
                gives.releasedAlone(), gives.largestUnit(), gives.teamsInAUnit(), gives.mixedUnits(),
                gives.rewritten(), Outage.of(gives.outage()), Start.of(gives.start()), Move.of(gives.move()),
                workings(gives));
    }

    private static Map<String, Working> workings(Gives gives) {
        Map<String, Working> workings = new LinkedHashMap<>();
        gives.workings().forEach((buy, working) -> workings.put(Buys.id(buy), Working.of(working)));
        return workings;
    }
}
