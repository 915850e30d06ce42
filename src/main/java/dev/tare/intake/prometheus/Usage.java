package dev.tare.intake.prometheus;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.intake.container.ImageReference;
import dev.tare.intake.container.SidecarRole;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/**
 * What containers use, by cAdvisor, against what they ask for, by kube-state-metrics. Of one replica: what all pods of a
 * workload used, by the time they were there together. How long a pod was there is told by how many of its samples there
 * are, against those of the pod that was there longest.
 */
final class Usage {
    static final String METRIC = "container_cpu_usage_seconds_total";
    private static final String MEMORY = "container_memory_working_set_bytes";
    private static final String REAL = "{container!=\"\", container!=\"POD\"}";
    private static final String BY = "sum by (namespace, pod, container) ";
    private static final Set<String> UNCOUNTED = Set.of("DaemonSet", "Job", "CronJob");

    private final Server server;
    private final Window window;
    private final Owners owners;
    private final Map<Workload, Map<String, Container>> containers = new TreeMap<>(
            Comparator.comparing(Workload::namespace).thenComparing(Workload::name));
    private final Map<Workload, String> kinds = new HashMap<>();
    private final Map<Workload, Set<String>> running = new HashMap<>();

    Usage(Server server, Window window) {
        this.server = server;
        this.window = window;
        this.owners = new Owners(last("kube_pod_owner"), last("kube_replicaset_owner"), last("kube_job_owner"));
        use();
        declared();
        images();
    }

    private List<Row> last(String metric) {
        return server.query("last_over_time(" + metric + window.range() + ")", window.end());
    }

    private static String cpuQuery(Window window) {
        return BY + "(increase(" + METRIC + REAL + window.range() + "))";
    }

    private static String memoryQuery(Window window) {
        return BY + "(sum_over_time(" + MEMORY + REAL + window.range() + "))";
    }

    private void use() {
        Map<List<String>, Double> samples = new HashMap<>();
        server.query(BY + "(count_over_time(" + MEMORY + REAL + window.range() + "))", window.end())
                .forEach(row -> samples.put(place(row), row.value()));
        double most = samples.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double perSample = window.seconds() / most;
        Set<List<String>> timed = new HashSet<>();
        ObjDoubleConsumer<Row> time = (row, of) -> {
            if (timed.add(place(row))) {
                container(row).seconds += samples.getOrDefault(place(row), most) * perSample;
            }
        };
        for (Row row : server.query(cpuQuery(window), window.end())) {
            time.accept(row, most);
            container(row).cpuSeconds = Container.plus(container(row).cpuSeconds, row.value());
        }
        for (Row row : server.query(memoryQuery(window), window.end())) {
            time.accept(row, most);
            container(row).byteSeconds = Container.plus(container(row).byteSeconds, row.value() * perSample);
        }
        server.query("group by (namespace, pod) (" + METRIC + REAL + ")", window.end()).forEach(row -> running
                .computeIfAbsent(workload(row), key -> new HashSet<>()).add(row.label("pod")));
    }

    private static List<String> place(Row row) {
        return List.of(row.label("namespace"), row.label("pod"), row.label("container"));
    }

    private Workload workload(Row row) {
        Owners.Owner owner = owners.of(row.label("namespace"), row.label("pod"));
        Workload workload = new Workload(row.label("namespace"), owner.name());
        kinds.putIfAbsent(workload, owner.kind());
        return workload;
    }

    private Container container(Row row) {
        return containers.computeIfAbsent(workload(row), key -> new LinkedHashMap<>())
                .computeIfAbsent(row.label("container"), Container::new);
    }

    private Optional<Container> known(Row row) {
        return Optional.ofNullable(containers.getOrDefault(workload(row), Map.of()).get(row.label("container")));
    }

    private void declared() {
        for (Row row : server.query("kube_pod_container_resource_requests", window.end())) {
            known(row).ifPresent(container -> {
                switch (row.label("resource")) {
                    case "cpu" -> container.cpuRequest = row.value();
                    case "memory" -> container.memoryRequest = row.value();
                    default -> {
                        // Disks and devices are not weighed.
                    }
                }
            });
        }
        for (Row row : server.query("kube_pod_container_resource_limits", window.end())) {
            known(row).ifPresent(container -> {
                switch (row.label("resource")) {
                    case "cpu" -> container.cpuLimit = row.value();
                    case "memory" -> container.memoryLimit = row.value();
                    default -> {
                        // Disks and devices are not weighed.
                    }
                }
            });
        }
    }

    /** As the pod asks for it, else as the node knows it; what ran is told by the digest. */
    private void images() {
        for (Row row : server.query("kube_pod_container_info", window.end())) {
            String asked = row.label("image_spec").isEmpty() ? row.label("image") : row.label("image_spec");
            String ran = row.label("image_id");
            known(row).filter(container -> !asked.isEmpty()).ifPresent(container -> {
                container.image = asked;
                container.digest = Optional.ofNullable(ImageReference.of(asked).digest())
                        .orElse(ran.contains("@") ? ImageReference.of(ran).digest() : null);
            });
        }
    }

    Set<Workload> workloads() {
        return containers.keySet();
    }

    /** Gives a service what its workload uses. */
    void tell(Workload workload, Seen service) {
        Map<String, Container> all = containers.getOrDefault(workload, Map.of());
        String kind = kinds.getOrDefault(workload, "");
        Container app = all.values().stream().min(Comparator.comparing((Container each) -> isHelper(each))
                .thenComparing(each -> !each.name.equals(workload.name())).thenComparing(each -> each.name))
                .orElseThrow();
        int pods = running.getOrDefault(workload, Set.of()).size();
        service.kind = kind.isEmpty() ? null : kind;
        service.replicas = pods == 0 || UNCOUNTED.contains(kind) ? null : Double.valueOf(pods);
        service.cpu = app.cpu();
        service.memory = app.memory();
        service.image = app.image == null
                ? null
                : new Image(app.image, app.digest, null, null, List.of(), null, null, null);
        service.sidecars = all.values().stream().filter(each -> each != app)
                .sorted(Comparator.comparing(each -> each.name)).map(Usage::sidecar).toList();
        notes(service, app);
        all.values().stream().filter(each -> each != app).forEach(each -> notes(service, "sidecars." + each.name + ".",
                each));
    }

    private static boolean isHelper(Container container) {
        return SidecarRole.of(container.name, container.image).isPresent();
    }

    private static Sidecar sidecar(Container container) {
        String role = SidecarRole.of(container.name, container.image).map(SidecarRole::word).orElse("other");
        return new Sidecar(container.name, role, false, container.image, container.cpu(), container.memory());
    }

    private void notes(Seen service, Container app) {
        service.notes.put("replicas", "pods at the end of " + window.text());
        notes(service, "", app);
    }

    private void notes(Seen service, String prefix, Container container) {
        String mean = "mean of one replica over %s, %.3g replicas; ".formatted(window.text(),
                container.seconds / window.seconds());
        service.notes.put(prefix + "cpu.used", mean + cpuQuery(window));
        service.notes.put(prefix + "memory.used", mean + memoryQuery(window));
        for (String resource : List.of("cpu", "memory")) {
            service.notes.put(prefix + resource + ".request", "kube_pod_container_resource_requests");
            service.notes.put(prefix + resource + ".limit", "kube_pod_container_resource_limits");
        }
        service.notes.put(prefix + "image.reference", "kube_pod_container_info");
        service.notes.put(prefix + "image.digest", "kube_pod_container_info");
    }
}
