package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The services of one project, those that share a network tied together. */
record Project(String name, Model model, List<Part> parts) {
    static Project of(String name, Model model) {
        List<Part> parts = new ArrayList<>();
        model.services().forEach((key, spec) -> {
            Tree settings = spec.isNothing() ? new Tree.Mapping(Map.of(), spec.line()) : spec;
            parts.add(new Part(model, key, settings, home(model, key)));
        });
        return new Project(model.merged().value("name").orElse(name), model, List.copyOf(parts));
    }

    /** Follows {@code network_mode} to the service that has a network of its own. */
    private static String home(Model model, String key) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (seen.add(at)) {
            String next = beside(model, Objects.requireNonNullElse(model.services().get(at), Tree.NOTHING));
            if (next.isEmpty()) {
                return at;
            }
            at = next;
        }
        return key;
    }

    private static String beside(Model model, Tree spec) {
        String mode = spec.value("network_mode").or(() -> spec.value("net")).orElse("");
        if (mode.startsWith("service:")) {
            String service = mode.substring("service:".length());
            return model.services().containsKey(service) ? service : "";
        }
        return mode.startsWith("container:")
                ? model.services().entrySet().stream()
                        .filter(service -> service.getValue().value("container_name")
                                .filter(mode.substring("container:".length())::equals).isPresent())
                        .map(Map.Entry::getKey).findFirst().orElse("")
                : "";
    }

    /** Services with a network of their own. */
    List<Part> services() {
        return parts.stream().filter(part -> !part.isBeside()).toList();
    }

    /** What runs beside a service all the time. */
    List<Part> beside(Part service) {
        return parts.stream().filter(part -> part.isBeside() && part.home().equals(service.key())).toList();
    }
}
