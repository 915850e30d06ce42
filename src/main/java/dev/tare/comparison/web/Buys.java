package dev.tare.comparison.web;

import dev.tare.catalogue.Gift;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives;
import dev.tare.comparison.Gives.Buy;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the weight of two scenarios buys, side by side.
 *
 * @param rows     what is worked out from the estate
 * @param gifts    what the options chosen give besides, where it differs
 * @param same     where it does not
 * @param blocking needs that are not met
 */
record Buys(List<Row> rows, List<Gifts> gifts, List<Gifts> same, List<Unmet> blocking) {
    /** One thing, in either; {@code verdict} says which of them has the better of it: a, b or neither. */
    record Row(String name, Cell a, Cell b, String verdict) {}

    /** In words, with the address of the working. */
    record Cell(String words, String small, String working) {
        /** In one line. */
        public String text() {
            return small.isEmpty() ? words : words + " (" + small + ")";
        }
    }

    /** What options give, in words. */
    record Gifts(String name, String a, String b) {
        boolean differs() {
            return !a.equals(b);
        }
    }

    /** A service kept apart too little in a scenario. */
    record Unmet(String scenario, String service, String need, String reason) {}

    static Buys of(Weighed a, Weighed b, Writer writer, Workings workings) {
        List<Unmet> blocking = new ArrayList<>(unmet(a));
        if (!a.name().equals(b.name())) {
            blocking.addAll(unmet(b));
        }
        BuyWords ofA = new BuyWords(a.gives(), writer);
        BuyWords ofB = new BuyWords(b.gives(), writer);
        return of(Arrays.stream(Buy.values())
                .map(buy -> new Row(title(buy), cell(a, ofA, buy, workings), cell(b, ofB, buy, workings),
                        verdict(ofA.better(buy), ofB.better(buy))))
                .toList(), gifts(a.gives(), b.gives()), blocking);
    }

    /** Two plans side by side, what differs alone. */
    static Buys of(Gives a, Gives b, List<Unmet> blocking, Writer writer) {
        BuyWords ofA = new BuyWords(a, writer);
        BuyWords ofB = new BuyWords(b, writer);
        List<Row> rows = Arrays.stream(Buy.values())
                .map(buy -> new Row(title(buy), new Cell(ofA.of(buy), ofA.small(buy), ""),
                        new Cell(ofB.of(buy), ofB.small(buy), ""), verdict(ofA.better(buy), ofB.better(buy))))
                .filter(row -> !row.a().equals(row.b())).toList();
        return of(rows, gifts(a, b), blocking);
    }

    private static Buys of(List<Row> rows, List<Gifts> gifts, List<Unmet> blocking) {
        Map<Boolean, List<Gifts>> differing = gifts.stream().collect(Collectors.partitioningBy(Gifts::differs));
        return new Buys(rows, differing.getOrDefault(true, List.of()), differing.getOrDefault(false, List.of()),
                blocking);
    }

    /** What coming to a plan takes, in one line. */
    static String move(Gives gives, Writer writer) {
        BuyWords words = new BuyWords(gives, writer);
        return new Cell(words.of(Buy.MOVE), words.small(Buy.MOVE), "").text();
    }

    /** In addresses and answers. */
    static String id(Buy buy) {
        return buy.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Buy> buy(String id) {
        return Arrays.stream(Buy.values()).filter(buy -> id(buy).equals(id)).findFirst();
    }

    /** What it is called on pages. */
    static String title(Buy buy) {
        return switch (buy) {
            case ISOLATION -> "Isolation";
            case OUTAGE -> "When a unit fails";
            case AVAILABILITY -> "Requests answered";
            case RELEASES -> "Released and scaled alone";
            case LANGUAGES -> "Freedom of language";
            case START -> "Start of a unit";
            case MOVE -> "Coming from today";
        };
    }

    /** From a node that has nothing: the pull, then the start. */
    static Range cold(Gives.Start start, Gives.Pull pull) {
        return new Range(start.ms().low() + pull.ms().low(), start.ms().likely() + pull.ms().likely(),
                start.ms().high() + pull.ms().high());
    }

    private static Cell cell(Weighed weighed, BuyWords words, Buy buy, Workings workings) {
        boolean found = weighed.gives().workings().containsKey(buy);
        return new Cell(words.of(buy), words.small(buy),
                found ? workings.of(weighed, "buys-" + id(buy), Measure.COST) : "");
    }

    private static String verdict(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) || a == b ? "neither" : a > b ? "a" : "b";
    }

    private static List<Gifts> gifts(Gives a, Gives b) {
        return Arrays.stream(Gift.Kind.values()).filter(kind -> kind != Gift.Kind.START)
                .map(kind -> new Gifts(kind.title(), gift(a, kind), gift(b, kind)))
                .filter(row -> !row.a().equals(NOTHING) || !row.b().equals(NOTHING)).toList();
    }

    /** What options give that give nothing of a kind. */
    static final String NOTHING = "nothing";

    /** What the options chosen give of a kind, in words. */
    static String gift(Gives gives, Gift.Kind kind) {
        String words = gives.gifts().stream().filter(gift -> gift.kind() == kind).map(Gift::words).distinct()
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? NOTHING : words;
    }

    private static List<Unmet> unmet(Weighed weighed) {
        return weighed.gives().unmet().stream().map(each -> new Unmet(Beside.title(weighed), each.service(),
                each.need(), each.reason())).toList();
    }
}
