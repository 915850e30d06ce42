package dev.tare.comparison;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Service;
import dev.tare.estate.EstateDocument;

/** Counts who does not state a field that a default stands in for. */
record Lacking(EstateDocument estate, CallGraph graph) {
    /** How many of those who could state it do not. */
    int of(String path) {
        return Field.of(path).map(field -> (int) graph.services().stream()
                .filter(service -> of(field, service)).count()).orElseGet(() -> elsewhere(path));
    }

    /** Whether a service that runs does not state it. */
    static boolean of(Field field, Service service) {
        return service.replicas() != 0 && !field.stated(service);
    }

    private int elsewhere(String path) {
        return (int) switch (path) {
            case "sidecars.cpu.request" -> graph.services().stream().flatMap(each -> each.sidecars().stream())
                    .filter(sidecar -> Double.isNaN(sidecar.cpuRequest())).count();
            case "sidecars.memory.request" -> graph.services().stream().flatMap(each -> each.sidecars().stream())
                    .filter(sidecar -> Double.isNaN(sidecar.memoryRequest())).count();
            case "calls.requestBytes" -> graph.calls().stream().filter(call -> Double.isNaN(call.requestBytes()))
                    .count();
            case "calls.responseBytes" -> graph.calls().stream()
                    .filter(call -> Double.isNaN(call.responseBytes())).count();
            case "entries.meanPerSecond" -> estate.entries().isEmpty()
                    ? 1
                    : graph.entries().stream().filter(entry -> Double.isNaN(entry.meanPerSecond())).count();
            case "entries.peakPerSecond" -> graph.entries().stream()
                    .filter(entry -> Double.isNaN(entry.peakPerSecond())).count();
            default -> 0;
        };
    }
}
