package dev.tare.intake.prometheus;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.live.Inquiry;
import dev.tare.intake.live.Peer;
import dev.tare.intake.prometheus.Edges.Edge;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of a server. Where a mesh and traces count the same calls, the mesh is believed: it sees every request. */
final class Reading {
    private static final Pattern SYSTEM = Pattern
            .compile("kube-.*|istio-.*|linkerd.*|.*-system|monitoring|observability"
                    + "|prometheus|grafana|logging|cert-manager|ingress-nginx|tigera-operator");
    private static final int NAMED = 8;
    private static final int PARTS = 4;

    private final Server server;
    private final Peer peer;
    private final Inquiry inquiry;
    private final Services services = new Services();
    private final List<Edges> seen = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private @Nullable Today today;
    private int part;

    Reading(Server server, Peer peer, Inquiry inquiry) {
        this.server = server;
        this.peer = peer;
        this.inquiry = inquiry;
    }

    Draft draft() {
        window(Mesh.METRIC).ifPresent(this::mesh);
        Optional<Usage> usage = window(Usage.METRIC).map(window -> new Usage(server, window));
        window(TraceGraph.METRIC).ifPresent(window -> traces(window, usage));
        usage.ifPresent(this::use);
        if (windows.isEmpty()) {
            throw peer.trouble(Mesh.METRIC + ", " + TraceGraph.METRIC + " or " + Usage.METRIC + " in the last "
                    + inquiry.request().windowText(), "none of them");
        }
        Map<Edge, Call> calls = calls();
        windows.forEach((metric, window) -> findings.addFirst(asked(metric, window)));
        findings.addAll(doubts(calls));
        List<Service> all = services.all().stream().map(one -> one.service(PrometheusSource.KIND, server.name()))
                .toList();
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null, all.isEmpty() ? null : today, List.of(),
                all, List.copyOf(calls.values()), entries(), external()),
                List.of(new FileRead(server.name(), PrometheusSource.KIND, server.series())), findings);
    }

    private Optional<Window> window(String metric) {
        inquiry.progress().asking(metric, part++, PARTS);
        Optional<Window> window = Window.of(server, metric, inquiry.now(), inquiry.request().seconds());
        window.ifPresent(found -> windows.put(metric, found));
        return window;
    }

    private void mesh(Window window) {
        Mesh mesh = new Mesh(services, inquiry.request().namespaces());
        seen.add(mesh.read(server, PrometheusSource.KIND, window));
        today = new Today("kubernetes", Map.of("wiring", mesh.wiring()), "one-each");
        if (mesh.nowhere() > 0) {
            findings.add(Finding.of(Severity.INFO, "calls-to-nowhere",
                    "%.3g calls a second go to hosts that the mesh does not know.".formatted(mesh.nowhere()), null));
        }
    }

    private void traces(Window window, Optional<Usage> usage) {
        List<String> namespaces = inquiry.request().namespaces();
        Set<String> running = usage.map(Usage::workloads).orElse(Set.of()).stream()
                .filter(workload -> namespaces.contains(workload.namespace())).map(Workload::name)
                .collect(Collectors.toSet());
        TraceGraph graph = new TraceGraph(services, name -> namespaces.isEmpty() || running.contains(name)
                || services.find(new Workload("", name)).isPresent());
        seen.add(graph.read(server, PrometheusSource.KIND, window));
        List<String> failures = graph.failures();
        if (!failures.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "calls-failed", "Calls that failed: " + some(failures) + ".", null));
        }
        findings.add(Finding.of(Severity.INFO, "graph-from-traces",
                "A service graph counts the requests that were traced; if only a share was, so are its rates.",
                "Check requests a second at the entry points."));
    }

    private void use(Usage usage) {
        if (today == null) {
            today = new Today("kubernetes", null, "one-each");
        }
        Set<Workload> known = new HashSet<>(usage.workloads().stream().filter(this::isNamed).toList());
        Set<String> namespaces = new HashSet<>(inquiry.request().namespaces());
        if (namespaces.isEmpty()) {
            namespaces.addAll(services.namespaces());
            Stream.concat(known.stream().map(Workload::namespace), inquiry.estate().services().stream()
                    .map(Service::namespace).filter(Objects::nonNull)).forEach(namespaces::add);
        }
        Set<String> leftOut = new TreeSet<>();
        int count = 0;
        for (Workload workload : usage.workloads()) {
            boolean taken = namespaces.isEmpty()
                    ? !SYSTEM.matcher(workload.namespace()).matches()
                    : namespaces.contains(workload.namespace());
            if (taken || known.contains(workload) && inquiry.request().namespaces().isEmpty()) {
                usage.tell(workload, services.of(workload));
            } else {
                leftOut.add(workload.namespace());
                count++;
            }
        }
        if (count > 0) {
            findings.add(Finding.of(Severity.INFO, "namespaces-left-out",
                    count + (count == 1 ? " workload" : " workloads")
                            + " of other namespaces left out: " + some(List.copyOf(leftOut)) + ".",
                    "Name their namespaces to take them in."));
        }
    }

    /** Whether the traffic or the estate speaks of it. */
    private boolean isNamed(Workload workload) {
        return services.find(workload).isPresent() || inquiry.estate().services().stream()
                .anyMatch(service -> (service.namespace() == null || workload.namespace().equals(service.namespace()))
                        && (service.name().equals(workload.name()) || service.aliases().contains(workload.name())));
    }

    private Map<Edge, Call> calls() {
        Map<Edge, Call> calls = new LinkedHashMap<>();
        seen.forEach(edges -> edges.calls().forEach(calls::putIfAbsent));
        return calls;
    }

    private List<Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> counted = new LinkedHashSet<>();
        for (Edges edges : seen) {
            edges.entries().stream().filter(entry -> !counted.contains(entry.service()))
                    .forEach(entry -> entries.putIfAbsent(entry.service(), entry));
            edges.calls().keySet().forEach(edge -> counted.add(edge.to()));
        }
        return List.copyOf(entries.values());
    }

    private List<External> external() {
        Map<String, TreeSet<String>> hosts = new TreeMap<>();
        seen.forEach(edges -> edges.hosts()
                .forEach((host, from) -> hosts.computeIfAbsent(host, key -> new TreeSet<>()).addAll(from)));
        return hosts.entrySet().stream().map(host -> new External(host.getKey(), List.copyOf(host.getValue())))
                .toList();
    }

    private Finding asked(String metric, Window window) {
        boolean less = window.seconds() < inquiry.request().seconds() * 0.95;
        return Finding.of(Severity.INFO, "window", metric + ": " + window.text() + " up to "
                + window.end().truncatedTo(ChronoUnit.SECONDS)
                + (less ? "; before it there are no samples." : "."), null);
    }

    private List<Finding> doubts(Map<Edge, Call> calls) {
        List<Finding> doubts = new ArrayList<>();
        if (calls.isEmpty()) {
            doubts.add(Finding.of(Severity.WARNING, "no-calls", "0 call edges found here: no mesh and no service graph "
                    + "counted any call.", "Import traces or manifests too, or enter calls."));
        }
        List<String> supposed = seen.stream().flatMap(edges -> edges.supposed().stream()).distinct().toList();
        if (!supposed.isEmpty()) {
            doubts.add(Finding.of(Severity.INFO, "requests-supposed", "Nothing is seen to call " + some(supposed)
                    + ": its most frequent call is taken as once a request.", null));
        }
        server.warnings().forEach(warning -> doubts
                .add(Finding.of(Severity.WARNING, "server-warns", "The server warns: " + warning, null)));
        return doubts;
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
