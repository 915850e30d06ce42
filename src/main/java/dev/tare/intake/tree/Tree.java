package dev.tare.intake.tree;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a document. Values stay the text they were written as; whoever reads them knows what they should be. */
public sealed interface Tree {
    /** What is not there. */
    Tree NOTHING = new Scalar("", true, 0);

    /** Where the node starts, counted from 1; 0 for {@link #NOTHING}. */
    int line();

    /** The tag of its own that a YAML node carries, such as {@code !reset}; not those of YAML itself. */
    @Nullable
    String tag();

    /** Text; {@code plain} when it was written without quotes, so that {@code null} means nothing. */
    record Scalar(String text, boolean plain, int line, @Nullable String tag) implements Tree {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /** Text without a tag. */
        public Scalar(String text, boolean plain, int line) {
            this(text, plain, line, null);
        }

        @Override
        public boolean isNothing() {
            return plain && NULLS.contains(text);
        }
    }

    /** Items in their order. */
    record Sequence(List<Tree> items, int line, @Nullable String tag) implements Tree {
        /** Items without a tag. */
        public Sequence(List<Tree> items, int line) {
            this(items, line, null);
        }
    }

    /** Entries in their order. */
    record Mapping(Map<String, Tree> entries, int line, @Nullable String tag) implements Tree {
        /** Entries without a tag. */
        public Mapping(Map<String, Tree> entries, int line) {
            this(entries, line, null);
        }
    }

    /** Absent, or written as null. */
    default boolean isNothing() {
        return false;
    }

    /** The node under these keys; {@link #NOTHING} when there is none. */
    default Tree at(String... keys) {
        Tree node = this;
        for (String key : keys) {
            node = node instanceof Mapping mapping
                    ? Objects.requireNonNullElse(mapping.entries().get(key), NOTHING)
                    : NOTHING;
        }
        return node;
    }

    /** The text under these keys; for no keys, this node's own. Absent for null and for collections. */
    default Optional<String> value(String... keys) {
        return at(keys) instanceof Scalar scalar && !scalar.isNothing()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** The items of a sequence; none for anything else. */
    default List<Tree> items() {
        return List.of();
    }

    /** The entries of a mapping; none for anything else. */
    default Map<String, Tree> entries() {
        return Map.of();
    }

    /** All scalars below, in their order. */
    default Stream<Scalar> scalars() {
        return switch (this) {
            case Scalar scalar -> Stream.of(scalar);
            case Sequence sequence -> sequence.items().stream().flatMap(Tree::scalars);
            case Mapping mapping -> mapping.entries().values().stream().flatMap(Tree::scalars);
        };
    }
}
