package dev.tare.intake.prometheus;

import dev.tare.intake.container.PodName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose pods are whose: by the owner a cluster states for each pod, and of what owns that; else by how Kubernetes names
 * pods.
 */
final class Owners {
    private static final Pattern REPLICA_SET = Pattern.compile("(.+)-" + PodName.MADE_UP + "{6,10}");
    private static final Pattern SCHEDULED = Pattern.compile("(.+)-\\d{8,10}");

    private final Map<Workload, Owner> byPod = new HashMap<>();

    /** An owner's kind and name. */
    record Owner(String kind, String name) {}

    /**
     * From what a cluster's state says.
     *
     * @param pods        owners of pods
     * @param replicaSets owners of replica sets
     * @param jobs        owners of jobs
     */
    Owners(List<Row> pods, List<Row> replicaSets, List<Row> jobs) {
        Map<Workload, Owner> sets = owners(replicaSets, "replicaset");
        Map<Workload, Owner> runs = owners(jobs, "job_name");
        owners(pods, "pod").forEach((pod, owner) -> byPod.put(pod, top(pod.namespace(), owner, sets, runs)));
    }

    private static Map<Workload, Owner> owners(List<Row> rows, String of) {
        Map<Workload, Owner> owners = new HashMap<>();
        for (Row row : rows) {
            String name = row.label("owner_name");
            if (!name.isEmpty() && !name.equals("<none>")) {
                owners.put(new Workload(row.label("namespace"), row.label(of)),
                        new Owner(row.label("owner_kind"), name));
            }
        }
        return owners;
    }

    private static Owner top(String namespace, Owner owner, Map<Workload, Owner> sets, Map<Workload, Owner> runs) {
        Workload at = new Workload(namespace, owner.name());
        return switch (owner.kind()) {
            case "ReplicaSet" -> sets.getOrDefault(at, trimmed(owner, REPLICA_SET, "Deployment"));
            case "Job" -> runs.getOrDefault(at, trimmed(owner, SCHEDULED, "CronJob"));
            default -> owner;
        };
    }

    private static Owner trimmed(Owner owner, Pattern pattern, String kind) {
        Matcher matcher = pattern.matcher(owner.name());
        return matcher.matches() ? new Owner(kind, matcher.group(1)) : owner;
    }

    /** What runs a pod. */
    Owner of(String namespace, String pod) {
        Owner stated = byPod.get(new Workload(namespace, pod));
        return stated != null ? stated : named(pod);
    }

    private static Owner named(String pod) {
        PodName name = PodName.of(pod);
        return new Owner(name.kind(), name.workload());
    }
}
