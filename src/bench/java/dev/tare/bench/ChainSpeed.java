package dev.tare.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

import dev.tare.engine.latency.ChainDraws;

/** Prints how many hops a second tare draws on the chain, on one core: the median of five, for scripts that time peers. */
public final class ChainSpeed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 3000;
    private static final int RUNS = 1000;

    private ChainSpeed() {}

    public static void main(String[] args) {
        ChainDraws chain = ChainDraws.lognormal(1, 0.8);
        run(chain, WARM_UP);
        double[] speeds = new double[5];
        Arrays.setAll(speeds, i -> run(chain, RUNS));
        Arrays.sort(speeds);
        System.out.println(speeds[2]);
    }

    private static double run(ChainDraws chain, int times) {
        long start = THREADS.getCurrentThreadCpuTime();
        long hops = 0;
        for (int i = 0; i < times; i++) {
            hops += (long) chain.run().draws() * ChainDraws.HOPS;
        }
        return hops * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
