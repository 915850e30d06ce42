package dev.tare.engine;

import dev.tare.engine.Assumptions.Assumption;
import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Shape.Helpers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One estate under one shape, stated number by number: every parameter named is an assumption of its own name, the
 * others are not bound. Units are one each unless stated.
 */
public final class Trial {
    public static final double GIB = 1L << 30;
    public static final double MB = 1e6;
    public static final double SECONDS = 730 * 3600.0;

    private final List<Service> services = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Boolean> oneCore = new ArrayList<>();
    private final List<double[]> runtimes = new ArrayList<>();
    private final Map<Param, Assumption> params = new EnumMap<>(Param.class);
    private Billing billing = Billing.NODES;
    private Reservation reservation = Reservation.NONE;
    private Curve curve = Curve.PROPORTIONAL;
    private Helpers helpers = Helpers.HOST_TOOL;
    private boolean today;
    private int[] units = new int[0];

    public Trial() {
        set(Param.HOURS_PER_MONTH, 730).set(Param.DEFAULT_REPLICAS, 1);
    }

    public Trial services(ServiceDraft... drafts) {
        Arrays.stream(drafts).map(ServiceDraft::done).forEach(services::add);
        return this;
    }

    public Trial call(String from, String to, double perRequest) {
        return call(from, to, perRequest, Mode.SEQUENTIAL);
    }

    public Trial call(String from, String to, double perRequest, Mode mode) {
        calls.add(new Call(at(from), at(to), mode, perRequest, Double.NaN, Double.NaN));
        return this;
    }

    public Trial entry(String service, double perSecond) {
        return entry(service, perSecond, perSecond);
    }

    public Trial entry(String service, double perSecond, double peak) {
        entries.add(new Entry(at(service), perSecond, peak));
        return this;
    }

    public Trial runtime(double base, boolean single) {
        runtimes.add(new double[]{ base });
        oneCore.add(single);
        return this;
    }

    public Trial set(Param param, double value) {
        return range(param, value, value, value);
    }

    public Trial range(Param param, double low, double likely, double high) {
        params.put(param, new Assumption(param.name(), param.dimension(), low, likely, high, true));
        return this;
    }

    public Trial billing(Billing how) {
        billing = how;
        return this;
    }

    public Trial reservation(Reservation kept) {
        reservation = kept;
        return this;
    }

    public Trial curve(Curve shape) {
        curve = shape;
        return this;
    }

    public Trial helpers(Helpers become) {
        helpers = become;
        return this;
    }

    public Trial today() {
        today = true;
        return this;
    }

    public Trial units(int... of) {
        units = of;
        return this;
    }

    public Trial allInOne() {
        return units(new int[services.size()]);
    }

    /** Nodes of a size, filled entirely, whose vCPU costs 10 USD and GiB 1 USD a month. */
    public Trial nodes(double vcpu, double memory, double least) {
        return set(Param.NODE_VCPU, vcpu).set(Param.NODE_MEMORY, memory).set(Param.MIN_NODES, least)
                .set(Param.PACKING_EFFICIENCY, 1).set(Param.PRICE_VCPU_HOUR, 10 / 730.0)
                .set(Param.PRICE_GIB_HOUR, 1 / 730.0);
    }

    public CallGraph graph() {
        List<Runtime> families = new ArrayList<>();
        int first = params.size();
        for (int i = 0; i < runtimes.size(); i++) {
            families.add(new Runtime("r" + i, oneCore.get(i), first + i, -1));
        }
        return new CallGraph(services, calls, entries, families);
    }

    public Assumptions assumptions() {
        List<Assumption> all = new ArrayList<>(params.values());
        for (int i = 0; i < runtimes.size(); i++) {
            double base = runtimes.get(i)[0];
            all.add(new Assumption("runtime." + i, Dimension.BYTES, base, base, base, true));
        }
        return new Assumptions(all);
    }

    public Scenario scenario() {
        Assumptions assumptions = assumptions();
        Map<Param, Integer> slots = new EnumMap<>(Param.class);
        params.keySet().forEach(param -> slots.put(param, assumptions.slot(param.name())));
        int[] grouping = units.length > 0 ? units : oneEach();
        return new Scenario("trial", Shape.of("trial", billing, reservation, curve, helpers, slots), grouping, today);
    }

    public Engine engine() {
        return new Engine(graph(), assumptions());
    }

    public Bill bill() {
        return engine().weigh(scenario());
    }

    public int[] oneEach() {
        int[] each = new int[services.size()];
        Arrays.setAll(each, i -> i);
        return each;
    }

    /** Likely value of a line; 0 where the bill has none. */
    public static double line(Bill bill, Part part, Measure measure) {
        return bill.lines().stream().filter(line -> line.part() == part && line.measure() == measure)
                .map(Line::range).mapToDouble(Range::likely).sum();
    }

    private int at(String name) {
        return services.stream().map(Service::name).toList().indexOf(name);
    }
}
