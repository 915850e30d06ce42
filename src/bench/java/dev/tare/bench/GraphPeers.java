package dev.tare.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Reach;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/** Asks igraph and networkx for the same facts of the same graph, by the script in {@code bench/}, and compares. */
final class GraphPeers {
    private static final int SERVICES = 20_000;
    private static final int SAMPLED = 20;
    private static final String PYTHON = System.getenv().getOrDefault("PYTHON", "python3");
    private static final List<String> SHARED = List.of("load", "components", "parts", "depth", "degrees");

    private GraphPeers() {}

    /** Prints each step of each peer, whether the answers agree, and ratios to what JMH timed of tare. */
    static void run(Map<String, Double> ms) {
        Shop shop = new Shop(SERVICES);
        Map<String, Long> known = facts(shop);
        Map<String, Double> shared = new TreeMap<>();
        Map<String, Double> reach = new TreeMap<>();
        for (String line : script(shop)) {
            String[] parts = line.split(",");
            if (parts.length < 4) {
                System.out.println(line);
                continue;
            }
            Long expected = known.get(parts[1]);
            boolean same = expected != null && expected == Long.parseLong(parts[3]);
            System.out.printf("%-40s %10.2f ms   %s%n", parts[0] + " " + parts[1], Double.parseDouble(parts[2]),
                    same ? "same answer" : "ANSWERS " + parts[3] + " where tare says " + expected);
            if (SHARED.contains(parts[1])) {
                shared.merge(parts[0], Double.parseDouble(parts[2]), Double::sum);
            } else {
                reach.put(parts[0], Double.parseDouble(parts[2]) * SERVICES / SAMPLED);
            }
        }
        double own = ms.get("GraphBench.layout") + ms.get("GraphBench.hopsAndDepth") + ms.get("GraphBench.degrees");
        shared.forEach((peer, took) -> System.out.printf("%-40s %10.2f x%n", "shared graph steps, " + peer + " / tare",
                took / own));
        reach.forEach((peer, took) -> System.out.printf("%-40s %10.2f x%n",
                "every blast radius, " + peer + " (scaled up) / tare", took / ms.get("GraphBench.reach")));
    }

    private static Map<String, Long> facts(Shop shop) {
        Topology topology = new Topology(shop.graph);
        int[] oneEach = new int[SERVICES];
        Arrays.setAll(oneEach, i -> i);
        Reach reach = Reach.of(topology);
        long degrees = 0;
        for (int service = 0; service < SERVICES; service++) {
            degrees += (long) topology.fanIn(service) * topology.fanOut(service);
        }
        long some = 0;
        for (int service = 0; service < SERVICES; service += SERVICES / SAMPLED) {
            some += reach.dependants(service);
        }
        return Map.of("load", (long) topology.calls(), "components", (long) topology.components(), "parts",
                (long) topology.parts(), "depth",
                (long) Hops.of(topology, Traffic.solve(topology, 1, 1), oneEach).depth(), "degrees", degrees,
                "reach of some", some);
    }

    private static List<String> script(Shop shop) {
        try {
            Path calls = Files.createTempFile("calls", ".csv");
            Files.write(calls, shop.graph.calls().stream().map(call -> call.from() + "," + call.to() + ","
                    + (call.mode() == Mode.ASYNC ? 0 : 1)).toList());
            Process python = new ProcessBuilder(PYTHON, "bench/graph.py", calls.toString(),
                    String.valueOf(SERVICES)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            List<String> lines = new ArrayList<>();
            try (BufferedReader out = python.inputReader(StandardCharsets.UTF_8)) {
                out.lines().forEach(lines::add);
            }
            Files.delete(calls);
            return lines;
        } catch (IOException noPython) {
            System.out.println("# " + PYTHON + " could not be run: igraph and networkx are left out");
            return List.of();
        } catch (UncheckedIOException broken) {
            throw new IllegalStateException("bench/graph.py stopped half way", broken);
        }
    }
}
