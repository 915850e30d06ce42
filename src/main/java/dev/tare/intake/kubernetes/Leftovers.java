package dev.tare.intake.kubernetes;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what was in the files and was not used: every other kind, counted. */
final class Leftovers {
    private static final Set<String> USED = Set.of("Service", "ConfigMap", "Secret");
    private static final Set<String> ROUTES = Set.of("Ingress", "HTTPRoute", "GRPCRoute", "VirtualService", "Route");

    private Leftovers() {}

    static List<Finding> of(List<KubeObject> objects) {
        Map<String, List<KubeObject>> kinds = objects.stream()
                .filter(object -> !isUsed(object))
                .collect(Collectors.groupingBy(Leftovers::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream().map(kind -> finding(kind.getKey(), kind.getValue())).toList();
    }

    private static boolean isUsed(KubeObject object) {
        boolean core = object.group().isEmpty() && USED.contains(object.kind());
        return core || PodTemplate.isWorkload(object) || ROUTES.contains(object.kind());
    }

    /** A kind whose name the core also uses is told apart by its group. */
    private static String kind(KubeObject object) {
        boolean ambiguous = USED.contains(object.kind());
        return ambiguous ? object.kind() + " of " + object.group() : object.kind();
    }

    private static Finding finding(String kind, List<KubeObject> objects) {
        String counted = objects.size() + " × " + kind;
        KubeObject first = objects.getFirst();
        if (!PodTemplate.of(first).at("spec", "containers").items().isEmpty()) {
            return first.finding(Severity.WARNING, "workload-not-read",
                    counted + " not read, though it runs containers: the first is " + first.name() + ".",
                    "Add it as a service by hand.");
        }
        if (PodTemplate.isBorrowing(first)) {
            return first.finding(Severity.WARNING, "replicas-elsewhere",
                    counted + " not read: it runs the pods of a workload declared elsewhere, as many as it says itself"
                            + " and not as many as that workload declares; the first is " + first.name() + ".",
                    "Type how many copies usually run.");
        }
        return switch (kind) {
            case "HorizontalPodAutoscaler", "ScaledObject" -> first.finding(Severity.WARNING, "autoscaling-not-read",
                    counted + " not read: the replicas that are declared count, not what an autoscaler makes of them.",
                    "Type the usual number of replicas where an autoscaler sets it.");
            case "Kustomization" -> first.finding(Severity.WARNING, "kustomization-not-built",
                    counted + " not read: what it would change is not applied.",
                    "Run \"kustomize build\" and import its output.");
            default -> first.finding(Severity.INFO, "kind-not-read",
                    counted + " not read: it carries no workload.", null);
        };
    }
}
