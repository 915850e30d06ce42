package dev.tare.intake.kubernetes;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks the workloads out of all objects: each once, none that another one runs, each under a name of its own. */
final class Workloads {
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Workloads(List<KubeObject> objects) {
        List<KubeObject> candidates = unowned(objects.stream().filter(PodTemplate::isWorkload).toList());
        Map<List<String>, KubeObject> once = new LinkedHashMap<>();
        for (KubeObject object : candidates) {
            if (PodTemplate.of(object).at("spec", "containers").items().isEmpty()) {
                findings.add(object.finding(Severity.WARNING, "no-containers", object.label()
                        + " names no containers, as a patch does; it was left out.", "Import the built manifest."));
            } else {
                KubeObject earlier = once.put(key(object), object);
                if (earlier != null) {
                    findings.add(object.finding(Severity.WARNING, "declared-twice", object.label()
                            + " is declared more than once; the last declaration counts. The earlier one stands in "
                            + earlier.file() + " line " + earlier.line() + ".", null));
                }
            }
        }
        name(List.copyOf(once.values()));
    }

    private static List<String> key(KubeObject object) {
        return List.of(object.kind(), object.home(), object.name());
    }

    /** What a cluster lists beside its owner (the pods of a Deployment) is the owner's. */
    private List<KubeObject> unowned(List<KubeObject> candidates) {
        Set<List<String>> known = candidates.stream().map(Workloads::key).collect(Collectors.toSet());
        List<KubeObject> unowned = candidates.stream().filter(object -> object.at("metadata", "ownerReferences").items()
                .stream().noneMatch(owner -> known.contains(List.of(owner.value("kind").orElse(""), object.home(),
                        owner.value("name").orElse("")))))
                .toList();
        int owned = candidates.size() - unowned.size();
        if (owned > 0) {
            findings.add(Finding.of(Severity.INFO, "owned",
                    owned + " pods and replica sets belong to workloads that are read; they are counted there.", null));
        }
        return unowned;
    }

    private void name(List<KubeObject> objects) {
        Map<String, List<KubeObject>> namesakes = objects.stream().collect(Collectors.groupingBy(KubeObject::name));
        Set<String> taken = new HashSet<>();
        for (KubeObject object : objects) {
            String name = object.name();
            if (namesakes.getOrDefault(name, List.of()).size() > 1) {
                name = distinct(object, namesakes.getOrDefault(name, List.of()), taken);
                findings.add(object.finding(Severity.INFO, "renamed",
                        object.label() + " is called " + name + " here: another workload has its name.", null));
            }
            taken.add(name);
            warn(object);
            workloads.add(Workload.of(object, name));
        }
    }

    private static String distinct(KubeObject object, List<KubeObject> namesakes, Set<String> taken) {
        boolean elsewhere = namesakes.stream().map(KubeObject::home).distinct().count() > 1;
        String name = elsewhere ? object.name() + "." + object.home() : object.name();
        boolean needsKind = namesakes.stream().filter(other -> other.home().equals(object.home())).count() > 1;
        name = needsKind ? name + "-" + object.kind().toLowerCase(Locale.ROOT) : name;
        return taken.contains(name) ? name + "-" + (taken.size() + 1) : name;
    }

    private void warn(KubeObject object) {
        if (Placeholders.in(object.name())) {
            findings.add(object.finding(Severity.WARNING, "placeholder",
                    object.label() + " still holds a place to be filled in; it was read as it stands.",
                    "Import the manifest as your tool fills it in."));
        }
    }

    List<Workload> all() {
        return workloads;
    }

    List<Finding> findings() {
        return findings;
    }
}
