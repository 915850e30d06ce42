package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.HostPositions;
import dev.tare.intake.container.NamedHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives calls: a container that names a host in its settings or command calls the workloads behind the Service of
 * that name. Each call says which container and which setting told it.
 */
final class Calls {
    private final Names names;
    private final Configs configs;
    private final Map<List<String>, Evidence> calls = new LinkedHashMap<>();
    private final Map<String, Set<String>> outside = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Why a call is believed, and what part of the requests goes there when several stand behind one Service. */
    private record Evidence(Set<Provenance> provenance, double share) {}

    Calls(List<Workload> workloads, Names names, Configs configs) {
        this.names = names;
        this.configs = configs;
        workloads.forEach(this::read);
        if (!missing.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "config-missing",
                    "Settings come from ConfigMaps or Secrets that are not among the files: "
                            + String.join(", ", missing) + ". Calls they name are not seen.",
                    "Import those files together with these."));
        }
    }

    private void read(Workload workload) {
        String home = workload.object().home();
        Map<String, String> serviceHosts = names.serviceHosts(home);
        for (PodContainer container : workload.containers()) {
            Environment environment = new Environment(container, home, configs, serviceHosts);
            missing.addAll(environment.missing());
            environment.variables().forEach((name, variable) -> {
                String origin = variable.origin().isEmpty() ? "" : " from " + variable.origin();
                take(workload, HostPositions.inSetting(name, variable.value()),
                        container.label() + ", variable " + name + origin);
            });
            List<String> command = container.command().stream().map(environment::expand).toList();
            take(workload, HostPositions.inCommand(command), container.label() + ", command");
        }
    }

    private void take(Workload from, Collection<NamedHost> hosts, String detail) {
        for (NamedHost host : hosts) {
            Names.Target target = names.resolve(host, from);
            for (Workload to : target.workloads()) {
                if (to != from) {
                    call(from, to, target, detail);
                }
            }
            if (target.outside() != null && host.isSurelyAHost()) {
                outside.computeIfAbsent(target.outside(), key -> new LinkedHashSet<>()).add(from.name());
            }
        }
    }

    private void call(Workload from, Workload to, Names.Target target, String detail) {
        Provenance provenance = new Provenance(KubernetesReader.FORMAT, from.object().file(), detail);
        calls.computeIfAbsent(List.of(from.name(), to.name()),
                key -> new Evidence(new LinkedHashSet<>(), share(to, target.workloads()))).provenance().add(provenance);
    }

    /** Behind one Service requests are spread over pods: a workload gets its part of them. */
    private static double share(Workload to, List<Workload> behind) {
        double all = behind.stream().mapToDouble(Calls::pods).sum();
        return all == 0 ? 1.0 / behind.size() : pods(to) / all;
    }

    private static double pods(Workload workload) {
        Double count = Replicas.of(workload.object()).count();
        return count == null ? 1 : count;
    }

    List<Call> calls() {
        return calls.entrySet().stream().map(call -> new Call(call.getKey().get(0), call.getKey().get(1), "call", null,
                call.getValue().share() == 1 ? null : call.getValue().share(), null, null, null, null, null,
                List.copyOf(call.getValue().provenance()))).toList();
    }

    List<External> external() {
        return outside.entrySet().stream().map(host -> new External(host.getKey(), List.copyOf(host.getValue())))
                .toList();
    }

    List<Finding> findings() {
        return findings;
    }
}
