package dev.tare.engine.advice;

/** A measure of the whole plan that may not exceed something: its latency objective. */
public record Limit(Objective measure, double most) {
    /** No limit. */
    public static final Limit NONE = new Limit(units -> 0, Double.POSITIVE_INFINITY);

    boolean keeps(int[] units) {
        return most == Double.POSITIVE_INFINITY || measure.weigh(units) <= most;
    }
}
