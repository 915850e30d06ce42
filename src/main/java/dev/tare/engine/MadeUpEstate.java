package dev.tare.engine;

import dev.tare.engine.scale.EstateMaker;
import dev.tare.engine.scale.Looks;

/**
 * An estate to make up by the quantiles of a published one. The same seed makes the same estate.
 *
 * @param services  how many
 * @param calls     how many pairs of services call each other
 * @param layers    calls go from a layer to a deeper one, so that no row of calls is longer
 * @param team      services of a team
 * @param fanOut    services that a service calls
 * @param fanIn     services that call a service
 * @param instances replicas of a service
 */
public record MadeUpEstate(int services, int calls, int layers, int team, Quantiles fanOut, Quantiles fanIn,
        Quantiles instances) {
    /**
     * Whole numbers of which a share is none.
     *
     * @param none share of them that is 0
     * @param p50  half of them are no more
     * @param p90  90 of 100 are no more
     * @param p99  99 of 100 are no more
     * @param most the largest
     */
    public record Quantiles(double none, double p50, double p90, double p99, double most) {
        /** The same with another largest number, so many times this one. */
        public Quantiles upTo(double times) {
            return new Quantiles(none, p50, p90, p99, most * times);
        }
    }

    /**
     * What it looks like once made.
     *
     * @param depth remote calls in a row, each waiting for the next, with every service a unit of its own
     * @param loops groups of services that call each other in a circle
     */
    public record Facts(int services, int calls, Quantiles fanOut, Quantiles fanIn, int depth, int loops) {}

    /** Makes it. */
    public CallGraph graph(long seed) {
        return EstateMaker.make(this, seed);
    }

    /** Makes it, and counts. */
    public Facts facts(long seed) {
        return Looks.of(graph(seed));
    }
}
