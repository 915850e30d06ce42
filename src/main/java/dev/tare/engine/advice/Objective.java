package dev.tare.engine.advice;

/** Weighs a grouping as a whole plan; less is better. */
@FunctionalInterface
public interface Objective {
    /**
     * What the grouping weighs.
     *
     * @param units for each service by position its unit, numbered from 0 without gaps in order of first appearance
     */
    double weigh(int[] units);
}
