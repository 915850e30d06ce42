package dev.tare.catalogue;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.ServiceDraft;
import dev.tare.engine.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published cases, with their origin and tolerance in {@code validation/bills.yaml}, weighed by the real catalogue. */
class PublishedBillsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.read(CatalogueFiles.onClasspath());
    private static final String FILE = "validation/bills.yaml";

    private record Case(String name, double expected, double relative, boolean atLeast, boolean atMost,
            Map<String, Double> inputs) {
        double in(String key) {
            return inputs.get(key);
        }
    }

    private record Entered(String origin, @Nullable Double relative, @Nullable Boolean atLeast,
            @Nullable Boolean atMost, double expected, Map<String, Double> inputs,
            @com.fasterxml.jackson.annotation.JsonProperty("case") String name) {
        Case asCase() {
            return new Case(name, expected, relative == null ? 0 : relative, Boolean.TRUE.equals(atLeast),
                    Boolean.TRUE.equals(atMost), inputs);
        }
    }

    @TestFactory
    Stream<DynamicTest> publishedCases() throws Exception {
        try (var in = PublishedBillsTest.class.getClassLoader().getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Yaml.readList(FILE, text, Entered.class).stream().map(Entered::asCase)
                    .map(published -> DynamicTest.dynamicTest(published.name(), () -> compare(published)));
        }
    }

    private static void compare(Case published) {
        double found = find(published);
        if (published.atLeast()) {
            assertThat(found).isGreaterThanOrEqualTo(published.expected());
        } else if (published.atMost()) {
            assertThat(found).isLessThan(published.expected());
        } else {
            double off = Math.max(published.relative(), 1e-12) * published.expected();
            assertThat(found).isBetween(published.expected() - off, published.expected() + off);
        }
    }

    private static double find(Case published) {
        return switch (published.name()) {
            case "V9 CPU of proxies at 1000 requests/s", "V9 CPU of proxies at 50 requests/s",
                    "V9 billed CPU of idle proxies that ask for 100m" ->
                line(proxies(published), Part.MESH, Measure.VCPU);
            case "V9 memory of proxies at 1000 requests/s", "V9 memory of proxies at 50 requests/s" ->
                line(proxies(published), Part.MESH, Measure.MEMORY);
            case "V12 transitions of one stream for an hour" -> transitions(published);
            case "V12 saving of one task over Step Functions and Lambda" -> savingOfOneTask(published);
            case "V13 yearly saving of owned servers" -> yearlySaving(published);
            case "V13 months until the hardware is paid back" ->
                published.in("hardware") / (yearlySaving(published) / 12);
            case "V21 AKS node, allocatable bytes" ->
                published.in("bytes") - kept("aks", published);
            case "V22 EKS node, reserved MiB with the eviction threshold" -> kept("eks", published) / (1 << 20);
            case "V28 layers that ship again" -> layers(published);
            case "V28 store paths that ship again" -> paths(published);
            default -> throw new IllegalArgumentException("nobody computes " + published.name());
        };
    }

    /** Each service in as many replicas as it has proxies, one beside each, at the stated requests/s. */
    private static Bill proxies(Case published) {
        Trial trial = new Trial().nodes(64, 64 * GIB, 1);
        for (int i = 0; i < published.in("services"); i++) {
            trial.services(service("s" + i).replicas(published.in("proxies")))
                    .entry("s" + i, published.in("proxies") * published.in("requestsPerSecond"));
        }
        return trial.set(Param.MESH_PROXIES, 1).set(Param.MESH_PROXY_CPU_AT_1000, published.in("vcpuAt1000"))
                .set(Param.MESH_PROXY_MEMORY, published.in("memory"))
                .set(Param.MESH_PROXY_CPU_REQUEST, published.in("cpuRequest")).bill();
    }

    /** A conductor that has every second of every stream go through the steps, one after another. */
    private static CallGraph streams(Case published) {
        int steps = (int) published.in("steps");
        List<Service> services = new ArrayList<>();
        services.add(silent("conductor").work(0, 0).done());
        IntStream.range(0, steps).forEach(i -> services.add(
                silent("step" + i).work(published.in("workMs"), published.in("workMs")).done()));
        List<Call> calls = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> new Call(0, i, Mode.SEQUENTIAL, 1, 1000, 1000)).toList();
        return new CallGraph(services, calls, List.of(new Entry(0, published.in("streams"), published.in("streams"))),
                CATALOGUE.software().runtimes());
    }

    private static ServiceDraft silent(String name) {
        return service(name).logs(0).series(0).payload(MB).deploys(1);
    }

    private static double transitions(Case published) {
        Bill bill = weigh(streams(published), "lambda-step-functions", false);
        double perMonth = bill.lines().stream().filter(line -> line.part() == Part.PLACEMENT
                && line.measure() == Measure.COST).flatMap(line -> line.working().inputs().stream())
                .filter(input -> input.name().equals("transitions a month")).findFirst().orElseThrow().value();
        double price = CATALOGUE.toBase("price.sfn_standard",
                CATALOGUE.entry("price.sfn_standard").orElseThrow().likely());
        return perMonth / 730 * published.in("hours") * price;
    }

    private static double savingOfOneTask(Case published) {
        CallGraph graph = streams(published);
        double before = gross(weigh(graph, "lambda-step-functions", false));
        double after = gross(weigh(graph, "ecs-ec2", true));
        return 1 - after / before;
    }

    /** Seven applications on rented nodes and on servers that are bought: their price is paid once, not by the month. */
    private static double yearlySaving(Case published) {
        double vcpu = published.in("vcpuPerReplica");
        double replicas = published.in("vcpuBought") * published.in("filled") / published.in("apps") / vcpu;
        double memory = vcpu * published.in("gibPerVcpu") * GIB;
        List<Service> apps = IntStream.range(0, (int) published.in("apps")).mapToObj(i -> silent("app" + i)
                .replicas(replicas).cpu(vcpu, vcpu).memory(memory, memory).done()).toList();
        CallGraph graph = new CallGraph(apps, List.of(), List.of(new Entry(0, 1, 1)), CATALOGUE.software().runtimes());
        double rented = gross(weigh(graph, "eks", false));
        double perServer = CATALOGUE.toBase("price.bare_metal", 1);
        Engine engine = new Engine(graph, CATALOGUE.assumptions().with(Map.of("price.bare_metal", 0 * perServer)));
        double owned = gross(engine.weigh(scenario(graph, "own-servers", false)));
        return 12 * (rented - owned);
    }

    private static double kept(String preset, Case published) {
        return CATALOGUE.shape(CATALOGUE.preset(preset).axes()).reserved().memory(published.in("bytes"),
                published.in("pods"));
    }

    /** One image of equal layers without payload, whose base changes once a month, pulled by one node. */
    private static double layers(Case published) {
        ServiceDraft image = service("a").replicas(1).deploys(2).payload(0);
        IntStream.range(0, (int) published.in("layers")).forEach(i -> image.layer("sha" + i, MB));
        Trial trial = new Trial().services(image).nodes(4, 16 * GIB, 1).set(Param.BASE_RELEASES, 2)
                .set(Param.DEFAULT_IMAGE_COMPRESSED, MB);
        return trial.bill().gross().get(Measure.BYTES_PER_MONTH).likely() / MB;
    }

    private static double paths(Case published) {
        double paths = published.in("layers");
        Trial trial = new Trial().services(service("a").replicas(1).deploys(2).payload(0)).nodes(4, 16 * GIB, 1)
                .set(Param.BASE_COMPRESSED, paths * MB).set(Param.BASE_RELEASES, 2)
                .set(Param.BASE_RESHIPPED, 1 / paths);
        return trial.bill().gross().get(Measure.BYTES_PER_MONTH).likely() / MB;
    }

    private static Bill weigh(CallGraph graph, String preset, boolean together) {
        return new Engine(graph, CATALOGUE.assumptions()).weigh(scenario(graph, preset, together));
    }

    private static Scenario scenario(CallGraph graph, String preset, boolean together) {
        int[] units = new int[graph.services().size()];
        if (!together) {
            Arrays.setAll(units, i -> i);
        }
        return new Scenario(preset, CATALOGUE.shape(CATALOGUE.preset(preset).axes()), units, false);
    }

    private static double gross(Bill bill) {
        return bill.gross().get(Measure.COST).likely();
    }
}
