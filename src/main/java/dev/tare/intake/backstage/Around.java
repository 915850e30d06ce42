package dev.tare.intake.backstage;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a catalogue says around its services: systems, owners nobody declares, files it points at. */
final class Around {
    private static final int NAMED = 6;

    private Around() {}

    static List<Finding> of(Catalog catalog, List<Upload> files) {
        List<Finding> findings = new ArrayList<>(systems(catalog));
        findings.addAll(owners(catalog));
        catalog.of("location").forEach(location -> findings.addAll(targets(location, files)));
        List<Entity> libraries = catalog.of("component").stream()
                .filter(one -> Set.of("library", "documentation", "template", "package").contains(one.type())).toList();
        if (!libraries.isEmpty()) {
            findings.add(libraries.getFirst().finding(Severity.INFO, "not-a-service", libraries.size()
                    + " components are libraries or the like, which no process runs: "
                    + listed(libraries.stream().map(Entity::name).toList()) + ".", null));
        }
        return findings;
    }

    private static List<Finding> systems(Catalog catalog) {
        Map<Reference, Set<String>> systems = new LinkedHashMap<>();
        catalog.of("component").forEach(component -> component.references("system", "system").forEach(
                system -> systems.computeIfAbsent(system, key -> new TreeSet<>()).add(component.name())));
        return systems.entrySet().stream().map(system -> {
            String members = listed(List.copyOf(system.getValue()));
            return catalog.find(system.getKey())
                    .map(entity -> entity.finding(Severity.INFO, "system",
                            "System " + entity.name() + " holds " + members + ".", null))
                    .orElseGet(() -> Finding.of(Severity.INFO, "missing-target", "System " + system.getKey().name()
                            + ", to which " + members + " belong, is not in these files.", null));
        }).toList();
    }

    /** Owners come from an organisation's directory more often than from files: only told when some groups are here. */
    private static List<Finding> owners(Catalog catalog) {
        if (catalog.of("group").isEmpty()) {
            return List.of();
        }
        return catalog.of("component").stream().flatMap(component -> component.references("owner", "group").stream()
                .filter(owner -> catalog.find(owner).isEmpty())
                .map(owner -> component.finding(Severity.INFO, "missing-target", component.label() + " is owned by "
                        + owner.label() + ", which is not in these files.", null)))
                .toList();
    }

    private static List<Finding> targets(Entity location, List<Upload> files) {
        Set<String> here = files.stream().map(file -> base(file.name())).collect(Collectors.toSet());
        List<String> absent = Stream.concat(location.body().value("spec", "target").stream(),
                location.body().at("spec", "targets").items().stream().flatMap(target -> target.value().stream()))
                .filter(target -> !here.contains(base(target))).toList();
        return absent.isEmpty()
                ? List.of()
                : List.of(location.finding(Severity.WARNING, "location", location.label() + " points at "
                        + absent.size() + (absent.size() == 1 ? " file that is" : " files that are")
                        + " not here: " + listed(absent) + ".", "Import those files together with this one."));
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
