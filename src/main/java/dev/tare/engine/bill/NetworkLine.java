package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.CROSS_ZONE_SHARE;
import static dev.tare.engine.Param.HOP_P50;
import static dev.tare.engine.Param.HOP_P99;
import static dev.tare.engine.Param.LOAD_BALANCER;
import static dev.tare.engine.Param.LOAD_BALANCERS;
import static dev.tare.engine.Param.PRICE_CROSS_ZONE;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * Units that talk over a wire: CPU at both ends of every remote call, bytes that cross zones, paid on the way out and
 * on the way in, and load balancers between units. Where everything is one unit there is no such line; the load
 * balancer in front of it is placement's then.
 *
 * <p>Example: 1000 remote calls/s of 0.2 CPU-ms are 0.2 vCPU; 2 kB each way between zones for a third of them, at 0.01
 * USD per GB and direction, are 1000 × 2,628,000 s × 4 kB ÷ 3 × 2 × 0.01 = 70.08 USD a month.
 */
final class NetworkLine implements TareLine {
    /** A byte between zones is paid for where it leaves and where it arrives. */
    private static final double DIRECTIONS = 2;

    @Override
    public Part part() {
        return Part.NETWORK;
    }

    @Override
    public Amount amount(Weighing w) {
        Functions functions = w.functions;
        Amount calls = functions == null
                ? Amount.capacity(w.floating.serialisation, 0)
                : Amount.NONE.functions(functions.networkCpu, functions.networkMemory);
        return calls.money(crossZone(w) + (w.grouping.units > 1 ? loadBalancers(w) : 0));
    }

    /** USD a month of the estate's load balancers, wherever they are booked. */
    static double loadBalancers(Weighing w) {
        return w.terms.of(LOAD_BALANCERS) * w.terms.of(LOAD_BALANCER) * w.terms.hours();
    }

    /** USD a month of bytes that cross zones. */
    static double crossZone(Weighing w) {
        double gb = w.wireBytes() * w.terms.seconds() / Terms.GB;
        return gb * w.terms.of(CROSS_ZONE_SHARE) * w.terms.of(PRICE_CROSS_ZONE) * DIRECTIONS;
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        return switch (measure) {
            case COST -> sheet.formula("(vCPU × price) × hours + bytes between units × share across zones × price "
                    + "× both directions + load balancers × price × hours").priced(w.line(part()))
                    .found("bytes between units a month", w.wireBytes() * w.terms.seconds(), BYTES)
                    .given("share across zones", CROSS_ZONE_SHARE).given("price across zones", PRICE_CROSS_ZONE)
                    .given("load balancers", LOAD_BALANCERS).given("price of a load balancer", LOAD_BALANCER).done();
            case VCPU -> sheet.formula("remote calls/s × CPU-ms at both ends ÷ 1000")
                    .found("remote calls/s", w.flows.hops.remoteRate(), NUMBER)
                    .given("CPU of one remote call, both ends", CALL_CPU).done();
            case MEMORY -> sheet.formula("memory held by functions while they serialise")
                    .found("vCPU of serialisation", w.line(part()).allVcpu(), VCPU).done();
            case P99_MS -> sheet.formula("what p99 gains when each in-process call becomes a remote hop")
                    .found("hops per request", w.flows.hops.hopsPerRequest(), NUMBER)
                    .found("depth, remote calls one after another", w.flows.hops.depth(), NUMBER)
                    .given("one hop, median", HOP_P50).given("one hop, 99th percentile", HOP_P99).done();
            case BYTES_PER_MONTH -> sheet.formula("nothing is moved to deploy").found("bytes", 0, BYTES).done();
        };
    }
}
