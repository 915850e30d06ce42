package dev.tare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/**
 * What holds for every estate under every shape. Estates are random: cycles, calls to oneself, services that are off,
 * services of which nothing but the name is known, daemon sets, sidecars of every role, layers in common.
 */
class BillLawsTest {
    private static final InventedShapes INVENTED = new InventedShapes();
    private static final Assumptions ASSUMPTIONS = INVENTED.assumptions();
    private static final double EXACT = 1e-9;

    /** An estate and a grouping of it. */
    record Estate(CallGraph graph, int[] units) {
        Bill weigh(String shape) {
            return weigh(shape, units);
        }

        Bill weigh(String shape, int[] grouping) {
            return new Engine(graph, ASSUMPTIONS).weigh(new Scenario(shape, INVENTED.shape(shape), grouping, false));
        }
    }

    @Provide
    Arbitrary<Estate> estates() {
        return Arbitraries.longs().map(BillLawsTest::random);
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of(INVENTED.names());
    }

    @Property(tries = 150)
    void linesSumToTareAndNetAndTareToGross(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Bill bill = estate.weigh(shape);
        for (Measure measure : Measure.values()) {
            double lines = bill.lines().stream().filter(line -> line.measure() == measure).map(Line::range)
                    .mapToDouble(Range::likely).sum();
            double tare = bill.tare().get(measure).likely();
            double gross = bill.gross().get(measure).likely();
            assertThat(lines).isCloseTo(tare, within(EXACT * Math.max(gross, 1e-9)));
            assertThat(bill.net().get(measure).likely() + tare).isCloseTo(gross, within(EXACT * Math.max(gross, 1e-9)));
        }
    }

    @Property(tries = 150)
    void figuresAreNumbersInOrderAndNoLineIsNegative(@ForAll("estates") Estate estate,
            @ForAll("shapes") String shape) {
        Bill bill = estate.weigh(shape);
        List<Range> ranges = new ArrayList<>(bill.gross().values());
        ranges.addAll(bill.net().values());
        ranges.addAll(bill.tare().values());
        ranges.add(bill.people());
        bill.lines().forEach(line -> ranges.add(line.range()));
        bill.latency().forEach(entry -> ranges.addAll(List.of(entry.p50(), entry.p90(), entry.p99())));
        assertThat(ranges).allSatisfy(range -> {
            assertThat(range.low()).isFinite().isNotNegative().isLessThanOrEqualTo(range.likely());
            assertThat(range.high()).isFinite().isGreaterThanOrEqualTo(range.likely());
        });
        assertThat(bill.lines()).allSatisfy(line -> assertThat(line.working().inputs())
                .allSatisfy(input -> assertThat(input.value()).as(input.name()).isNotNaN()));
        assertThat(bill.restsOnDefaults()).isBetween(0.0, 1.0);
    }

    @Property(tries = 100)
    void headroomIsExplainedToTheLastByte(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Bill bill = estate.weigh(shape);
        bill.lines().stream().filter(line -> line.part() == Part.HEADROOM)
                .filter(line -> line.measure() == Measure.VCPU || line.measure() == Measure.MEMORY)
                .forEach(line -> assertThat(line.working().inputs())
                        .allSatisfy(input -> assertThat(input.value()).as(input.name())
                                .isGreaterThanOrEqualTo(-EXACT * bill.gross().get(line.measure()).likely())));
    }

    @Property(tries = 100)
    void carriersCarryTheTareBetweenThem(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Bill bill = estate.weigh(shape);
        double tare = bill.tare().get(Measure.COST).likely();
        assertThat(Arrays.stream(bill.carriers()).sum()).isCloseTo(tare, within(EXACT * Math.max(1, tare)));
        double net = bill.net().get(Measure.COST).likely();
        assertThat(Arrays.stream(bill.needs()).sum()).as("needs").isCloseTo(net, within(EXACT * Math.max(1, net)));
        assertThat(bill.needs()).doesNotContain(Double.NaN).satisfies(
                all -> assertThat(Arrays.stream(all).min().orElse(0)).isNotNegative());
        assertThat(bill.carriers()).doesNotContain(Double.NaN).satisfies(
                all -> assertThat(Arrays.stream(all).min().orElse(0)).isNotNegative());
    }

    @Property(tries = 100)
    void callsCarryTheLinesThatFollowThem(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Scenario scenario = new Scenario(shape, INVENTED.shape(shape), estate.units(), false);
        Engine engine = new Engine(estate.graph(), ASSUMPTIONS);
        CallTares tares = engine.calls(scenario, ASSUMPTIONS);
        Bill bill = engine.weigh(scenario);
        for (Part part : CallTares.PARTS) {
            double carried = tares.calls().stream().filter(CallTares.CallTare::remote)
                    .mapToDouble(call -> call.parts().get(part).likely()).sum();
            double line = Trial.line(bill, part, Measure.COST);
            assertThat(carried + tares.elsewhere().get(part).likely()).isCloseTo(line,
                    within(EXACT * Math.max(1, line)));
            if (bill.structure().remoteCalls() > 0 && (part == Part.NETWORK || part == Part.MESH)) {
                assertThat(carried).as("all of " + part).isCloseTo(line, within(EXACT * Math.max(1, line)));
            }
        }
        assertThat(tares.calls()).allSatisfy(call -> {
            assertThat(call.total().low()).isNotNegative().isLessThanOrEqualTo(call.total().likely());
            assertThat(call.remote() || call.total().high() == 0).isTrue();
        });
        assertThat(tares.structure().hopsPerRequest()).isEqualTo(bill.structure().hopsPerRequest());
    }

    @Property(tries = 100)
    void oneUnitHasNoNetworkAndNoMesh(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Bill bill = estate.weigh(shape, new int[estate.units().length]);
        assertThat(bill.lines()).extracting(Line::part).doesNotContain(Part.NETWORK, Part.MESH);
        assertThat(bill.structure().hopsPerRequest()).isZero();
    }

    @Property(tries = 150)
    void namesDoNotMatter(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Estate renamed = new Estate(renamed(estate.graph()), estate.units());
        assertThat(figures(renamed.weigh(shape))).containsExactly(figures(estate.weigh(shape)));
    }

    @Property(tries = 150)
    void orderDoesNotMatter(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll Random random) {
        CallGraph graph = estate.graph();
        Estate entered = new Estate(
                new CallGraph(graph.services(), graph.calls(), withEntry(graph), graph.runtimes()), estate.units());
        double[] before = figures(entered.weigh(shape));
        double[] after = figures(shuffled(entered, random).weigh(shape));
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).as("figure " + i).isCloseTo(before[i],
                    within(EXACT * Math.max(1, Math.abs(before[i]))));
        }
    }

    @Property(tries = 100)
    void aFurtherHopMakesNothingCheaper(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll Random random) {
        int services = estate.units().length;
        int from = random.nextInt(services);
        int to = random.nextInt(services);
        if (from == to) {
            return;
        }
        CallGraph graph = estate.graph();
        List<Call> calls = new ArrayList<>(graph.calls());
        calls.add(new Call(from, to, Mode.SEQUENTIAL, 0.05, 1000, 1000));
        CallGraph more = new CallGraph(graph.services(), calls, withEntry(graph), graph.runtimes());
        CallGraph less = new CallGraph(graph.services(), graph.calls(), withEntry(graph), graph.runtimes());
        neverLess(new Estate(less, estate.units()), new Estate(more, estate.units()), shape);
    }

    @Property(tries = 100)
    void moreTrafficIsNeverCheaper(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        CallGraph graph = estate.graph();
        List<Entry> entries = withEntry(graph);
        List<Entry> twice = entries.stream()
                .map(e -> new Entry(e.service(), 2 * e.meanPerSecond(), 2 * e.peakPerSecond())).toList();
        neverLess(new Estate(new CallGraph(graph.services(), graph.calls(), entries, graph.runtimes()), estate.units()),
                new Estate(new CallGraph(graph.services(), graph.calls(), twice, graph.runtimes()), estate.units()),
                shape);
    }

    @Property(tries = 150)
    void aSavingNeverExceedsTheCostItSavesFrom(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll("shapes") String other) {
        double from = estate.weigh(shape).gross().get(Measure.COST).likely();
        double to = estate.weigh(other, new int[estate.units().length]).gross().get(Measure.COST).likely();
        assertThat(from - to).isLessThanOrEqualTo(from);
    }

    @Property(tries = 100)
    void theCheapPathFindsTheSameGross(@ForAll("estates") Estate estate, @ForAll("shapes") String shape) {
        Engine engine = new Engine(estate.graph(), ASSUMPTIONS);
        Scenario scenario = new Scenario(shape, INVENTED.shape(shape), estate.units(), true);
        double gross = engine.weigh(scenario).gross().get(Measure.COST).likely();
        assertThat(engine.gross(scenario, ASSUMPTIONS.likely())).isCloseTo(gross, within(EXACT * gross));
    }

    /** Draws weigh services that are alike together, bills each by itself: at the same values they find the same. */
    @Property(tries = 300)
    void everyDrawIsTheBillOfItsValues(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll boolean today, @ForAll long seed) {
        Scenario scenario = new Scenario(shape, INVENTED.shape(shape), estate.units(), today);
        Draws draws = Draws.of(ASSUMPTIONS, 4, seed);
        Drawn drawn = new Engine(estate.graph(), ASSUMPTIONS).draw(List.of(scenario), draws);
        for (int draw = 0; draw < draws.count(); draw++) {
            Bill bill = new Engine(estate.graph(), fixed(draws.values(draw))).weigh(scenario);
            for (Measure measure : EnumSet.complementOf(EnumSet.of(Measure.P99_MS))) {
                double gross = bill.gross().get(measure).likely();
                Offset<Double> near = within(EXACT * Math.max(gross, 1e-9));
                assertThat(drawn.gross(0, measure)[draw]).as("%s", measure).isCloseTo(gross, near);
                assertThat(drawn.net(0, measure)[draw]).as("net %s", measure)
                        .isCloseTo(bill.net().get(measure).likely(), near);
                for (Part part : Part.values()) {
                    assertThat(drawn.part(0, measure, part)[draw]).as("%s %s", part, measure)
                            .isCloseTo(Trial.line(bill, part, measure), near);
                }
            }
        }
    }

    /** Among these estates is one whose functions state their CPU use, but not how many run. */
    @Property(tries = 100, seed = "-3990361075945301502")
    void everyDrawOfFunctionsIsTheirBill(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll boolean today, @ForAll long seed) {
        everyDrawIsTheBillOfItsValues(estate, shape, today, seed);
    }

    /** Functions that state nearly all of themselves are added up before they are weighed. */
    @Property(tries = 300)
    void functionsThatAreAddedUpAreTheirBill(@ForAll long seed, @ForAll boolean workflow, @ForAll boolean today) {
        everyDrawIsTheBillOfItsValues(functions(new Random(seed)), workflow ? "workflow" : "functions", today, seed);
    }

    private static Estate functions(Random random) {
        int count = 2 + random.nextInt(8);
        List<Service> services = IntStream.range(0, count).mapToObj(i -> function(random, i)).toList();
        List<Call> calls = new ArrayList<>();
        for (int i = random.nextInt(3 * count); i > 0; i--) {
            int from = random.nextInt(count - 1);
            calls.add(new Call(from, from + 1 + random.nextInt(count - 1 - from), Mode.values()[random.nextInt(3)],
                    random.nextDouble() * 1.5, 1000, 1000));
        }
        List<Entry> entries = List.of(new Entry(0, 1 + random.nextDouble() * 10, Double.NaN));
        int units = random.nextInt(4) == 0 ? count - 1 : count;
        return new Estate(new CallGraph(services, calls, entries, INVENTED.runtimes()),
                IntStream.range(0, count).map(i -> Math.min(i, units - 1)).toArray());
    }

    private static Service function(Random random, int i) {
        if (random.nextInt(8) == 0) {
            return service(random, i);
        }
        ServiceDraft draft = ServiceDraft.service("s" + i).runtime(random.nextInt(2))
                .cpu(1 + random.nextInt(3), random.nextInt(3) == 0 ? random.nextDouble() * 0.2 : Double.NaN)
                .memory(random.nextInt(8) == 0 ? 0 : random.nextDouble() * 3e9, random.nextDouble() * 2e9);
        double p50 = random.nextDouble() * 4;
        draft.work(p50, p50 * (1 + 9 * random.nextDouble()));
        return random.nextInt(4) == 0 ? draft.done() : draft.replicas(1 + random.nextInt(5)).done();
    }

    /** An edit finds again only what it touches, and to the last bit what a new engine finds. */
    @Property(tries = 200)
    void anEditIsTheWholeFoundAgain(@ForAll("estates") Estate estate, @ForAll("shapes") String shape,
            @ForAll Random random) {
        List<Scenario> scenarios = List.of(new Scenario(shape, INVENTED.shape(shape), estate.units(), false),
                new Scenario("one", INVENTED.shape(shape), new int[estate.units().length], true));
        Draws draws = Draws.of(ASSUMPTIONS, 2, 1);
        CallGraph graph = estate.graph();
        Engine edited = new Engine(graph, ASSUMPTIONS);
        for (int edit = 0; edit < 3; edit++) {
            edited.draw(scenarios, draws);
            int at = random.nextInt(estate.units().length);
            List<Service> services = new ArrayList<>(graph.services());
            services.set(at, random.nextBoolean() ? grown(services.get(at)) : service(random, at));
            graph = new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
            edited = edited.with(at, services.get(at));
            same(edited.draw(scenarios, draws), new Engine(graph, ASSUMPTIONS).draw(scenarios, draws));
        }
    }

    private static void same(Drawn edited, Drawn whole) {
        for (int scenario = 0; scenario < whole.scenarios(); scenario++) {
            for (Measure measure : Measure.values()) {
                assertThat(edited.net(scenario, measure)).containsExactly(whole.net(scenario, measure));
                for (Part part : Part.values()) {
                    assertThat(edited.part(scenario, measure, part)).as("%s %s", part, measure)
                            .containsExactly(whole.part(scenario, measure, part));
                }
            }
        }
    }

    /** The same service with more of everything it states. */
    private static Service grown(Service s) {
        return new Service(s.name(), s.team(), s.runtime(), s.replicas() * 2, s.cpuRequest() * 1.5, s.cpuUsed(),
                s.memoryRequest() * 1.5, s.memoryUsed(), s.workP50(), s.workP99() * 2, s.imageCompressed() * 2,
                s.imageUnpacked(), s.layers(), s.payload() * 3, s.deploysPerMonth() + 1, s.logBytes() * 2,
                s.metricSeries(), s.peakToMean(), s.isolation(), s.pinned(), s.sidecars());
    }

    private static Assumptions fixed(double[] values) {
        Map<String, Double> all = new HashMap<>();
        for (int slot = 0; slot < values.length; slot++) {
            all.put(ASSUMPTIONS.key(slot), values[slot]);
        }
        return ASSUMPTIONS.with(all);
    }

    private static void neverLess(Estate less, Estate more, String shape) {
        double before;
        double after;
        try {
            after = more.weigh(shape).gross().get(Measure.COST).likely();
            before = less.weigh(shape).gross().get(Measure.COST).likely();
        } catch (AmplifyingCycle refused) {
            return;
        }
        assertThat(after).isGreaterThanOrEqualTo(before * (1 - EXACT));
    }

    private static List<Entry> withEntry(CallGraph graph) {
        return graph.entries().isEmpty() ? List.of(new Entry(0, 50, 120)) : graph.entries();
    }

    /** Every likely figure of a bill: gross, net, then each part. */
    private static double[] figures(Bill bill) {
        return IntStream.concat(IntStream.of(-2, -1), IntStream.range(0, Part.values().length))
                .boxed().flatMapToDouble(i -> Arrays.stream(Measure.values()).mapToDouble(measure -> switch (i) {
                    case -2 -> bill.gross().get(measure).likely();
                    case -1 -> bill.net().get(measure).likely();
                    default -> Trial.line(bill, Part.values()[i], measure);
                })).toArray();
    }

    private static CallGraph renamed(CallGraph graph) {
        List<Service> services = IntStream.range(0, graph.services().size())
                .mapToObj(i -> copy(graph.services().get(i), "x" + (1000 - i))).toList();
        return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
    }

    private static Service copy(Service s, String name) {
        return new Service(name, s.team(), s.runtime(), s.replicas(), s.cpuRequest(), s.cpuUsed(), s.memoryRequest(),
                s.memoryUsed(), s.workP50(), s.workP99(), s.imageCompressed(), s.imageUnpacked(), s.layers(),
                s.payload(), s.deploysPerMonth(), s.logBytes(), s.metricSeries(), s.peakToMean(), s.isolation(),
                s.pinned(), s.sidecars());
    }

    private static Estate shuffled(Estate estate, Random random) {
        int services = estate.units().length;
        List<Integer> order = new ArrayList<>(IntStream.range(0, services).boxed().toList());
        Collections.shuffle(order, random);
        int[] at = new int[services];
        order.forEach(old -> at[old] = order.indexOf(old));
        CallGraph graph = estate.graph();
        List<Call> calls = new ArrayList<>(graph.calls().stream().map(call -> new Call(at[call.from()], at[call.to()],
                call.mode(), call.perRequest(), call.requestBytes(), call.responseBytes())).toList());
        Collections.shuffle(calls, random);
        List<Entry> entries = graph.entries().stream()
                .map(entry -> new Entry(at[entry.service()], entry.meanPerSecond(), entry.peakPerSecond())).toList();
        return new Estate(new CallGraph(order.stream().map(graph.services()::get).toList(), calls, entries,
                graph.runtimes()), order.stream().mapToInt(old -> estate.units()[old]).toArray());
    }

    private static Estate random(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(9);
        List<Service> services = IntStream.range(0, count).mapToObj(i -> service(random, i)).toList();
        List<Call> calls = new ArrayList<>();
        for (int i = random.nextInt(2 * count + 1); i > 0; i--) {
            calls.add(new Call(random.nextInt(count), random.nextInt(count), Mode.values()[random.nextInt(3)],
                    random.nextDouble() * 0.4, maybe(random, 5000), maybe(random, 50_000)));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            double mean = random.nextDouble() * 500;
            entries.add(new Entry(random.nextInt(count), mean, random.nextBoolean() ? Double.NaN : 3 * mean));
        }
        int units = 1 + random.nextInt(count);
        int[] of = IntStream.range(0, count).map(i -> i < units ? i : random.nextInt(units)).toArray();
        Estate estate = new Estate(new CallGraph(services, calls, entries, INVENTED.runtimes()), of);
        return amplifies(estate.graph()) ? random(seed + 1) : estate;
    }

    private static boolean amplifies(CallGraph graph) {
        try {
            new Engine(graph, ASSUMPTIONS);
            return false;
        } catch (AmplifyingCycle refused) {
            return true;
        }
    }

    private static Service service(Random random, int i) {
        if (random.nextInt(4) == 0) {
            return Service.named("s" + i);
        }
        ServiceDraft draft = ServiceDraft.service("s" + i).team("t" + random.nextInt(3)).runtime(random.nextInt(2))
                .cpu(maybe(random, 3), maybe(random, 2)).memory(maybe(random, 3e9), maybe(random, 2e9))
                .image(maybe(random, 4e8), maybe(random, 1e8)).deploys(maybe(random, 30))
                .logs(maybe(random, 1000)).series(maybe(random, 300));
        if (random.nextBoolean()) {
            draft.replicas(random.nextInt(6));
        }
        if (random.nextBoolean()) {
            double p50 = random.nextDouble() * 40;
            draft.work(p50, p50 * (1 + 9 * random.nextDouble()));
        }
        for (int layer = random.nextInt(3); layer > 0; layer--) {
            draft.layer("sha" + random.nextInt(4), 1e6 * (1 + random.nextInt(50)));
        }
        for (int sidecar = random.nextInt(3); sidecar > 0; sidecar--) {
            Role role = Role.values()[random.nextInt(Role.values().length)];
            draft.sidecar("c" + random.nextInt(3), role, maybe(random, 0.3), maybe(random, 2e8));
        }
        return random.nextInt(8) == 0 ? draft.pinned().done() : draft.done();
    }

    private static double maybe(Random random, double most) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Double.NaN;
            case 2 -> 0;
            default -> random.nextDouble() * most;
        };
    }
}
