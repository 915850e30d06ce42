package dev.tare.engine;

import java.util.Arrays;
import java.util.Map;

/**
 * The deployment shape as the formulas see it: which assumption fills which {@link Param}, how capacity is paid for,
 * what a node keeps for itself, and what becomes of sidecars. Built by the catalogue from one option per axis.
 *
 * @param name       shown beside every figure
 * @param billing    how capacity is paid for
 * @param reserved   what each node keeps for the platform
 * @param proxyCurve proxy CPU against requests/s, relative to its value at 1000 requests/s
 * @param helpers    what becomes of logging, metrics and security sidecars
 * @param slots      for each {@link Param} by ordinal the slot in {@link Assumptions}, or -1 where nothing is bound
 */
public record Shape(String name, Billing billing, Reservation reserved, Curve proxyCurve, Helpers helpers,
        int[] slots) {
    /** How capacity is paid for. */
    public enum Billing {
        /** Whole nodes or servers. */
        NODES,
        /** The request of each instance, no nodes of one's own. */
        INSTANCES,
        /** Each invocation and the memory held while it runs. */
        REQUESTS
    }

    /** What watching makes of a registered logging, metrics or security sidecar. */
    public enum Helpers {
        /** Stays beside each replica. */
        SIDECAR,
        /** One agent on each node instead. */
        NODE_AGENT,
        /** The operating system's own tool instead: nothing is left to run. */
        HOST_TOOL
    }

    /** Binds slots by name; parameters not in the map are zero. */
    public static Shape of(String name, Billing billing, Reservation reserved, Curve proxyCurve, Helpers helpers,
            Map<Param, Integer> bound) {
        int[] slots = new int[Param.values().length];
        Arrays.fill(slots, -1);
        bound.forEach((param, slot) -> slots[param.ordinal()] = slot);
        return new Shape(name, billing, reserved, proxyCurve, helpers, slots);
    }

    /** The value of a parameter under the given assumption values; 0 where nothing is bound. */
    public double value(Param param, double[] values) {
        int slot = slots[param.ordinal()];
        return slot < 0 ? 0 : values[slot];
    }

    /** The assumption slot of a parameter, or -1. */
    public int slot(Param param) {
        return slots[param.ordinal()];
    }
}
