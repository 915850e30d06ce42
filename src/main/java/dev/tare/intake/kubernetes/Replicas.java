package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Load;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.tree.Tree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many pods a workload keeps, how it is loaded, and what had to be assumed about that. */
record Replicas(@Nullable Double count, @Nullable Load load, String note, List<Finding> findings) {

    static Replicas of(KubeObject object) {
        return switch (object.kind()) {
            case "DaemonSet" -> new Replicas(null, null, "", List.of(object.finding(Severity.INFO, "one-per-node",
                    object.label() + " runs once on every node; how many there are is not in a manifest.",
                    "Its copies follow the nodes of the shape it is weighed in.")));
            case "CronJob" -> cronJob(object);
            case "Job" -> job(object);
            case "Pod" -> new Replicas(1.0, null, "a single pod", List.of());
            case "StatefulSet" -> counted(object, new Load("stateful", null));
            case "Service" -> byRequests(object);
            default -> counted(object, null);
        };
    }

    private static Replicas cronJob(KubeObject object) {
        String schedule = object.at("spec").value("schedule").orElse("none given");
        return new Replicas(0.0, new Load("scheduled", null), "runs on schedule " + schedule + ", none stays",
                List.of(object.finding(Severity.INFO, "scheduled", object.label() + " runs on schedule \"" + schedule
                        + "\": no copy of it stays running.", null)));
    }

    private static Replicas job(KubeObject object) {
        double pods = whole(object, "parallelism").orElse(1.0);
        return new Replicas(pods, new Load("scheduled", null), "one run", List.of(object.finding(Severity.INFO,
                "one-run", object.label() + " runs once and ends.", null)));
    }

    private static Replicas counted(KubeObject object, @Nullable Load load) {
        Optional<Double> declared = whole(object, "replicas");
        if (declared.isPresent()) {
            return new Replicas(declared.get(), load, "declared", List.of());
        }
        return new Replicas(1.0, load, "none declared: the default of Kubernetes", List.of(object.finding(Severity.INFO,
                "replicas-default", object.label() + " declares no replicas: the default, 1, is used.",
                "If an autoscaler sets the number, type what it usually is.")));
    }

    /** Knative keeps as many copies as requests need; the least it keeps may be declared. */
    private static Replicas byRequests(KubeObject object) {
        Tree annotations = object.at("spec", "template", "metadata", "annotations");
        Optional<Double> least = annotations.value("autoscaling.knative.dev/min-scale")
                .or(() -> annotations.value("autoscaling.knative.dev/minScale"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Double::valueOf).filter(count -> count > 0);
        return new Replicas(least.orElse(null), null, least.isPresent() ? "the least that is kept" : "",
                List.of(object.finding(Severity.INFO, "scaled-by-requests", object.label()
                        + " runs as many copies as its requests need"
                        + least.map(count -> ", at least " + count.longValue()).orElse("") + ".",
                        "Type how many usually run.")));
    }

    private static Optional<Double> whole(KubeObject object, String field) {
        Optional<String> written = object.at("spec").value(field);
        if (written.isPresent() && !written.get().matches("\\d{1,9}")) {
            throw object.wrong(object.at("spec", field), "spec." + field, "a whole number", written.get());
        }
        return written.map(Double::valueOf);
    }
}
