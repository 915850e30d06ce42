package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workload: an object that runs pods, under the name it has in the estate. */
record Workload(String name, KubeObject object, List<PodContainer> containers) {
    static Workload of(KubeObject object, String name) {
        return new Workload(name, object, PodContainer.of(PodTemplate.of(object)));
    }

    Tree pod() {
        return PodTemplate.of(object);
    }

    Map<String, String> labels() {
        return KubeObject.texts(pod().at("metadata", "labels"));
    }

    /** The container that is the application: the one named as default, else the first that is no known helper. */
    Optional<PodContainer> app() {
        List<PodContainer> regular = containers.stream().filter(c -> c.kind() == PodContainer.Kind.REGULAR).toList();
        String chosen = pod().value("metadata", "annotations", "kubectl.kubernetes.io/default-container").orElse("");
        Comparator<PodContainer> best = Comparator.comparing((PodContainer c) -> !c.name().equals(chosen))
                .thenComparing(c -> c.role().isPresent()).thenComparing(
                        c -> c.role().isPresent() && !c.name().equals(object.name()));
        return regular.stream().min(best);
    }

    /** Everything that runs beside the application all the time. */
    List<PodContainer> sidecars() {
        Optional<PodContainer> app = app();
        return containers.stream().filter(c -> c.kind() != PodContainer.Kind.INIT)
                .filter(c -> app.isEmpty() || c != app.get()).toList();
    }

    /** Whether the name is the stable DNS name of one of its pods. */
    boolean hasPod(String label) {
        boolean ordinal = label.startsWith(object.name() + "-")
                && label.substring(object.name().length() + 1).matches("\\d{1,6}");
        return object.kind().equals("StatefulSet") && ordinal
                || pod().value("spec", "hostname").filter(label::equals).isPresent();
    }
}
