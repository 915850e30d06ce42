package dev.tare.comparison.web;

import dev.tare.catalogue.Gift;
import dev.tare.comparison.Gives;
import dev.tare.comparison.Gives.Buy;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.stream.Collectors;

/** Says what a scenario buys: in a few words, what goes with them, and a number by which more is better. */
record BuyWords(Gives gives, Writer writer) {
    private static final int DECIMALS = 2;
    private static final int YEAR = 12;
    /** Years beyond which a payback is no plan. */
    private static final int LONG = 50;
    private static final String UNKNOWN = "too many units to find out";

    String of(Buy buy) {
        return switch (buy) {
            case ISOLATION -> gives.isolationLevel() + " of 5";
            case OUTAGE -> Double.isNaN(gives.outage().worstLost())
                    ? UNKNOWN
                    : "up to " + writer.figures().percent(gives.outage().worstLost()) + " lost";
            case AVAILABILITY -> Double.isNaN(gives.outage().availability().likely())
                    ? UNKNOWN
                    : percent(gives.outage().availability().likely());
            case RELEASES -> gives.releasedAlone() + " of " + gives.services() + " services";
            case LANGUAGES -> gives.rewritten() == 0
                    ? "each keeps its own"
                    : gives.rewritten() == 1 ? "one needs a rewrite" : gives.rewritten() + " need a rewrite";
            case START -> start();
            case MOVE -> move();
        };
    }

    /** What goes with it; may be empty. */
    String small(Buy buy) {
        return switch (buy) {
            case ISOLATION -> gives.unmet().isEmpty() ? walls() : blocked() + "; " + walls();
            case OUTAGE -> Double.isNaN(gives.outage().worstLost())
                    ? ""
                    : "by " + gives.outage().worst() + "; " + writer.figures().percent(gives.outage().meanLost())
                            + " on average";
            case AVAILABILITY -> Double.isNaN(gives.outage().availability().likely())
                    ? ""
                    : "between " + percent(gives.outage().availability().low()) + " and "
                            + percent(gives.outage().availability().high());
            case RELEASES -> gives.teamsInAUnit() > 1 ? "up to " + gives.teamsInAUnit() + " teams share a unit" : "";
            case LANGUAGES -> gives.mixedUnits() == 0 ? "" : mixed();
            case START -> smallStart();
            case MOVE -> smallMove();
        };
    }

    /** The more the better; not a number where the two cannot be told apart by one. */
    double better(Buy buy) {
        Gives.Start start = gives.start();
        Gives.Move move = gives.move();
        return switch (buy) {
            case ISOLATION -> gives.unmet().isEmpty() ? gives.isolationLevel() : -gives.unmet().size();
            case OUTAGE -> -gives.outage().meanLost();
            case AVAILABILITY -> gives.outage().availability().likely();
            case RELEASES -> gives.releasedAlone();
            case LANGUAGES -> -gives.rewritten();
            case START -> start == null ? Double.NaN : -cold(start).likely();
            case MOVE -> move == null ? 0 : -move.cost().likely();
        };
    }

    private String walls() {
        return gives.gifts().stream().filter(gift -> gift.kind() == Gift.Kind.ISOLATION).map(Gift::words)
                .collect(Collectors.joining("; "));
    }

    private String blocked() {
        return gives.unmet().size() == 1
                ? "too weak for " + gives.unmet().getFirst().service()
                : "too weak for " + gives.unmet().size() + " services";
    }

    private String mixed() {
        return gives.mixedUnits() == 1
                ? "one unit holds several languages"
                : gives.mixedUnits() + " units hold several languages";
    }

    private static Range cold(Gives.Start start) {
        Gives.Pull pull = start.pull();
        return pull == null ? start.ms() : Buys.cold(start, pull);
    }

    private String start() {
        Gives.Start start = gives.start();
        if (start == null) {
            return "not stated";
        }
        return writer.figures().ms(cold(start).likely()) + (start.function().isEmpty()
                ? start.pull() == null ? "" : " on an empty node"
                : " cold");
    }

    private String smallStart() {
        Gives.Start start = gives.start();
        if (start == null) {
            return "";
        }
        String range = writer.range(Measure.P99_MS, cold(start));
        Gives.Pull pull = start.pull();
        if (pull == null) {
            return start.function().isEmpty() ? range : range + ", " + start.function() + "; warm at once";
        }
        return range + "; " + writer.figures().percent(pull.ms().likely() / cold(start).likely()) + " of it pulling "
                + writer.figures().bytes(pull.bytes()) + "; " + writer.figures().ms(start.ms().likely())
                + " where it is there";
    }

    private String move() {
        Gives.Move move = gives.move();
        return move == null ? "runs today" : "once " + writer.amount(Measure.COST, move.cost().likely());
    }

    private String smallMove() {
        Gives.Move move = gives.move();
        if (move == null) {
            return "";
        }
        Gives.Payback payback = move.payback();
        String cost = writer.range(Measure.COST, move.cost());
        return payback == null
                ? cost + "; never paid back: it costs more each month"
                : cost + "; paid back in " + months(payback);
    }

    private String months(Gives.Payback payback) {
        String most = Double.isInfinite(payback.most()) ? "perhaps never" : "at most " + span(payback.most());
        return span(payback.likely()) + ", at least " + span(payback.least()) + ", " + most;
    }

    /** Months, or years where there are many. */
    private String span(double months) {
        if (months >= LONG * YEAR) {
            return "over " + LONG + " years";
        }
        return months < 2 * YEAR
                ? writer.figures().number(months) + " months"
                : writer.figures().number(months / YEAR) + " years";
    }

    private String percent(double share) {
        return writer.figures().fixed(share * 100, DECIMALS) + "\u00a0%";
    }
}
