package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.util.Set;

/** Where each kind of workload keeps the pod it runs. */
final class PodTemplate {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob",
            "Pod", "ReplicaSet", "ReplicationController");

    private PodTemplate() {}

    static boolean isWorkload(KubeObject object) {
        boolean builtIn = object.group().isEmpty() || Set.of("apps", "batch", "extensions").contains(object.group());
        return builtIn && WORKLOADS.contains(object.kind());
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
