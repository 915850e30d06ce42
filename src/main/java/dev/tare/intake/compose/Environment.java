package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** A service's variables: those of its env files first, then its own. */
final class Environment {
    /** A variable's value and the file it stands in. */
    record Variable(String value, String file) {}

    private Environment() {}

    static Map<String, Variable> of(Part part, Bundle bundle, Loader loader) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        Tree files = part.spec().at("env_file");
        for (String path : Loader.paths(files)) {
            bundle.find(Bundle.folder(part.model().file(files, part.key())), path).ifPresent(file -> loader.env(file)
                    .forEach((name, value) -> variables.put(name, new Variable(value, file.name()))));
        }
        part.spec().at("environment").entries().forEach((name, value) -> value.value().ifPresent(
                text -> variables.put(name, new Variable(text, part.model().file(value, part.key())))));
        return variables;
    }
}
