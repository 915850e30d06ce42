package dev.tare.engine;

/** Milliseconds that half, nine in ten and ninety-nine in a hundred requests stay below. */
public record Percentiles(double p50, double p90, double p99) {}
