package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import dev.tare.intake.tree.Tree.Scalar;
import dev.tare.intake.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays one Compose file over another as its specification says: mappings key by key, lists one after the other, what is
 * a command replaced as a whole; {@code !reset} takes a value away, {@code !override} replaces it.
 */
final class Overrides {
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    private Overrides() {}

    /**
     * The base with the other laid over it. The base was made here, by {@link #clean} or by laying others over each
     * other, and is used up: it grows instead of being copied, so that many files cost as much as one of their length.
     */
    static Tree merge(Tree base, Tree over) {
        return merge("", base, over);
    }

    private static Tree merge(String key, Tree base, Tree over) {
        if (RESET.equals(over.tag())) {
            return Tree.NOTHING;
        }
        if (base == Tree.NOTHING || OVERRIDE.equals(over.tag()) || REPLACED.contains(key)) {
            return clean(over);
        }
        if (base instanceof Mapping below && over instanceof Mapping above) {
            return merge(below, above);
        }
        if (base instanceof Sequence below && clean(over) instanceof Sequence above) {
            below.items().addAll(above.items());
            return new Sequence(below.items(), above.line());
        }
        return over.isNothing() && !(base instanceof Scalar) ? base : clean(over);
    }

    private static Mapping merge(Mapping below, Mapping above) {
        Map<String, Tree> entries = below.entries();
        above.entries().forEach((name, value) -> {
            Tree merged = merge(name, entries.getOrDefault(name, Tree.NOTHING), value);
            if (merged == Tree.NOTHING) {
                entries.remove(name);
            } else {
                entries.put(name, merged);
            }
        });
        return new Mapping(entries, below.line());
    }

    /** What stands in a single file, with everything it resets taken away. */
    static Tree clean(Tree tree) {
        return switch (tree) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> new Sequence(sequence.items().stream().filter(item -> !RESET.equals(item.tag()))
                    .map(Overrides::clean).collect(Collectors.toCollection(ArrayList::new)), sequence.line());
            case Mapping mapping -> {
                Map<String, Tree> entries = new LinkedHashMap<>();
                mapping.entries().forEach((name, value) -> {
                    if (!RESET.equals(value.tag())) {
                        entries.put(name, clean(value));
                    }
                });
                yield new Mapping(entries, mapping.line());
            }
        };
    }
}
