package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.USD_PER_MONTH;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.AGENT_CPU;
import static dev.tare.engine.Param.AGENT_MEMORY;
import static dev.tare.engine.Param.AGENT_SIDECAR_CPU;
import static dev.tare.engine.Param.AGENT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.DEFAULT_LOG_BYTES;
import static dev.tare.engine.Param.MEMORY_PER_SERIES;
import static dev.tare.engine.Param.SERIES_PER_INSTANCE;
import static dev.tare.engine.Param.SERIES_PER_MESH_EDGE;
import static dev.tare.engine.Param.SPAN_BYTES;
import static dev.tare.engine.Param.TRACE_SAMPLING;
import static dev.tare.engine.Param.WATCH_CONTAINER_ALLOTMENT;
import static dev.tare.engine.Param.WATCH_PER_CONTAINER;
import static dev.tare.engine.Param.WATCH_PER_HOST;
import static dev.tare.engine.Param.WATCH_PER_LOG_GB;
import static dev.tare.engine.Param.WATCH_PER_SERIES;
import static dev.tare.engine.Param.WATCH_PER_SPAN_GB;
import static dev.tare.engine.Param.WATCH_SERIES_ALLOTMENT;
import static dev.tare.engine.Param.WATCH_SERVER_CPU;
import static dev.tare.engine.Param.WATCH_SERVER_MEMORY;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * Seeing what happens: agents on nodes and beside replicas and self-run servers as resources; bought watching per
 * host, per container beyond the allotment, per GB of logs, per active series beyond the allotment, per GB of spans.
 * Registered logging, metrics and security sidecars are here, in today's estate and where the watching option keeps
 * them; a node agent or a host tool takes their place otherwise, and is already among the agents.
 */
final class MonitoringLine implements TareLine {
    @Override
    public Part part() {
        return Part.MONITORING;
    }

    @Override
    public Amount amount(Weighing w) {
        return Amount.capacity(
                w.nodes * (w.terms.of(AGENT_CPU) + w.pinned.helperCpu) + w.floating.helperCpu + w.watchCpu(),
                w.nodes * (w.terms.of(AGENT_MEMORY) + w.pinned.helperMemory) + w.floating.helperMemory
                        + w.watchMemory())
                .money(hosts(w) + containers(w) + logs(w) + series(w) + spans(w));
    }

    private static double hosts(Weighing w) {
        return w.nodes * w.terms.of(WATCH_PER_HOST);
    }

    private static double containers(Weighing w) {
        double beyond = Math.max(0, w.containers() - w.nodes * w.terms.of(WATCH_CONTAINER_ALLOTMENT));
        return beyond * w.terms.of(WATCH_PER_CONTAINER) * w.terms.hours();
    }

    private static double logs(Weighing w) {
        return logBytes(w) / Terms.GB * w.terms.of(WATCH_PER_LOG_GB);
    }

    private static double series(Weighing w) {
        double beyond = Math.max(0, w.series() - w.nodes * w.terms.of(WATCH_SERIES_ALLOTMENT));
        return beyond * w.terms.of(WATCH_PER_SERIES);
    }

    /** USD a month of bought spans. */
    static double spans(Weighing w) {
        return spanBytes(w) / Terms.GB * w.terms.of(WATCH_PER_SPAN_GB);
    }

    private static double logBytes(Weighing w) {
        return w.lots.logBytes(w.terms.of(DEFAULT_LOG_BYTES)) * w.terms.seconds();
    }

    private static double spanBytes(Weighing w) {
        return w.flows.hops.remoteRate() * w.terms.seconds() * w.terms.of(TRACE_SAMPLING) * w.terms.of(SPAN_BYTES);
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        return switch (measure) {
            case COST -> cost(sheet);
            case VCPU -> sheet.formula("nodes × agents + sidecar agents + servers").found("nodes", w.nodes, NUMBER)
                    .given("agents on each node, CPU", AGENT_CPU)
                    .found("sidecars that watch", w.floating.helperCount + w.nodes * w.pinned.helperCount, NUMBER)
                    .found("their CPU", w.floating.helperCpu + w.nodes * w.pinned.helperCpu, VCPU)
                    .given("one sidecar agent, CPU", AGENT_SIDECAR_CPU).given("servers, CPU", WATCH_SERVER_CPU).done();
            case MEMORY -> sheet.formula("nodes × agents + sidecar agents + servers + active series × bytes each")
                    .found("nodes", w.nodes, NUMBER).given("agents on each node, memory", AGENT_MEMORY)
                    .found("memory of sidecars that watch", w.floating.helperMemory + w.nodes * w.pinned.helperMemory,
                            BYTES)
                    .given("one sidecar agent, memory", AGENT_SIDECAR_MEMORY)
                    .given("servers, memory", WATCH_SERVER_MEMORY).found("active series", w.series(), NUMBER)
                    .given("memory for each series", MEMORY_PER_SERIES).done();
            case P99_MS -> sheet.formula("what p99 gains when watching's time is added to every hop")
                    .found("hops per request", w.flows.hops.hopsPerRequest(), NUMBER).done();
            case BYTES_PER_MONTH -> sheet.formula("nothing is moved to deploy").found("bytes", 0, BYTES).done();
        };
    }

    private Working cost(Sheet sheet) {
        Weighing w = sheet.w;
        return sheet.formula("(vCPU × price + memory × price) × hours + hosts + containers beyond the allotment "
                + "+ log GB + series beyond the allotment + span GB, each × its price").priced(w.line(part()))
                .found("hosts", w.nodes, NUMBER).given("price of a host", WATCH_PER_HOST)
                .found("containers", w.containers(), NUMBER)
                .given("containers a host includes", WATCH_CONTAINER_ALLOTMENT)
                .given("price of a container", WATCH_PER_CONTAINER)
                .found("log bytes a month", logBytes(w), BYTES).given("log bytes of a request", DEFAULT_LOG_BYTES)
                .given("price of logs", WATCH_PER_LOG_GB).found("active series", w.series(), NUMBER)
                .given("series of an instance", SERIES_PER_INSTANCE)
                .given("series of a pair of units in a mesh", SERIES_PER_MESH_EDGE)
                .found("pairs of units in the mesh", w.meshPairs(), NUMBER)
                .given("series a host includes", WATCH_SERIES_ALLOTMENT).given("price of a series", WATCH_PER_SERIES)
                .found("span bytes a month: hops × sampled × bytes", spanBytes(w), BYTES)
                .given("share of requests traced", TRACE_SAMPLING).given("price of spans", WATCH_PER_SPAN_GB)
                .found("bought watching, all together", w.line(part()).money(), USD_PER_MONTH).done();
    }
}
