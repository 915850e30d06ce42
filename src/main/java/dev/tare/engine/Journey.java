package dev.tare.engine;

import dev.tare.engine.Bill.Part;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of requests from outside goes: on average over all of them, or over those about as slow as a quantile
 * says. Quantiles of single hops do not add up to the quantile of the whole; what the same requests spent here and there
 * does. What was waited for sums to {@code ms}: arriving, own work, and the hops of the calls.
 *
 * @param ms       of a request on average over these requests; for a quantile its figure
 * @param error    standard error of {@code ms} for having been drawn; NaN where it cannot be told
 * @param requests how many of the drawn requests these are
 * @param drawn    how many were drawn
 * @param arriving ms that starting the first service puts on a request
 * @param stays    services that requests reach by calls that are waited for
 * @param legs     the calls that are waited for
 */
public record Journey(double ms, double error, int requests, int drawn, double arriving, List<Stay> stays,
        List<Leg> legs) {
    /** Which requests are looked at. */
    public enum Band {
        /** All of them. */
        ALL(Double.NaN),
        /** Those about as slow as half of them are at most. */
        MEDIAN(0.5),
        /** Those about as slow as 99 of 100 are at most. */
        SLOW(0.99);

        private final double share;

        Band(double share) {
            this.share = share;
        }

        /** The share of requests that are faster. */
        public double share() {
            return share;
        }
    }

    /** The lists are copied. */
    public Journey {
        stays = List.copyOf(stays);
        legs = List.copyOf(legs);
    }

    /**
     * A service on the way.
     *
     * @param service by position
     * @param visits  how often a request comes by, waited for or beside something slower
     * @param answer  ms of a visit with all it waits for
     * @param work    ms of own work a visit takes
     * @param waited  ms of own work that the request waited for
     * @param error   standard error of {@code waited}; NaN where it cannot be told
     */
    public record Stay(int service, double visits, double answer, double work, double waited, double error) {}

    /**
     * A call on the way, all its repetitions together.
     *
     * @param call     by position in the graph
     * @param parallel whether it is made beside the caller's other parallel calls
     * @param remote   whether it leaves its caller's unit
     * @param times    how often a request makes it
     * @param critical how often a request waited for it, and not for something slower beside it; weighted by their time
     *                 below calls repeated more than 16 times
     * @param taken    ms it takes a visit of the caller, the callee's answer included
     * @param hop      ms of these on the way and not at the callee
     * @param inside   ms of the call itself, inside a process or as the least of a remote one, that the request waited for
     * @param parts    ms of hops, beyond that, that the request waited for, by what causes them
     * @param error    standard error of all parts together; NaN where it cannot be told
     */
    public record Leg(int call, boolean parallel, boolean remote, double times, double critical, double taken,
            double hop, double inside, Map<Part, Double> parts, double error) {
        /** The map is copied. */
        public Leg {
            parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        }

        /** ms of hops that the request waited for and that the work does not need. */
        public double tare() {
            return parts.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** ms that the work itself takes, calls inside processes included. */
    public double net() {
        return stays.stream().mapToDouble(Stay::waited).sum() + legs.stream().mapToDouble(Leg::inside).sum();
    }

    /** ms that the shape adds. */
    public double tare() {
        return arriving + legs.stream().mapToDouble(Leg::tare).sum();
    }
}
