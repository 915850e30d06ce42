package dev.tare.intake.kubernetes;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.HostPositions;
import dev.tare.intake.container.NamedHost;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Points at calls that mounted configuration files seem to name. Such text also holds defaults and comments, so nothing
 * is drawn from it: people decide.
 */
final class ConfigHints {
    private final Names names;
    private final Configs configs;

    ConfigHints(Names names, Configs configs) {
        this.names = names;
        this.configs = configs;
    }

    List<Finding> of(List<Workload> workloads) {
        return workloads.stream().flatMap(this::of).distinct().toList();
    }

    private Stream<Finding> of(Workload workload) {
        return workload.pod().at("spec", "volumes").items().stream()
                .flatMap(volume -> volume.at("configMap").value("name").stream())
                .flatMap(name -> configs.find("ConfigMap", workload.object().home(), name).stream()
                        .flatMap(data -> data.entrySet().stream()).flatMap(file -> of(workload, name, file)));
    }

    private Stream<Finding> of(Workload workload, String configMap, Map.Entry<String, String> file) {
        return HostPositions.inText(file.getValue()).stream().flatMap(host -> targets(host, workload))
                .filter(to -> to != workload).distinct()
                .map(to -> workload.object().finding(Severity.INFO, "host-in-mounted-file",
                        workload.name() + " mounts ConfigMap " + configMap + ", whose file " + file.getKey()
                                + " names " + to.name() + ".",
                        "Add the call " + workload.name() + " → " + to.name() + " if it is one."));
    }

    private Stream<Workload> targets(NamedHost host, Workload from) {
        return names.resolve(host, from).workloads().stream();
    }
}
