package dev.tare.engine;

/**
 * What outside requests lose when units fail.
 *
 * @param lost         by unit, share of the requests lost while it is down; empty where there are too many units
 * @param availability share of the requests answered when every unit is up for the same share of the time,
 *                     independently of the others: Π over the units a request touches; NaN where there are too many
 */
public record Resilience(double[] lost, double availability) {
    /** The unit whose failure loses most, or -1. */
    public int worst() {
        int worst = lost.length == 0 ? -1 : 0;
        for (int unit = 1; unit < lost.length; unit++) {
            worst = lost[unit] > lost[worst] ? unit : worst;
        }
        return worst;
    }
}
