package dev.tare.intake.linkerd;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Claims;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edges without numbers as an estate; requests a second, where they stand beside, are the rates of entry points. */
final class EdgeDraft {
    private static final Set<String> WORKLOADS = Set.of("deployment", "deploy", "statefulset", "sts", "daemonset", "ds",
            "replicaset", "rs", "pod", "po", "job", "cronjob", "replicationcontroller");

    private final String format;
    private final Map<Place, Place> places = new LinkedHashMap<>();
    private final Map<Edge, String> edges = new LinkedHashMap<>();
    private final Map<Place, Double> rates = new LinkedHashMap<>();
    private final Map<Place, String> files = new LinkedHashMap<>();
    private int aside;

    /** A workload. */
    private record Place(String name, String namespace) {}

    /** A directed edge. */
    private record Edge(Place from, Place to) {}

    EdgeDraft(String format) {
        this.format = format;
    }

    void take(String file, Tree row, int at) {
        if (!row.at("src").isNothing() || !row.at("dst").isNothing()) {
            Place from = place(file, row, at, "src", "src_namespace");
            Place to = place(file, row, at, "dst", "dst_namespace");
            edges.putIfAbsent(new Edge(from, to), file);
        } else if (WORKLOADS.contains(row.value("kind").orElse(""))) {
            rates.put(place(file, row, at, "name", "namespace"), rate(file, row, at));
        } else {
            aside++;
        }
    }

    private Place place(String file, Tree row, int at, String name, String namespace) {
        Place place = new Place(row.value(name).orElse("").strip(), row.value(namespace).orElse("").strip());
        if (place.name().isEmpty()) {
            throw ImportFailed.at(file, row.line() > 0 ? row.line() : null, "[" + at + "]." + name, "a name", "none");
        }
        places.putIfAbsent(place, place);
        files.putIfAbsent(place, file);
        return place;
    }

    private static double rate(String file, Tree row, int at) {
        String text = row.value("rps").orElse("0");
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a negative one is.
        }
        throw ImportFailed.at(file, row.line(), "[" + at + "].rps", "requests a second", "\"" + text + "\"");
    }

    Draft draft(List<FileRead> read) {
        Map<Place, String> names = names();
        List<Service> services = places.keySet().stream().map(place -> service(place, names)).toList();
        List<Call> calls = edges.entrySet().stream().map(edge -> new Call(named(names, edge.getKey().from()),
                named(names, edge.getKey().to()), "call", null, null, null, null, null, null, null,
                List.of(new Provenance(format, edge.getValue(), "an edge without numbers")))).toList();
        Set<Place> called = new LinkedHashSet<>();
        edges.keySet().stream().filter(edge -> !edge.from().equals(edge.to())).forEach(edge -> called.add(edge.to()));
        List<Entry> entries = places.keySet().stream().filter(place -> !called.contains(place))
                .map(place -> new Entry(named(names, place), rates.get(place), null)).toList();
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null, services.isEmpty()
                ? null
                : new Today("kubernetes", Map.of("wiring", "linkerd"), "one-each"), List.of(), services, calls, entries,
                List.of()), read, findings());
    }

    private Map<Place, String> names() {
        Map<Place, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Place place : places.keySet()) {
            names.put(place, taken.add(place.name()) ? place.name() : place.name() + "." + place.namespace());
        }
        return names;
    }

    private static String named(Map<Place, String> names, Place place) {
        return names.getOrDefault(place, place.name());
    }

    private Service service(Place place, Map<Place, String> names) {
        Service service = new Service(named(names, place), List.of(), null, null,
                place.namespace().isEmpty() ? null : place.namespace(), null, null, null, null, null, null, null, null,
                List.of(), null, null, null, null, List.of(), List.of(), List.of());
        return Claims.stamp(service, format, files.getOrDefault(place, ""), Map.of());
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (edges.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "no-calls", "0 call edges found here.",
                    "Import what linkerd viz edges deploy -o json prints beside it."));
        } else {
            findings.add(Finding.of(Severity.WARNING, "no-calls-per-request",
                    "Linkerd's edges carry no numbers: calls per request are the catalogue's default.",
                    "Import traces or a dependency list too, or enter them."));
        }
        if (aside > 0) {
            findings.add(Finding.of(Severity.INFO, "no-workloads", aside + " rows speak of no workload.",
                    "Print the table for deployments: linkerd viz stat deploy -o json."));
        }
        return findings;
    }
}
