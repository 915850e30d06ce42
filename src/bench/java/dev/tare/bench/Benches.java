package dev.tare.bench;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs every benchmark in one go and prints ratios taken in that run; absolute figures do not carry over machines. */
public final class Benches {
    private Benches() {}

    public static void main(String[] args) throws RunnerException {
        String wanted = args.length == 0 ? "dev.tare.bench" : args[0];
        AccuracyGate.hold();
        Map<String, Double> ms = new TreeMap<>();
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(wanted).shouldFailOnError(true).build())
                .run();
        results.forEach(r -> ms.put(name(r), r.getPrimaryResult().getStatistics().getPercentile(50)));
        System.out.println();
        ms.forEach((name, score) -> System.out.printf("%-40s %10.2f ms%n", name, score));
        for (String services : new String[]{ "20", "40", "60" }) {
            ratio("merging " + services + " services, CP-SAT / tare", "AdviceBench.cpSat " + services,
                    "AdviceBench.advisor " + services, ms);
        }
        ratio("Monte Carlo, idiomatic Java / tare", "ChainBench.idiomatic", "ChainBench.simulation", ms);
        ratio("traces to calls, Zipkin / tare", "TraceBench.zipkin", "TraceBench.tare", ms);
        ratio("traces to calls, tare / bare tokens", "TraceBench.tare", "TraceBench.tokens", ms);
        ms.forEach((name, taken) -> rate(name, taken, ms));
        ratio("Monte Carlo, SSJ / tare", "ChainBench.ssj", "ChainBench.simulation", ms);
        hops("ChainBench.simulation", ms);
        ratio("components, JGraphT / tare's whole layout", "GraphBench.peerComponents", "GraphBench.layout", ms);
        ratio("load, JGraphT / tare's whole layout", "GraphBench.peerLoads", "GraphBench.layout", ms);
        ratio("bills, 100,000 / 10,000 services", "BillBench.bills 100000", "BillBench.bills 10000", ms);
        ratio("bills, 10,000 / 1,000 services", "BillBench.bills 10000", "BillBench.bills 1000", ms);
        if (ms.containsKey("GraphBench.layout")) {
            GraphPeers.run(ms);
        }
    }

    private static void rate(String name, double taken, Map<String, Double> ms) {
        if (name.startsWith("RateBench.tare ")) {
            System.out.printf("%-40s %10.1f MB/s%n", "import, " + name.substring(name.indexOf(' ') + 1),
                    Written.MEGABYTES * 1000 / taken);
            ratio("  tare / bare scan", name, name.replace("tare", "scan"), ms);
        }
    }

    private static void hops(String chain, Map<String, Double> ms) {
        if (ms.containsKey(chain)) {
            double requests = ChainBench.REQUESTS;
            System.out.printf("%-40s %10.0f M/s%n", "Monte Carlo, tare's hops on one core",
                    requests * 10 / ms.get(chain) / 1000);
        }
    }

    /** Class, method and, where there is one, the size or format. */
    private static String name(RunResult result) {
        String of = Objects.requireNonNullElseGet(result.getParams().getParam("services"),
                () -> Objects.requireNonNullElse(result.getParams().getParam("format"), ""));
        return (result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1") + " " + of).strip();
    }

    private static void ratio(String what, String peer, String own, Map<String, Double> ms) {
        if (ms.containsKey(peer) && ms.containsKey(own)) {
            System.out.printf("%-40s %10.2f x%n", what, ms.get(peer) / ms.get(own));
        }
    }
}
