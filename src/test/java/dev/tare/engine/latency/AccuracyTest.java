package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The gate a sampler has to pass before its speed is worth anything: 0.5 % of the truth, far out in the tail too. */
class AccuracyTest {
    private static final int SEEDS = 64;
    private static final double GATE = 0.005;

    /** Truths: chain-of-lognormals.csv and sums-of-ten.csv. */
    @Test
    void lognormalHops() {
        hold(ChainDraws.lognormal(1, 0.8), 35.722, 72.1212, 94.5448);
    }

    @Test
    void hopsOfAHeavyTail() {
        hold(ChainDraws.lognormal(0, 2), 40.9104, 547.637, 1770.73);
    }

    /** Truth: the tenfold discrete convolution of the file's values on a lattice of 0.01 ms, exact. */
    @Test
    void measuredHops() {
        hold(ChainDraws.measured(), 15.16, 32.83, 40.14);
    }

    private static void hold(ChainDraws chain, double p50, double p99, double p999) {
        double[] sorted = chain.sorted(SEEDS);
        assertThat(ChainDraws.quantile(sorted, 0.5)).isCloseTo(p50, within(GATE * p50));
        assertThat(ChainDraws.quantile(sorted, 0.99)).isCloseTo(p99, within(GATE * p99));
        assertThat(ChainDraws.quantile(sorted, 0.999)).isCloseTo(p999, within(GATE * p999));
    }
}
