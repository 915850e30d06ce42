package dev.tare.engine;

import dev.tare.engine.Bill.Part;
import java.util.Arrays;
import java.util.Collection;

/**
 * A bill in short: what a scenario costs with every assumption at one value, without ranges, workings or time. For
 * those who weigh one change after another.
 *
 * @param net       USD a month of the work itself
 * @param lines     USD a month of each part of the tare, by its ordinal
 * @param moved     bytes moved to deploy in a month
 * @param processes processes that run
 * @param nodes     nodes or servers paid for, 0 where none are
 * @param vcpu      vCPUs paid for
 */
public record Brief(double net, double[] lines, double moved, double processes, double nodes, double vcpu) {
    /** USD a month, all in all. */
    public double gross() {
        return net + Arrays.stream(lines).sum();
    }

    /** USD a month of these parts together. */
    public double of(Collection<Part> parts) {
        return parts.stream().mapToDouble(part -> lines[part.ordinal()]).sum();
    }
}
