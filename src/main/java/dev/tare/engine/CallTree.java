package dev.tare.engine;

import dev.tare.engine.advice.TreePlans;
import java.util.List;

/**
 * Functions that call each other as a tree, to be grouped into blocks that hold together by calls: what runs costs its
 * rate times its time, what crosses blocks costs its bytes at both ends, and a block has a memory limit.
 *
 * @param memoryLimit most memory of a block
 * @param entryRate   requests that arrive at the first node
 * @param entryData   data of each
 * @param nodes       in order, parents before children; calls name them from 1
 * @param calls       from parent to child, at most 20
 */
public record CallTree(double memoryLimit, double entryRate, double entryData, List<Node> nodes, List<Call> calls) {
    /** A function: time of a call and memory. */
    public record Node(double time, double memory) {}

    /** A call: how often in all, and data of each. */
    public record Call(int from, int to, double rate, double data) {}

    /**
     * What grouping comes to.
     *
     * @param apart          every function alone
     * @param best           the advisor's best grouping within the limit
     * @param tied           groupings within the limit that weigh no more, found by trying every set of cuts
     * @param together       all in one block
     * @param memoryTogether memory of that block
     */
    public record Plans(double apart, double best, long tied, double together, double memoryTogether) {}

    /** The lists are copied. */
    public CallTree {
        nodes = List.copyOf(nodes);
        calls = List.copyOf(calls);
    }

    /** Has the advisor group it. */
    public Plans plans() {
        return TreePlans.of(this);
    }
}
