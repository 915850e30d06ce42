package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tare.engine.latency.Sample.Read;

/** Answers without infrastructure: the same under every grouping and shape, so they are found once. */
final class Nets {
    private static final int MOST = 16;

    private final Map<Net, Read[]> kept = new LinkedHashMap<>();

    /** What decides them, besides the graph. */
    record Net(int blocks, double[] workP50, double[] workP99, double inProcess) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Net net && blocks == net.blocks && inProcess == net.inProcess
                    && Arrays.equals(workP50, net.workP50) && Arrays.equals(workP99, net.workP99);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(workP50) * 31 + Arrays.hashCode(workP99);
        }
    }

    /** By entry service, or nothing. */
    synchronized Read @Nullable [] known(Net net) {
        return kept.get(net);
    }

    synchronized void keep(Net net, Read[] found) {
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(net, found);
    }
}
