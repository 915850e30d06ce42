package dev.tare.engine;

/** A figure with its bounds, low &le; likely &le; high. */
public record Range(double low, double likely, double high) {
    /** Puts three evaluations in order around the likely one. */
    public static Range of(double light, double likely, double heavy) {
        return new Range(Math.min(likely, Math.min(light, heavy)), likely, Math.max(likely, Math.max(light, heavy)));
    }
}
