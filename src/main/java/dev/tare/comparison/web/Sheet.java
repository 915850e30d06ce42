package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Scenarios line by line against the first of them, as figures: everything a page, a file or a decision record tells of a
 * comparison, so that it can be kept as it was. Amounts are in base units, money in the estate's currency a month.
 *
 * @param estate     name of the estate, for people
 * @param version    of the estate that was weighed
 * @param at         when that version was written
 * @param measure    the measure of the lines
 * @param draws      how often every assumption was drawn
 * @param seed       the same seed draws the same values
 * @param calibrated whether money is put right by what is billed
 * @param figures    figures the reader put in place of the catalogue's, by key, each in the unit of its entry
 * @param refused    scenarios that cannot be weighed
 * @param rows       net, the lines, tare and gross in the measure of the lines; gross in every other measure
 * @param chances    how likely one scenario's gross is less than another's, every pair in every measure
 * @param gives      what the weight buys
 * @param options    what the options chosen give besides
 * @param movers     assumptions that decide between the first and the lightest of the others; empty unless asked for
 * @param sources    every assumption a working names
 */
@NamedInterface("comparison")
@JsonInclude(Include.NON_NULL)
public record Sheet(String estate, long version, Instant at, String currency, String measure, int draws, long seed,
        boolean calibrated, Map<String, Double> figures, List<Column> columns, List<Refused> refused, List<Row> rows,
        List<Chance> chances, List<Give> gives, List<Offer> options, List<Mover> movers, List<Source> sources) {
    /** The collections are copied. */
    public Sheet {
        figures = Map.copyOf(figures);
        columns = List.copyOf(columns);
        refused = List.copyOf(refused);
        rows = List.copyOf(rows);
        chances = List.copyOf(chances);
        gives = List.copyOf(gives);
        options = List.copyOf(options);
        movers = List.copyOf(movers);
        sources = List.copyOf(sources);
    }

    /** The part of a row that is the whole bill. */
    public static final String GROSS = "gross";

    /**
     * A scenario.
     *
     * @param scenario as it is written in addresses
     * @param shared   services of each unit that holds more than one
     * @param tareShare tare as a share of gross in the measure of the lines
     */
    public record Column(String scenario, String shape, String grouping, boolean today, int units,
            List<List<String>> shared, double tareShare, double restsOnDefaults, List<Unmet> unmet) {
        /** In a sentence or at the head of a column. */
        public String title() {
            return shape + ", " + grouping;
        }
    }

    /** A service kept apart too little, which forbids the scenario whatever it costs. */
    public record Unmet(String service, String need, String reason) {}

    /** A scenario that cannot be weighed, and why. */
    public record Refused(String scenario, String name, List<String> reasons) {}

    /** One amount in every scenario. */
    public record Row(String part, String measure, List<Cell> cells) {}

    /**
     * One amount.
     *
     * @param drawn   over the draws; absent where it was not drawn
     * @param against what it is more than in the first scenario; absent in the first
     * @param working how it was found; absent for sums
     */
    @JsonInclude(Include.NON_NULL)
    public record Cell(double low, double likely, double high, @Nullable Drawn drawn, @Nullable Against against,
            @Nullable Working working) {
        /** Where the range begins that people are shown. */
        public double from() {
            return drawn == null ? low : drawn.p10();
        }

        /** The middle of it. */
        public double middle() {
            return drawn == null ? likely : drawn.p50();
        }

        /** Where it ends. */
        public double to() {
            return drawn == null ? high : drawn.p90();
        }
    }

    /** What 10, 50 and 90 of 100 draws stay below. */
    public record Drawn(double p10, double p50, double p90) {}

    /**
     * A difference from the first scenario.
     *
     * @param likely at likely values
     * @param less   share of the draws in which it is less than the first, a tie counting half; absent where unknown
     */
    @JsonInclude(Include.NON_NULL)
    public record Against(double likely, @Nullable Drawn drawn, @Nullable Double less) {
        private static final double SURE = 0.9;

        /** Whether nobody can say which of the two is less. */
        public boolean open() {
            return less != null && less > 1 - SURE && less < SURE;
        }

        /** Whether it surely is less than the first. */
        public boolean surelyLess() {
            return less != null && less >= SURE;
        }

        /** Whether it surely is more. */
        public boolean surelyMore() {
            return less != null && less <= 1 - SURE;
        }
    }

    /** How likely it is that the gross of one scenario is less than that of another; a tie counts half. */
    public record Chance(String a, String b, String measure, double less) {}

    /** How a figure was found. */
    public record Working(String formula, List<Input> inputs) {}

    /** A number that went into it, written with its unit; {@code assumption} is empty for one of the estate. */
    public record Input(String name, String value, String assumption) {}

    /** One thing the weight buys. */
    public record Give(String id, String name, List<Bought> cells) {}

    /**
     * One thing in one scenario, in words.
     *
     * @param verdict better or worse than in the first, same, or empty where nobody can say
     */
    public record Bought(String words, String small, String verdict, boolean worked) {
        /** In one line. */
        public String text() {
            return small.isEmpty() ? words : words + " (" + small + ")";
        }
    }

    /** What the options chosen give besides, in words. */
    public record Offer(String name, List<String> words) {
        /** Whether it is not the same in all. */
        public boolean differs() {
            return words.stream().distinct().count() > 1;
        }
    }

    /**
     * What one assumption does to the difference between two scenarios.
     *
     * @param scenario the one the first is compared with
     * @param share    of the spread that goes with it; absent where there are too few draws to say
     */
    @JsonInclude(Include.NON_NULL)
    public record Mover(String scenario, String key, double atLow, double atHigh, @Nullable Double share) {
        /** Whether it alone turns which of the two is less. */
        public boolean turns() {
            return atLow * atHigh < 0;
        }
    }

    /** An assumption as it stood, in its own unit; {@code yours} was taken instead where the reader said so. */
    @JsonInclude(Include.NON_NULL)
    public record Source(String key, String what, double low, double likely, double high, String unit, String asOf,
            String source, String locator, String how, @Nullable Double yours) {}

    /** The row of a part in a measure. */
    public Row row(String part, String of) {
        return rows.stream().filter(row -> row.part().equals(part) && row.measure().equals(of)).findFirst()
                .orElseThrow();
    }

    /** The whole bill in the measure of the lines. */
    public Row gross() {
        return row(GROSS, measure);
    }

    /** Whether nobody can say which of two columns is less in a measure. */
    boolean open(int a, int b, String of) {
        String one = columns.get(a).scenario();
        String other = columns.get(b).scenario();
        return chances.stream().filter(each -> each.measure().equals(of))
                .filter(each -> each.a().equals(one) && each.b().equals(other)
                        || each.a().equals(other) && each.b().equals(one))
                .anyMatch(each -> each.less() > 1 - Against.SURE && each.less() < Against.SURE);
    }

    /** The assumption of that key, where a working names it. */
    public java.util.Optional<Source> source(String key) {
        return sources.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
