package dev.tare.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;

/**
 * Call graphs written as text: {@code "in a 10"} is an entry point with 10 requests/s, {@code "a > b 2 parallel"} a call
 * made twice (once when nothing is said, {@code ?} for not stated), {@code "d"} a service alone. Services are numbered
 * by first appearance.
 */
public final class Graphs {
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private Graphs() {}

    /** The graph of these lines. */
    public static CallGraph of(String... lines) {
        Graphs graph = new Graphs();
        for (String line : lines) {
            graph.read(line.trim().split("\\s+"));
        }
        List<Service> services = graph.names.keySet().stream().map(Service::named).toList();
        return new CallGraph(services, graph.calls, graph.entries, List.of());
    }

    /** Position of a service by name. */
    public static int at(CallGraph graph, String name) {
        return graph.services().stream().map(Service::name).toList().indexOf(name);
    }

    /** Each service in a unit of its own. */
    public static int[] oneEach(CallGraph graph) {
        int[] units = new int[graph.services().size()];
        Arrays.setAll(units, i -> i);
        return units;
    }

    /** All services in one unit. */
    public static int[] allInOne(CallGraph graph) {
        return new int[graph.services().size()];
    }

    private void read(String[] words) {
        if (words[0].equals("in")) {
            entries.add(new Entry(service(words[1]), number(words, 2), number(words, 3)));
        } else if (words.length == 1) {
            service(words[0]);
        } else {
            int from = service(words[0]);
            calls.add(new Call(from, service(words[2]), mode(words), times(words),
                    Double.NaN, Double.NaN));
        }
    }

    private static Mode mode(String[] words) {
        String last = words[words.length - 1];
        return last.equals("parallel") ? Mode.PARALLEL : last.equals("async") ? Mode.ASYNC : Mode.SEQUENTIAL;
    }

    private static double times(String[] words) {
        return words.length == 3 || words[3].equals("parallel") || words[3].equals("async") ? 1 : number(words, 3);
    }

    private static double number(String[] words, int i) {
        return i < words.length && !words[i].equals("?") ? Double.parseDouble(words[i]) : Double.NaN;
    }

    private int service(String name) {
        return names.computeIfAbsent(name, key -> names.size());
    }
}
