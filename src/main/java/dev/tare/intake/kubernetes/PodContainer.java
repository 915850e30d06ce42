package dev.tare.intake.kubernetes;

import dev.tare.intake.container.SidecarRole;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container of a pod as declared. */
record PodContainer(Kind kind, Tree spec) {
    /** When a container runs. */
    enum Kind {
        /** All the time, beside the others. */
        REGULAR,
        /** All the time, started before the others: an init container with {@code restartPolicy: Always}. */
        NATIVE_SIDECAR,
        /** Once, before the others. */
        INIT
    }

    static List<PodContainer> of(Tree pod) {
        List<PodContainer> containers = new ArrayList<>();
        pod.at("spec", "containers").items().forEach(spec -> containers.add(new PodContainer(Kind.REGULAR, spec)));
        for (Tree spec : pod.at("spec", "initContainers").items()) {
            boolean stays = spec.value("restartPolicy").filter("Always"::equals).isPresent();
            containers.add(new PodContainer(stays ? Kind.NATIVE_SIDECAR : Kind.INIT, spec));
        }
        return containers;
    }

    String name() {
        return spec.value("name").orElse("container");
    }

    @Nullable
    String image() {
        return spec.value("image").orElse(null);
    }

    /** The role of a known kind of helper. */
    Optional<SidecarRole> role() {
        return SidecarRole.of(name(), image());
    }

    /** Command and arguments, one after the other. */
    List<String> command() {
        List<String> words = new ArrayList<>();
        spec.at("command").items().forEach(word -> word.value().ifPresent(words::add));
        spec.at("args").items().forEach(word -> word.value().ifPresent(words::add));
        return words;
    }

    /** What people call it: {@code container server}. */
    String label() {
        return switch (kind) {
            case REGULAR -> "container " + name();
            case NATIVE_SIDECAR -> "sidecar " + name();
            case INIT -> "init container " + name();
        };
    }
}
