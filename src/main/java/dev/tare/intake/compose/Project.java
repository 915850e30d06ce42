package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services of one project, those that share a network tied together.
 *
 * @param helpers what runs in the network of another service, by that service's key
 */
record Project(String name, Model model, List<Part> parts, Map<String, List<Part>> helpers) {
    static Project of(String name, Model model) {
        Homes homes = new Homes(model.services());
        List<Part> parts = new ArrayList<>();
        model.services().forEach((key, spec) -> {
            Tree settings = spec.isNothing() ? new Tree.Mapping(Map.of(), spec.line()) : spec;
            parts.add(new Part(model, key, settings, homes.of(key)));
        });
        return new Project(model.merged().value("name").orElse(name), model, List.copyOf(parts),
                parts.stream().filter(Part::isBeside).collect(Collectors.groupingBy(Part::home)));
    }

    /** Services with a network of their own. */
    List<Part> services() {
        return parts.stream().filter(part -> !part.isBeside()).toList();
    }

    /** What runs beside a service all the time. */
    List<Part> beside(Part service) {
        return helpers.getOrDefault(service.key(), List.of());
    }
}
