package dev.tare.intake.kubernetes;

import dev.tare.intake.container.NamedHost;
import dev.tare.intake.container.NamedHost.Form;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves host names as the cluster's DNS would: {@code svc}, {@code svc.ns}, {@code svc.ns.svc.…} and the pods'
 * {@code sts-0.svc[.ns]}; a Service leads to the workloads whose labels its selector matches.
 */
final class Names {
    /** The lowest number that is taken for a port of a Service that does not declare it; image tags are lower. */
    private static final int LOWEST_UNDECLARED_PORT = 100;
    private static final int MAX_ALIASES = 8;

    /** Where a host leads: the Service, the workloads behind it, or the name of a host that is not among the files. */
    record Target(@Nullable KubeObject service, List<Workload> workloads, @Nullable String outside) {
        static Target outside(String host) {
            return new Target(null, List.of(), host);
        }

        static Target nowhere() {
            return new Target(null, List.of(), null);
        }
    }

    private final Map<List<String>, KubeObject> services = new LinkedHashMap<>();
    private final Map<KubeObject, List<Workload>> behind = new IdentityHashMap<>();
    private final Map<String, Map<String, String>> hosts = new HashMap<>();

    Names(List<KubeObject> objects, List<Workload> workloads) {
        objects.stream().filter(object -> object.kind().equals("Service") && object.group().isEmpty()
                || PodTemplate.isKnative(object))
                .forEach(service -> services.put(List.of(service.home(), service.name()), service));
        Map<List<String>, List<Workload>> labelled = new HashMap<>();
        workloads.forEach(workload -> workload.labels().forEach((label, value) -> labelled
                .computeIfAbsent(List.of(workload.object().home(), label, value), one -> new ArrayList<>())
                .add(workload)));
        Map<KubeObject, Workload> knative = new IdentityHashMap<>();
        workloads.stream().filter(workload -> PodTemplate.isKnative(workload.object()))
                .forEach(workload -> knative.put(workload.object(), workload));
        services.values().forEach(service -> behind.put(service, knative.containsKey(service)
                ? List.of(Objects.requireNonNull(knative.get(service)))
                : behind(service, labelled)));
    }

    /** Those with every label that is asked for, found by the first of them. */
    private static List<Workload> behind(KubeObject service, Map<List<String>, List<Workload>> labelled) {
        Map<String, String> selector = KubeObject.texts(service.at("spec", "selector"));
        return selector.entrySet().stream().findFirst()
                .map(first -> labelled.getOrDefault(List.of(service.home(), first.getKey(), first.getValue()),
                        List.of()))
                .orElse(List.of()).stream()
                .filter(workload -> workload.labels().entrySet().containsAll(selector.entrySet())).toList();
    }

    /** The Services, in their order, each with the workloads behind it. */
    Map<KubeObject, List<Workload>> services() {
        return services.values().stream().collect(Collectors.toMap(service -> service,
                service -> behind.getOrDefault(service, List.of()), (a, b) -> a, LinkedHashMap::new));
    }

    /** The variables that name Services' hosts to every container of a namespace. */
    Map<String, String> serviceHosts(String namespace) {
        return hosts.computeIfAbsent(namespace, home -> services.values().stream()
                .filter(service -> service.home().equals(home) && !PodTemplate.isKnative(service))
                .collect(Collectors.toMap(service -> Environment.serviceHost(service.name()), KubeObject::name,
                        (first, second) -> first)));
    }

    /** Where a workload's setting leads. */
    Target resolve(NamedHost named, Workload from) {
        return resolve(named, from, 0);
    }

    private Target resolve(NamedHost named, Workload from, int aliases) {
        List<String> labels = labels(named.host());
        for (List<String> split : splits(labels, from.object().home())) {
            KubeObject service = services.get(List.of(split.get(2), split.get(1)));
            if (service != null && isPlausible(named, service)) {
                return behind(service, split.getFirst(), named, from, aliases);
            }
        }
        boolean self = labels.size() > 1 && from.hasPod(labels.getFirst());
        return self || named.isLocal() ? Target.nowhere() : Target.outside(named.host());
    }

    private Target behind(KubeObject service, String pod, NamedHost named, Workload from, int aliases) {
        String alias = service.at("spec").value("externalName").orElse("");
        if (!alias.isEmpty() && aliases < MAX_ALIASES) {
            return resolve(new NamedHost(alias, named.port(), Form.URL), from, aliases + 1);
        }
        List<Workload> workloads = behind.getOrDefault(service, List.of());
        if (!pod.isEmpty()) {
            workloads = workloads.stream().filter(workload -> workload.hasPod(pod)).toList();
        }
        return workloads.isEmpty() ? Target.outside(named.host()) : new Target(service, workloads, null);
    }

    /** The labels of a name that may lie in the cluster, without what follows "svc". */
    private static List<String> labels(String host) {
        List<String> labels = List.of(host.split("\\."));
        int svc = labels.lastIndexOf("svc");
        return svc > 1 ? labels.subList(0, svc) : labels;
    }

    /** The ways to read a name: pod (or none), Service, namespace; the plainer first. */
    private static List<List<String>> splits(List<String> labels, String home) {
        List<List<String>> splits = new ArrayList<>();
        switch (labels.size()) {
            case 1 -> splits.add(List.of("", labels.get(0), home));
            case 2 -> {
                splits.add(List.of("", labels.get(0), labels.get(1)));
                splits.add(List.of(labels.get(0), labels.get(1), home));
            }
            case 3 -> splits.add(labels);
            default -> {
                // A name of the outside world.
            }
        }
        return splits;
    }

    /** {@code redis:7} is an image unless the Service says it listens there. */
    private static boolean isPlausible(NamedHost named, KubeObject service) {
        Integer port = named.port();
        if (port == null || named.form() != Form.HOST_AND_PORT || port >= LOWEST_UNDECLARED_PORT
                || PodTemplate.isKnative(service)) {
            return true;
        }
        Set<String> declared = service.at("spec", "ports").items().stream().map(entry -> entry.at("port"))
                .flatMap(Tree::scalars).map(Tree.Scalar::text).collect(Collectors.toSet());
        return declared.contains(port.toString());
    }
}
