package dev.tare.intake.prometheus;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Claims;
import dev.tare.intake.trace.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls a second between services as one metric counts them; calls per request follow from what arrives. */
final class Edges {
    private final String format;
    private final String file;
    private final String query;
    private final Window window;
    private final Flow flow = new Flow();
    private final Map<Edge, Double> rates = new LinkedHashMap<>();
    private final Map<Edge, Map<String, Double>> facts = new HashMap<>();
    private final Map<String, TreeSet<String>> hosts = new TreeMap<>();

    /** Who calls whom; whether the caller goes on without an answer. */
    record Edge(String from, String to, boolean isAsync) {}

    Edges(String format, String file, String query, Window window) {
        this.format = format;
        this.file = file;
        this.query = query;
        this.window = window;
    }

    void call(Edge edge, double perSecond) {
        rates.merge(edge, perSecond, Double::sum);
        flow.add(edge.from(), edge.to(), perSecond);
    }

    /** A field of a call: {@code p50}, {@code p99}, {@code requestBytes} or {@code responseBytes}. */
    void fact(Edge edge, String field, double value) {
        if (value > 0) {
            facts.computeIfAbsent(edge, key -> new TreeMap<>()).put(field, value);
        }
    }

    void enter(String service, double perSecond) {
        flow.enter(service, perSecond);
    }

    /** A host outside the estate. */
    void leave(String from, String host) {
        flow.add(from);
        hosts.computeIfAbsent(host, key -> new TreeSet<>()).add(from);
    }

    /** A service that only stores are seen to be asked by. */
    void store(String service) {
        flow.add(service);
    }

    Map<String, TreeSet<String>> hosts() {
        return hosts;
    }

    boolean isEmpty() {
        return flow.names().isEmpty();
    }

    /** Nobody is seen to call these, so how many requests they had is supposed. */
    List<String> supposed() {
        return flow.names().stream().filter(flow::isSupposed).toList();
    }

    Map<Edge, Call> calls() {
        Map<Edge, Call> calls = new LinkedHashMap<>();
        rates.forEach((edge, rate) -> calls.put(edge, made(edge, rate.doubleValue())));
        return calls;
    }

    private Call made(Edge edge, double rate) {
        double requests = flow.requests(edge.from());
        Double perRequest = rate > 0 && requests > 0 ? Double.valueOf(rate / requests) : null;
        String mode = edge.isAsync() ? "async" : null;
        String note = "%.6g calls of %s%.6g requests a second at %s, over %s; %s".formatted(rate,
                flow.isSupposed(edge.from()) ? "supposed " : "", requests, edge.from(), window.text(), query);
        long count = Math.round(rate * window.seconds());
        Map<String, Double> known = facts.getOrDefault(edge, Map.of());
        List<Provenance> claims = new ArrayList<>(Claims.ofCall(format, file, perRequest, count, mode, note));
        known.forEach((field, value) -> claims.add(Claims.of(format, file, field, value, "over " + window.text())));
        return new Call(edge.from(), edge.to(), "call", mode, perRequest, known.get("requestBytes"),
                known.get("responseBytes"), known.get("p50"), known.get("p99"), count, claims);
    }

    /** Where requests from outside arrive; services that nobody calls are taken for it, without a rate. */
    List<Entry> entries() {
        return flow.names().stream().filter(name -> flow.entering(name) > 0 || flow.isUncalled(name))
                .map(name -> new Entry(name, rate(name), null)).toList();
    }

    private @Nullable Double rate(String name) {
        double rate = flow.entering(name);
        return rate > 0 ? Double.valueOf(rate) : null;
    }
}
