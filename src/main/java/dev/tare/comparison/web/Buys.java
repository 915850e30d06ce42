package dev.tare.comparison.web;

import dev.tare.catalogue.Gift;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the weight of two scenarios buys, side by side, and the needs that are not met.
 *
 * @param rows what differs
 * @param same what both give alike
 */
record Buys(List<Row> rows, List<Row> same, List<Unmet> unmet) {
    /** One thing that is given or not. */
    record Row(String name, String a, String b) {
        boolean differs() {
            return !a.equals(b);
        }
    }

    /** A service kept apart too little in a scenario. */
    record Unmet(String scenario, String service, String need, String reason) {}

    static Buys of(Weighed a, Weighed b, Writer writer) {
        List<Unmet> unmet = new ArrayList<>(unmet(a));
        if (!a.name().equals(b.name())) {
            unmet.addAll(unmet(b));
        }
        return of(a.gives(), b.gives(), unmet, writer);
    }

    /** Two plans side by side. */
    static Buys of(Gives a, Gives b, List<Unmet> unmet, Writer writer) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Released and scaled alone", alone(a), alone(b)));
        rows.add(row("Teams that share a unit", teams(a), teams(b)));
        rows.add(row("Languages", languages(a), languages(b)));
        rows.add(row("When a unit fails", lost(a, writer), lost(b, writer)));
        rows.add(row("Requests answered", answered(a, writer), answered(b, writer)));
        rows.add(row("Coming from today", move(a, writer), move(b, writer)));
        for (Gift.Kind kind : Gift.Kind.values()) {
            String ofA = gift(a, kind) + started(a, kind, writer);
            String ofB = gift(b, kind) + started(b, kind, writer);
            if (!ofA.isEmpty() || !ofB.isEmpty()) {
                rows.add(row(kind.title(), orNothing(ofA), orNothing(ofB)));
            }
        }
        Map<Boolean, List<Row>> differing = rows.stream().collect(Collectors.partitioningBy(Row::differs));
        return new Buys(differing.getOrDefault(true, List.of()), differing.getOrDefault(false, List.of()), unmet);
    }

    private static Row row(String name, String a, String b) {
        return new Row(name, a, b);
    }

    private static String alone(Gives gives) {
        return gives.releasedAlone() + " of " + gives.services() + " services";
    }

    private static String teams(Gives gives) {
        return gives.teamsInAUnit() > 1 ? "up to " + gives.teamsInAUnit() : "none";
    }

    private static String languages(Gives gives) {
        if (gives.mixedUnits() == 0) {
            return "each service keeps its own";
        }
        return gives.rewritten() == 1
                ? "one service would need a rewrite"
                : gives.rewritten() + " services would need a rewrite";
    }

    private static String lost(Gives gives, Writer writer) {
        Gives.Outage outage = gives.outage();
        return Double.isNaN(outage.worstLost())
                ? "too many units to find out"
                : "up to " + writer.figures().percent(outage.worstLost()) + " of requests lost (" + outage.worst()
                        + "), " + writer.figures().percent(outage.meanLost()) + " on average";
    }

    /** Share answered, as every unit is up the same share of the time. */
    private static String answered(Gives gives, Writer writer) {
        Range share = gives.outage().availability();
        return Double.isNaN(share.likely())
                ? "too many units to find out"
                : percent(share.likely(), writer) + ", between " + percent(share.low(), writer) + " and "
                        + percent(share.high(), writer);
    }

    private static String percent(double share, Writer writer) {
        return writer.figures().fixed(share * 100, 2) + "\u00a0%";
    }

    static String move(Gives gives, Writer writer) {
        Gives.Move move = gives.move();
        if (move == null) {
            return "nothing: it runs today";
        }
        String cost = "once " + writer.amount(Measure.COST, move.cost().likely()) + " ("
                + writer.range(Measure.COST, move.cost()) + ")";
        Gives.Payback payback = move.payback();
        return payback == null ? cost + "; never paid back" : cost + "; paid back in " + months(payback, writer);
    }

    private static String months(Gives.Payback payback, Writer writer) {
        String most = Double.isInfinite(payback.most())
                ? "perhaps never"
                : span(payback.most(), writer) + " at most";
        return span(payback.likely(), writer) + " (" + span(payback.least(), writer) + " at least, " + most + ")";
    }

    /** Months, or years where there are many. */
    private static String span(double months, Writer writer) {
        return months < 24
                ? writer.figures().number(months) + " months"
                : writer.figures().number(months / 12) + " years";
    }

    private static String started(Gives gives, Gift.Kind kind, Writer writer) {
        Gives.Start start = gives.start();
        return kind != Gift.Kind.START || start == null
                ? ""
                : ": " + writer.range(Measure.P99_MS, start.ms()) + ", " + writer.figures().ms(start.ms().likely())
                        + " likely";
    }

    private static String gift(Gives gives, Gift.Kind kind) {
        return gives.gifts().stream().filter(gift -> gift.kind() == kind).map(Gift::words).distinct()
                .collect(Collectors.joining("; "));
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "nothing" : words;
    }

    private static List<Unmet> unmet(Weighed weighed) {
        return weighed.gives().unmet().stream().map(each -> new Unmet(Beside.title(weighed), each.service(),
                each.need(), each.reason())).toList();
    }
}
