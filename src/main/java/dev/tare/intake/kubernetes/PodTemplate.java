package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.util.Map;
import java.util.Set;

/** Where each kind of workload keeps the pod it runs. */
final class PodTemplate {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob",
            "Pod", "ReplicaSet", "ReplicationController");

    /** Kinds that others add to a cluster, by their group. */
    private static final Map<String, String> ADDED = Map.of("argoproj.io", "Rollout", "apps.openshift.io",
            "DeploymentConfig", "serving.knative.dev", "Service");

    private PodTemplate() {}

    static boolean isWorkload(KubeObject object) {
        boolean builtIn = object.group().isEmpty() || Set.of("apps", "batch", "extensions").contains(object.group());
        return builtIn && WORKLOADS.contains(object.kind())
                || object.kind().equals(ADDED.get(object.group())) && !isBorrowing(object);
    }

    /** A Rollout may take the pods of a Deployment instead of declaring its own. */
    static boolean isBorrowing(KubeObject object) {
        return !object.at("spec", "workloadRef").isNothing();
    }

    /** A Service of Knative runs pods and is its own address. */
    static boolean isKnative(KubeObject object) {
        return object.kind().equals("Service") && object.group().equals("serving.knative.dev");
    }

    /** The pod's metadata and spec. */
    static Tree of(KubeObject object) {
        return switch (object.kind()) {
            case "Pod" -> object.body();
            case "CronJob" -> object.at("spec", "jobTemplate", "spec", "template");
            default -> object.at("spec", "template");
        };
    }
}
