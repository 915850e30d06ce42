package dev.tare.engine.bill;

import static dev.tare.engine.Measure.BYTES_PER_MONTH;
import static dev.tare.engine.Measure.COST;
import static dev.tare.engine.Measure.MEMORY;
import static dev.tare.engine.Measure.P99_MS;
import static dev.tare.engine.Measure.VCPU;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.EntryLatency;
import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Structure;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import dev.tare.engine.latency.Latency;
import dev.tare.engine.range.Bounds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.function.ToDoubleFunction;

/** Writes the bill of a scenario from what it weighs and how long it takes at the three corners of the assumptions. */
final class Statement {
    private final Bounds<Found> found;
    private final Weighing likely;
    private final Latency latency;
    private final Sheet sheet;

    /** Weight and time under the same assumptions. */
    private record Found(Weighing weighed, Latency timed) {
        double net(Measure measure) {
            Amount net = weighed.net();
            return measure == P99_MS ? timed.net().p99() : weighed.in(measure, net);
        }

        double line(Part part, Measure measure) {
            return measure == P99_MS
                    ? timed.parts().getOrDefault(part, 0.0)
                    : weighed.in(measure, weighed.line(part));
        }

        double tare(Measure measure) {
            double sum = 0;
            for (Part part : Part.values()) {
                sum += line(part, measure);
            }
            return sum;
        }

        double gross(Measure measure) {
            return net(measure) + tare(measure);
        }
    }

    Statement(Bounds<Weighing> weighed, Bounds<Latency> timed, Assumptions assumptions) {
        found = new Bounds<>(new Found(weighed.light(), timed.light()), new Found(weighed.likely(), timed.likely()),
                new Found(weighed.heavy(), timed.heavy()));
        likely = weighed.likely();
        latency = timed.likely();
        sheet = new Sheet(likely, assumptions);
    }

    Bill bill() {
        Shares shares = new Shares(likely);
        return new Bill(likely.terms.scenario().name(), likely.grouping.units, measures(Found::net),
                measures(Found::tare), measures(Found::gross), netWorkings(), lines(),
                found.range(f -> people(f.weighed())), latencies(), timing(), structure(), shares.carriers(),
                shares.needs(),
                new Unstated(likely).share(shares));
    }

    private interface Figure {
        double of(Found found, Measure measure);
    }

    private Map<Measure, Range> measures(Figure figure) {
        Map<Measure, Range> ranges = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            ranges.put(measure, found.range(f -> figure.of(f, measure)));
        }
        return ranges;
    }

    private Map<Measure, Working> netWorkings() {
        Map<Measure, Working> workings = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            workings.put(measure, Net.working(measure, sheet));
        }
        return workings;
    }

    /** Every part in every measure it touches; one that adds nothing at either end of the range is left out. */
    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (TareLine line : Lines.ALL) {
            for (Measure measure : List.of(COST, P99_MS, BYTES_PER_MONTH, VCPU, MEMORY)) {
                Range range = found.range(f -> f.line(line.part(), measure));
                if (range.low() != 0 || range.high() != 0) {
                    lines.add(new Line(line.part(), measure, range, line.working(measure, sheet)));
                }
            }
        }
        return List.copyOf(lines);
    }

    private static double people(Weighing w) {
        double engineers = w.terms.of(Param.PEOPLE_BASE) + w.grouping.units * w.terms.of(Param.PEOPLE_PER_UNIT);
        return engineers * w.terms.of(Param.PEOPLE_COST);
    }

    private List<EntryLatency> latencies() {
        return IntStream.range(0, latency.entries().size()).mapToObj(i -> new EntryLatency(
                latency.entries().get(i).service(), entry(i, entry -> entry.gross().p50()),
                entry(i, entry -> entry.gross().p90()), entry(i, entry -> entry.gross().p99()),
                latency.entries().get(i).tareShare())).toList();
    }

    private Range entry(int i, ToDoubleFunction<Latency.EntryTimes> figure) {
        return found.range(f -> figure.applyAsDouble(f.timed().entries().get(i)));
    }

    private Bill.Timing timing() {
        return new Bill.Timing(latency.draws(), latency.p99Error(), latency.cutCalls());
    }

    private Structure structure() {
        Weighing w = likely;
        return new Structure(w.flows.hops.hopsPerRequest(), w.flows.hops.depth(), w.flows.hops.remoteCalls(),
                w.flows.topology.parts(), w.flows.topology.loops(), w.wireBytes() * w.terms.seconds(),
                w.shipping.stored, w.flows.traffic.entering(), w.nodes, w.instances(),
                w.flows.traffic.assumedEntries());
    }
}
