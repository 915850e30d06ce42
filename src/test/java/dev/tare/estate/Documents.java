package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Load;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.EstateDocument.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Estates for tests. */
public final class Documents {
    private Documents() {}

    /** Every field of every part stated, with characters that tables and addresses trip over. */
    public static EstateDocument everythingStated() {
        Map<String, List<String>> units = new LinkedHashMap<>();
        units.put("web shop", List.of("front/end \"A\"", "Zahlung, sicher"));
        units.put("a", List.of("lonely"));
        return new EstateDocument(EstateDocument.VERSION, "Größe & Ω \\ Shop", "EUR",
                new Today("eks-istio-sidecar", Map.of("wiring", "linkerd"), units),
                List.of(new Team("Team Ä", 4.5, 12000.0), new Team("{b}", 3.0, 0.0)),
                List.of(service("front/end \"A\"", "Team Ä"), service("Zahlung, sicher", "{b}"),
                        Service.named("lonely")),
                List.of(new Call("front/end \"A\"", "Zahlung, sicher", "call", "parallel", 0.3, 2048.0, 512.5, 1.25,
                        18.0, 9_007_199_254_740_993L, provenance()),
                        new Call("Zahlung, sicher", "lonely", "startup-order", "async", 1.0, 0.0, 0.0, 0.0, 0.0, 0L,
                                List.of())),
                List.of(new Entry("lonely", 1e-9, 300.0)),
                List.of(new External("api.bank.example", List.of("Zahlung, sicher", "lonely")),
                        new External("void.example", List.of())),
                List.of(new EstateCost("Compute", new BigDecimal("12345678901234567.00000000001"), "invoice", false),
                        new EstateCost(null, new BigDecimal("-0.0000008"), "credit\t\\N", true)),
                List.of(new SavedShape("Ours: \"small\" \\N", shape(), Map.of("web", List.of("lonely")),
                        Map.of("net.hop_p50", 0.1),
                        new Changes(1.5, Map.of("lonely", 1e-9), Map.of("Zahlung, sicher", 3.0),
                                Map.of("*", "alpine:*"))),
                        new SavedShape("by team", shape(), "per-team", Map.of())),
                List.of(new Lock("lonely", "apart", "Zahlung, sicher", "card\tdata \\N"),
                        new Lock("front/end \"A\"", "together", "lonely", null)));
    }

    private static Map<String, String> shape() {
        return Map.of("packaging", "archive", "isolation", "jail", "placement", "systemd", "wiring", "loopback",
                "watching", "os-tools");
    }

    private static Service service(String name, String team) {
        return new Service(name, List.of(name + "-svc", "NULL", "a,b", "{\"q\\\"}"), team, "Deployment", "shop",
                new Runtime("go", "1.24"), 3.0, new Resource(0.25, 1.0, 0.1),
                new Resource(134217728.0, 268435456.0, 1.0 / 3), image(), 1.5e7, new Work(2.5, 40.0), 12.0,
                List.of("postgres: orders", "redis\\cart"), "regulated", new Load("bursty", 2.5), 750.0, 100.0,
                List.of(new Sidecar("istio-proxy", "mesh", true, "proxyv2:1.24", new Resource(0.1, 2.0, 0.02),
                        new Resource(1.34e8, null, null)), new Sidecar("plain", null, false, null, null, null)),
                List.of(new Cost("compute", new BigDecimal("120.5"), "invoice\n2026-01"),
                        new Cost("data store", BigDecimal.ZERO, "guess")),
                provenance());
    }

    private static Image image() {
        return new Image("registry.example/front:1@sha256:ab", "sha256:ab", 2.1e7, 6.4e7,
                List.of(new Layer("sha256:01", 3e6), new Layer("sha256:02", 1.8e7)),
                Instant.parse("2026-02-03T04:05:06.123456789Z"), 42, 7,
                List.of("org.example/log@1.2.3", "left-pad", "odd,\"name\"@{1}\\"));
    }

    private static List<Provenance> provenance() {
        return List.of(new Provenance("kubernetes", "shop.yaml", "server,\tPAYMENT_ADDR \\N\r\n"),
                new Provenance("trace", null, null));
    }

    /** The same estate after somebody has added, taken away, moved and renamed at random. */
    static EstateDocument shuffled(EstateDocument given, Random random) {
        List<Service> services = new ArrayList<>(given.services());
        services.removeIf(_ -> random.nextInt(6) == 0);
        for (int i = random.nextInt(4); i > 0; i--) {
            services.add(random.nextInt(services.size() + 1),
                    service("s" + random.nextInt(1_000_000), random.nextBoolean() ? "Team Ä" : "{b}"));
        }
        services.replaceAll(service -> random.nextInt(5) == 0
                ? service.withName("r" + random.nextInt(1_000_000))
                : service);
        if (random.nextInt(4) == 0) {
            Collections.shuffle(services, random);
        }
        List<String> names = services.stream().map(Service::name).toList();
        List<Call> calls = new ArrayList<>(given.calls());
        calls.removeIf(call -> !names.contains(call.from()) || !names.contains(call.to()) || random.nextInt(5) == 0);
        for (int i = names.isEmpty() ? 0 : random.nextInt(5); i > 0; i--) {
            calls.add(random.nextInt(calls.size() + 1), new Call(any(names, random), any(names, random), null, null,
                    random.nextDouble(), null, null, null, null, null, List.of()));
        }
        List<Entry> entries = names.stream().filter(_ -> random.nextInt(3) == 0).map(name -> new Entry(name, 1.0, null))
                .toList();
        return given.withServices(services).withCalls(calls).withEntries(entries)
                .stating(given.name(), given.currency(), null)
                .withExternal(List.of(new External("x.example", names.stream().limit(2).toList())))
                .withShapes(shapes(names, random)).withLocks(locks(names, random));
    }

    private static List<SavedShape> shapes(List<String> names, Random random) {
        List<SavedShape> shapes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Object grouping = random.nextBoolean() ? "per-team" : Map.of("one", names.stream().limit(i).toList());
            shapes.add(new SavedShape("shape " + random.nextInt(1_000_000), shape(), grouping, Map.of()));
        }
        return shapes;
    }

    private static List<Lock> locks(List<String> names, Random random) {
        List<Lock> locks = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            if (random.nextInt(3) == 0) {
                locks.add(new Lock(names.get(i - 1), random.nextBoolean() ? "apart" : "together", names.get(i),
                        random.nextBoolean() ? null : "reason " + i));
            }
        }
        return locks;
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** An estate of so many services, each calling so many others. */
    public static EstateDocument large(int services, int callsEach) {
        List<Service> all = IntStream.range(0, services).mapToObj(i -> service("service-" + i, "Team Ä")).toList();
        List<Call> calls = IntStream.range(0, services * callsEach)
                .mapToObj(i -> new Call("service-" + i / callsEach, "service-" + (i * 31 + 7) % services, null,
                        "sequential", 1.5, 1000.0, 2000.0, null, null, null, List.of()))
                .toList();
        return EstateDocument.named("Large").withTeams(List.of(new Team("Team Ä", null, null))).withServices(all)
                .withCalls(calls);
    }
}
