package dev.tare.engine;

/**
 * A shape and a grouping to weigh.
 *
 * @param name  shown beside every figure
 * @param shape one option on each axis, resolved
 * @param units for each service by position the unit it is in, numbered from 0 without gaps
 * @param today whether this is what runs now: registered replicas and sidecars are then taken as they are
 */
public record Scenario(String name, Shape shape, int[] units, boolean today) {
    /** How many units there are. */
    public int unitCount() {
        int max = -1;
        for (int unit : units) {
            max = Math.max(max, unit);
        }
        return max + 1;
    }
}
