package dev.tare.intake.compose;

import dev.tare.intake.Finding;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the files of one project say together, with the file every value came from. */
final class Model {
    private Tree merged = new Mapping(new LinkedHashMap<>(), 1);
    private final Map<Tree, String> origins = new IdentityHashMap<>();
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Set<String> missing = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Lays a file's document over what is there; an included file lies below the one that includes it. */
    void add(String file, Tree document) {
        remember(file, document);
        document.at("services").entries().keySet().forEach(name -> declared.putIfAbsent(name, file));
        merged = Overrides.merge(merged, document);
    }

    void remember(String file, Tree tree) {
        origins.put(tree, file);
        tree.entries().values().forEach(value -> remember(file, value));
        tree.items().forEach(item -> remember(file, item));
    }

    /** Takes in what another model holds, below what this one says. */
    void include(Model other) {
        origins.putAll(other.origins);
        other.declared.forEach(declared::putIfAbsent);
        merged = Overrides.merge(merged, other.merged);
        missing.addAll(other.missing);
        findings.addAll(other.findings);
    }

    Tree merged() {
        return merged;
    }

    Map<String, Tree> services() {
        return merged.at("services").entries();
    }

    /** The file a value stands in, else the one that declares the service. */
    String file(Tree value, String service) {
        return Objects.requireNonNullElseGet(origins.get(value), () -> declaring(service));
    }

    /** The file that first names a service. */
    String declaring(String service) {
        return Objects.requireNonNullElse(declared.get(service), "");
    }

    Set<String> missing() {
        return missing;
    }

    List<Finding> findings() {
        return findings;
    }
}
