package dev.tare.intake.compose;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import dev.tare.intake.tree.Tree.Scalar;
import dev.tare.intake.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes out what a file leaves short: variables are filled in, lists of {@code NAME=value} become mappings. */
final class Forms {
    /** What may be written as a list of {@code NAME=value}, and is merged by name. */
    private static final Set<String> BY_NAME = Set.of("environment", "labels", "annotations", "sysctls", "args");
    /** What takes the values of variables that are named alone. */
    private static final Set<String> PASSED = Set.of("environment", "args");
    /** What may be written as a list of names, and is merged by name. */
    private static final Set<String> NAMES = Set.of("depends_on", "networks");

    private final String file;
    private final Interpolation variables;

    Forms(String file, Interpolation variables) {
        this.file = file;
        this.variables = variables;
    }

    /** The same tree in its long form; tags stay. */
    Tree of(Tree tree) {
        return of("", tree, "");
    }

    private Tree of(String key, Tree tree, String path) {
        return switch (tree) {
            case Scalar scalar -> scalar(key, filled(scalar, path));
            case Sequence list -> {
                List<Tree> items = new ArrayList<>();
                for (Tree item : list.items()) {
                    items.add(of("", item, path + "[" + items.size() + "]"));
                }
                yield list(key, new Sequence(List.copyOf(items), list.line(), list.tag()));
            }
            case Mapping mapping -> {
                Map<String, Tree> entries = new LinkedHashMap<>();
                mapping.entries().forEach((name, value) -> entries.put(name, isPassed(key, value)
                        ? passed(name, value)
                        : of(name, value, path.isEmpty() ? name : path + "." + name)));
                yield new Mapping(entries, mapping.line(), mapping.tag());
            }
        };
    }

    private Scalar filled(Scalar scalar, String path) {
        if (scalar.text().indexOf('$') < 0) {
            return scalar;
        }
        try {
            return new Scalar(variables.fill(scalar.text()), scalar.plain(), scalar.line(), scalar.tag());
        } catch (Interpolation.Malformed e) {
            throw ImportFailed.at(file, scalar.line(), path, "a variable such as ${NAME} or ${NAME:-default}",
                    String.valueOf(e.getMessage()));
        }
    }

    private static Tree scalar(String key, Scalar scalar) {
        return key.equals("build") && !scalar.isNothing()
                ? new Mapping(Map.of("context", scalar), scalar.line(), scalar.tag())
                : scalar;
    }

    private static boolean isPassed(String key, Tree value) {
        return PASSED.contains(key) && value.isNothing() && value.tag() == null;
    }

    /** A variable named without a value has the one it has outside; none when it has none there. */
    private Scalar passed(String name, Tree item) {
        String known = variables.known(name);
        return known == null
                ? new Scalar("", true, item.line(), item.tag())
                : new Scalar(known, false, item.line(), item.tag());
    }

    private Tree list(String key, Sequence list) {
        if (!BY_NAME.contains(key) && !NAMES.contains(key)) {
            return list;
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (Tree item : list.items()) {
            item.value().ifPresent(text -> {
                int equals = NAMES.contains(key) ? -1 : text.indexOf('=');
                entries.put(equals < 0 ? text : text.substring(0, equals), equals >= 0
                        ? new Scalar(text.substring(equals + 1), false, item.line(), item.tag())
                        : PASSED.contains(key) ? passed(text, item) : new Scalar("", true, item.line(), item.tag()));
            });
        }
        return new Mapping(entries, list.line(), list.tag());
    }
}
