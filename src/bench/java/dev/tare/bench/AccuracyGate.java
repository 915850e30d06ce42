package dev.tare.bench;

import dev.tare.engine.latency.ChainDraws;

/** Speed is worth nothing out of these gates: p99.9 of a chain of ten hops against its convolution. */
final class AccuracyGate {
    private static final int SEEDS = 64;
    private static final double DRAWN = 0.005;
    private static final double CONVOLVED = 0.001;

    private AccuracyGate() {}

    /** Prints how far off p99.9 is, and throws where that is out of the gate. */
    static void hold() {
        ChainDraws lognormal = ChainDraws.lognormal(1, 0.8);
        ChainDraws heavy = ChainDraws.lognormal(0, 2);
        hold("lognormal, drawn", drawn(lognormal), 94.5448, DRAWN);
        hold("heavy tail, drawn", drawn(heavy), 1770.73, DRAWN);
        hold("measured, drawn", drawn(ChainDraws.measured()), 40.14, DRAWN);
        hold("lognormal, convolved", lognormal.convolved(0.999), 94.5448, CONVOLVED);
        hold("heavy tail, convolved", heavy.convolved(0.999), 1770.73, CONVOLVED);
    }

    private static double drawn(ChainDraws chain) {
        return ChainDraws.quantile(chain.sorted(SEEDS), 0.999);
    }

    private static void hold(String what, double found, double truth, double gate) {
        double off = found / truth - 1;
        System.out.printf("p99.9 of ten hops, %-24s %10.3f  truth %10.3f  off %+.3f %%  gate %.1f %%%n", what, found, truth,
                100 * off, 100 * gate);
        if (Math.abs(off) > gate) {
            throw new IllegalStateException("out of the gate: " + what);
        }
    }
}
