package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.CLUSTERS;
import static dev.tare.engine.Param.CONTROL_PLANE_FEE;
import static dev.tare.engine.Param.CONTROL_SERVERS;
import static dev.tare.engine.Param.CONTROL_SERVER_CPU;
import static dev.tare.engine.Param.CONTROL_SERVER_MEMORY;
import static dev.tare.engine.Param.DAEMONSET_CPU;
import static dev.tare.engine.Param.DAEMONSET_MEMORY;
import static dev.tare.engine.Param.FUNCTION_COLD_SHARE;
import static dev.tare.engine.Param.FUNCTION_COLD_START;
import static dev.tare.engine.Param.FUNCTION_PER_REQUEST;
import static dev.tare.engine.Param.LOAD_BALANCER;
import static dev.tare.engine.Param.LOAD_BALANCERS;
import static dev.tare.engine.Param.NODE_AGENT_CPU;
import static dev.tare.engine.Param.NODE_AGENT_MEMORY;
import static dev.tare.engine.Param.NODE_MAX_INSTANCES;
import static dev.tare.engine.Param.NODE_SYSTEM_CPU;
import static dev.tare.engine.Param.NODE_SYSTEM_MEMORY;
import static dev.tare.engine.Param.WORKFLOW_PER_TRANSITION;
import static dev.tare.engine.Param.WORKFLOW_TRANSITIONS_PER_CALL;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;

/**
 * Deciding where things run: the control plane's fee or servers, what each node keeps for the platform, system
 * daemonsets and scheduler agents, helpers that stay with their unit, further copies of what runs on every node;
 * functions per invocation, while they start cold and while they wait; workflows per transition. In front of a single
 * unit, the load balancer.
 *
 * <p>Example: 5 transitions a second for an hour at 25 USD per million are 18,000 × 0.000025 = 0.45 USD.
 */
final class PlacementLine implements TareLine {
    @Override
    public Part part() {
        return Part.PLACEMENT;
    }

    @Override
    public Amount amount(Weighing w) {
        double further = w.nodes - w.firstPinned();
        double servers = w.terms.of(CONTROL_SERVERS);
        Amount amount = Amount.capacity(
                servers * w.terms.of(CONTROL_SERVER_CPU) + w.floating.stayingCpu + w.nodes * w.pinned.stayingCpu
                        + further * w.pinned.cpu,
                servers * w.terms.of(CONTROL_SERVER_MEMORY) + w.floating.stayingMemory
                        + w.nodes * w.pinned.stayingMemory + further * w.pinned.memoryNeeded);
        Fleet fleet = w.fleet;
        Functions functions = w.functions;
        Amount kept = fleet == null
                ? Amount.NONE
                : Amount.capacity(w.nodes * fleet.platformCpu(), w.nodes * fleet.platformMemory());
        Amount held = functions == null
                ? Amount.NONE
                : Amount.NONE.functions(functions.placementCpu, functions.placementMemory);
        return amount.plus(kept).plus(held).money(controlPlane(w) + invocations(w) + transitions(w) + door(w));
    }

    private static double controlPlane(Weighing w) {
        return w.terms.of(CLUSTERS) * w.terms.of(CONTROL_PLANE_FEE) * w.terms.hours();
    }

    private static double invocations(Weighing w) {
        Functions functions = w.functions;
        return functions == null
                ? 0
                : functions.invocations * w.terms.seconds() * w.terms.of(FUNCTION_PER_REQUEST);
    }

    /** USD a month of workflow transitions. */
    static double transitions(Weighing w) {
        return perMonth(w) * w.terms.of(WORKFLOW_PER_TRANSITION);
    }

    private static double perMonth(Weighing w) {
        return w.flows.hops.remoteRate() * w.terms.seconds() * w.terms.of(WORKFLOW_TRANSITIONS_PER_CALL);
    }

    private static double door(Weighing w) {
        return w.grouping.units > 1 ? 0 : NetworkLine.loadBalancers(w);
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        return switch (measure) {
            case COST -> cost(sheet);
            case VCPU -> held(sheet.formula("nodes × (reserved + system + daemonsets + agents) + control servers "
                    + "+ helpers that stay + further copies of what runs on every node"), sheet.w, VCPU)
                    .given("system of a node, CPU", NODE_SYSTEM_CPU).given("system daemonsets, CPU", DAEMONSET_CPU)
                    .given("scheduler agent, CPU", NODE_AGENT_CPU).given("control servers", CONTROL_SERVERS)
                    .given("one control server, CPU", CONTROL_SERVER_CPU).done();
            case MEMORY -> held(sheet.formula("nodes × (reserved + system + daemonsets + agents) + control servers "
                    + "+ helpers that stay + further copies of what runs on every node"), sheet.w, BYTES)
                    .given("system of a node, memory", NODE_SYSTEM_MEMORY)
                    .given("system daemonsets, memory", DAEMONSET_MEMORY)
                    .given("scheduler agent, memory", NODE_AGENT_MEMORY).given("control servers", CONTROL_SERVERS)
                    .given("one control server, memory", CONTROL_SERVER_MEMORY).done();
            case P99_MS -> sheet.formula("what p99 gains when cold starts are added to arrivals")
                    .given("share that starts cold", FUNCTION_COLD_SHARE)
                    .given("one cold start", FUNCTION_COLD_START).done();
            case BYTES_PER_MONTH -> sheet.formula("nothing is moved to deploy").found("bytes", 0, BYTES).done();
        };
    }

    private static Sheet held(Sheet sheet, Weighing w, Dimension dimension) {
        boolean cpu = dimension == VCPU;
        Fleet fleet = w.fleet;
        if (fleet != null) {
            sheet.found("nodes", w.nodes, NUMBER).found("nodes of the shape's size in one", fleet.scale(), NUMBER)
                    .found("reserved, system, daemonsets and agents of one node",
                            cpu ? fleet.platformCpu() : fleet.platformMemory(), dimension)
                    .found("reserved by the provider's formula",
                            cpu
                                    ? w.terms.shape().reserved().cpu(fleet.vcpu())
                                    : w.terms.shape().reserved().memory(
                                            fleet.memory(), w.terms.of(NODE_MAX_INSTANCES)),
                            dimension);
        }
        Functions functions = w.functions;
        if (functions != null) {
            sheet.found("instances held waiting", functions.waiting, NUMBER)
                    .found("instances held starting", functions.cold, NUMBER);
        }
        return sheet.found("helpers that stay with their unit",
                cpu
                        ? w.floating.stayingCpu + w.nodes * w.pinned.stayingCpu
                        : w.floating.stayingMemory + w.nodes * w.pinned.stayingMemory,
                dimension);
    }

    private Working cost(Sheet sheet) {
        Weighing w = sheet.w;
        Functions functions = w.functions;
        Sheet priced = sheet.formula("(vCPU × price + memory × price) × hours + clusters × fee × hours; functions: "
                + "invocations × price + GB-seconds of waiting and starting × price + transitions × price")
                .priced(w.line(part())).given("clusters", CLUSTERS).given("control plane fee", CONTROL_PLANE_FEE);
        if (functions != null) {
            priced.found("invocations a month", functions.invocations * w.terms.seconds(), NUMBER)
                    .given("price of an invocation", FUNCTION_PER_REQUEST)
                    .found("memory held by callers that wait: paid twice", functions.waitingMemory, BYTES);
        }
        if (w.terms.of(WORKFLOW_TRANSITIONS_PER_CALL) > 0) {
            priced.found("transitions a month", perMonth(w), NUMBER)
                    .given("price of a transition", WORKFLOW_PER_TRANSITION);
        }
        if (door(w) > 0) {
            priced.given("load balancers in front", LOAD_BALANCERS).given("price of a load balancer", LOAD_BALANCER);
        }
        return priced.done();
    }
}
