package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Brief;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.engine.Facts;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Service;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Subject;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An estate made ready to be looked at: its graph solved, and weighed at the three corners of the assumptions. */
final class Look {
    private static final int LISTED = 4;

    final Subject subject;
    final CallGraph graph;
    final Scenario today;
    final Topology topology;
    final Traffic traffic;
    final Hops hops;
    private final Engine engine;
    private final double[] likely;
    private final double[][] corners;
    private final Brief[] before;

    Look(Subject subject) {
        this.subject = subject;
        graph = subject.graph();
        today = subject.today();
        likely = subject.assumptions().likely();
        corners = new double[][]{ subject.assumptions().lightest(), likely, subject.assumptions().heaviest() };
        engine = new Engine(graph, subject.assumptions());
        before = weigh(engine, today);
        topology = new Topology(graph);
        traffic = Traffic.solve(topology, value(Param.DEFAULT_ENTRY_RATE),
                Math.max(1, value(Param.DEFAULT_PEAK_TO_MEAN)));
        hops = Hops.of(topology, traffic, today.units());
    }

    /** What today's shape makes of a parameter, at its likely value. */
    double value(Param param) {
        return today.shape().value(param, likely);
    }

    double threshold(Threshold threshold) {
        return likely[subject.assumptions().slot(threshold.key())];
    }

    Optional<Scenario> alternative(Alternative which) {
        return Optional.ofNullable(subject.alternatives().get(which));
    }

    int services() {
        return graph.services().size();
    }

    Service service(int position) {
        return graph.services().get(position);
    }

    Facts facts(int position) {
        return subject.facts().get(position);
    }

    int unit(int service) {
        return today.units()[service];
    }

    /** Services that run and for which something holds. */
    List<Integer> running(IntPredicate holds) {
        return IntStream.range(0, services()).filter(s -> service(s).replicas() != 0).filter(holds).boxed().toList();
    }

    /** Services, running or not, for which something holds. */
    List<Integer> all(IntPredicate holds) {
        return IntStream.range(0, services()).filter(holds).boxed().toList();
    }

    double replicas(int service) {
        double stated = service(service).replicas();
        return Double.isNaN(stated) ? value(Param.DEFAULT_REPLICAS) : stated;
    }

    /** Whether nothing forbids a service to share its process. */
    boolean shares(int service) {
        return service(service).isolation() == Isolation.NONE && !service(service).pinned();
    }

    /** Today in short, at likely values. */
    Brief brief() {
        return before[1];
    }

    /** A changed estate in short, at likely values. */
    Brief brief(CallGraph changed, Scenario scenario) {
        return engine(changed).brief(scenario, likely);
    }

    /** The assumptions at their likely values with those of some parameters of a scenario at one. */
    Brief briefAtOne(Scenario scenario, Param... params) {
        double[] values = likely.clone();
        for (Param param : params) {
            int slot = scenario.shape().slot(param);
            if (slot >= 0) {
                values[slot] = 1;
            }
        }
        return engine.brief(scenario, values);
    }

    /**
     * What a change saves a month: the gross of today less that of the changed estate, at each corner of the
     * assumptions, and never more than the lines it comes from.
     */
    Range saving(CallGraph changed, Scenario scenario, List<Part> lines) {
        return saving(changed, scenario, lines, 0);
    }

    /** The same, where the change itself costs something a month. */
    Range saving(CallGraph changed, Scenario scenario, List<Part> lines, double price) {
        return saving(before, weigh(engine(changed), scenario), lines, price);
    }

    /** What a change of an estate that is already changed saves. */
    Range saving(CallGraph from, CallGraph changed, List<Part> lines) {
        return saving(weigh(engine(from), today), weigh(engine(changed), today), lines, 0);
    }

    private Range saving(Brief[] before, Brief[] after, List<Part> lines, double price) {
        double[] saved = new double[corners.length];
        for (int i = 0; i < saved.length; i++) {
            double most = Math.max(0, before[i].of(lines));
            saved[i] = sane(Math.min(most, before[i].gross() - after[i].gross() - price), before[i].gross());
        }
        return Range.of(saved[0], saved[1], saved[2]);
    }

    /** No more than so much. */
    static Range most(Range saving, double most) {
        return new Range(Math.min(saving.low(), most), Math.min(saving.likely(), most), Math.min(saving.high(), most));
    }

    /** What to say where a lighter load saves nothing, because machines are paid for whole. */
    String unlessWhole(Range saving) {
        boolean whole = saving.likely() == 0 && today.shape().billing() == Billing.NODES;
        return whole ? " Nothing is saved yet: as many machines are paid for either way." : "";
    }

    /** Tare that services carry today, USD a month. */
    double carried(List<Integer> services) {
        return Math.max(0, services.stream().mapToDouble(service -> subject.carriers()[service]).sum());
    }

    /** Names in a row: "a, b and c", or "a, b, c, d and 12 more". */
    String names(List<Integer> services) {
        List<String> shown = services.stream().limit(LISTED).map(s -> service(s).name()).toList();
        int more = services.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and " + more + " more";
        }
        return shown.size() < 2
                ? String.join("", shown)
                : shown.stream().limit(shown.size() - 1L).collect(Collectors.joining(", ")) + " and " + shown.getLast();
    }

    private Engine engine(CallGraph changed) {
        return changed == graph ? engine : new Engine(changed, subject.assumptions());
    }

    private Brief[] weigh(Engine weighing, Scenario scenario) {
        Brief[] briefs = new Brief[corners.length];
        for (int i = 0; i < briefs.length; i++) {
            briefs[i] = weighing.brief(scenario, corners[i]);
        }
        return briefs;
    }

    /** A difference that only the order of a sum made is none. */
    private static double sane(double saved, double gross) {
        return Math.abs(saved) < 1e-9 * Math.abs(gross) ? 0 : saved;
    }
}
