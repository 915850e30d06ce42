package dev.tare.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an estate as it runs, as they are kept. Measures and lines are called as in the API ({@code cost},
 * {@code p99Ms}, {@code bytesPerMonth}, {@code vcpu}, {@code memory}; {@code mesh}, …); money in the currency, a month.
 *
 * @param shape    what the shape that runs is called; empty for an estate without services
 * @param units    deployable units
 * @param calls    calls registered
 * @param totals   by measure
 * @param lines    by part of the tare and measure
 * @param services by name; their nets and tares add up to those of the estate
 * @param teams    by name, what no team owns under the empty name; they add up likewise
 * @param findings codes of the patterns found
 * @param defaults share of the gross cost that rests on values nobody stated
 */
public record Standing(String currency, String shape, int units, int calls, Map<String, Totals> totals,
        Map<String, Map<String, Spread>> lines, Map<String, Money> services, Map<String, Money> teams,
        Facts facts, List<String> findings, double defaults) {
    /** Nobody owns these services. */
    public static final String NOBODY = "";

    /** A figure, and what 10 and 90 of 100 draws of all assumptions stay below; where it was not drawn, its bounds. */
    public record Spread(double low, double likely, double high) {
        static final Spread NOTHING = new Spread(0, 0, 0);
    }

    /** Gross, net and tare of one measure; at likely values net + tare = gross. */
    public record Totals(Spread gross, Spread net, Spread tare) {
        static final Totals NOTHING = new Totals(Spread.NOTHING, Spread.NOTHING, Spread.NOTHING);
    }

    /**
     * Money of a service or a team, at likely values.
     *
     * @param team  who owns the service; absent for teams
     * @param lines its share of each part of the tare, which add up to the tare; none where that was not kept
     */
    public record Money(double net, double tare, @Nullable String team,
            @JsonInclude(Include.NON_EMPTY) Map<String, Double> lines) {
        /** Absent lines are none. */
        public Money {
            lines = lines == null ? Map.of() : Map.copyOf(lines);
        }

        /** Money nobody divided. */
        public Money(double net, double tare, @Nullable String team) {
            this(net, tare, team, Map.of());
        }

        /** Both. */
        public double gross() {
            return net + tare;
        }

        /** Both sums, line by line; owned as the other is. */
        public Money plus(Money other) {
            Map<String, Double> sum = new HashMap<>(lines);
            other.lines.forEach((line, amount) -> sum.merge(line, amount, Double::sum));
            return new Money(net + other.net, tare + other.tare, other.team, sum);
        }

        /** A part of it. */
        public Money times(double share) {
            Map<String, Double> part = new HashMap<>(lines);
            part.replaceAll((_, amount) -> amount * share);
            return new Money(net * share, tare * share, team, part);
        }
    }

    /** Facts of the graph under today's grouping. */
    public record Facts(double hopsPerRequest, int depth, int remoteCalls, int components, double requestsPerSecond,
            double nodes, double instances) {
        static final Facts NONE = new Facts(0, 0, 0, 0, 0, 0, 0);
    }

    /** Gross, net and tare in a measure. */
    public Totals total(String measure) {
        return totals.getOrDefault(measure, Totals.NOTHING);
    }

    /** A part of the tare in a measure. */
    public Spread line(String part, String measure) {
        return lines.getOrDefault(part, Map.of()).getOrDefault(measure, Spread.NOTHING);
    }

    /** Of an estate without services. */
    static Standing nothing(String currency) {
        return new Standing(currency, "", 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Facts.NONE, List.of(), 0);
    }
}
