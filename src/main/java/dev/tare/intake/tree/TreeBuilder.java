package dev.tare.intake.tree;

import dev.tare.intake.tree.Tree.Mapping;
import dev.tare.intake.tree.Tree.Scalar;
import dev.tare.intake.tree.Tree.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds trees from a flow of events without recursion. Refuses what would cost more than it says: deep nesting, too
 * many nodes, aliases that multiply, keys given twice.
 */
final class TreeBuilder {
    static final int MAX_DEPTH = 500;
    static final int MAX_NODES = 2_000_000;

    private record Anchored(Tree tree, long weight) {}

    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Tree> documents = new ArrayList<>();
    private long nodes;

    void begin(boolean mapping, int line, @Nullable String anchor, @Nullable String tag) {
        if (open.size() >= MAX_DEPTH) {
            throw new MalformedText(line, null, "at most " + MAX_DEPTH + " levels of nesting", "more");
        }
        Frame parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            throw new MalformedText(line, path(), "a text as key", mapping ? "a mapping" : "a list");
        }
        if (anchor != null) {
            anchors.remove(anchor);
        }
        open.push(new Frame(mapping, line, anchor, tag));
    }

    void end() {
        Frame frame = open.pop();
        add(frame.close(), frame.weight, frame.anchor);
    }

    void scalar(Scalar scalar, @Nullable String anchor) {
        Frame parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            key(parent, scalar, anchor);
        } else {
            add(scalar, 1, anchor);
        }
    }

    void alias(String name, int line) {
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new MalformedText(line, path(), "an anchor &" + name + " that is complete before its alias",
                    "*" + name);
        }
        Frame parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            if (!(anchored.tree() instanceof Scalar scalar)) {
                throw new MalformedText(line, path(), "a text as key", "*" + name);
            }
            key(parent, new Scalar(scalar.text(), scalar.plain(), line), null);
        } else {
            add(anchored.tree(), anchored.weight(), null);
        }
    }

    void endDocument() {
        anchors.clear();
    }

    List<Tree> documents() {
        return documents;
    }

    private void key(Frame parent, Scalar key, @Nullable String anchor) {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(key, 1));
        }
        Integer first = parent.key(key);
        if (first != null) {
            throw new MalformedText(key.line(), path(), "every key once",
                    "\"" + key.text() + "\" a second time (first at line " + first + ")");
        }
    }

    private void add(Tree tree, long weight, @Nullable String anchor) {
        nodes++;
        if (nodes > MAX_NODES || weight > MAX_NODES) {
            throw new MalformedText(tree.line(), path(), "at most " + MAX_NODES + " values, aliases written out",
                    "more");
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(tree, weight));
        }
        Frame parent = open.peek();
        if (parent == null) {
            documents.add(tree);
        } else {
            parent.add(tree, weight);
        }
    }

    /** Where the builder stands, as {@code spec.containers[0].name}. */
    @Nullable
    String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext();) {
            path.append(frames.next().step());
        }
        if (path.length() > 200) {
            return path.substring(0, 200) + "…";
        }
        return path.isEmpty() ? null : path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    /** A collection that is being filled. */
    private static final class Frame {
        private final boolean mapping;
        private final int line;
        private final @Nullable String anchor;
        private final @Nullable String tag;
        private final Map<String, Tree> entries;
        private final Map<String, Integer> keyLines;
        private final List<Tree> items;
        private long weight = 1;
        private @Nullable Scalar key;
        private @Nullable Tree merged;

        Frame(boolean mapping, int line, @Nullable String anchor, @Nullable String tag) {
            this.mapping = mapping;
            this.line = line;
            this.anchor = anchor;
            this.tag = tag;
            this.entries = mapping ? new LinkedHashMap<>() : Map.of();
            this.keyLines = mapping ? new HashMap<>() : Map.of();
            this.items = mapping ? List.of() : new ArrayList<>();
        }

        boolean awaitsKey() {
            return mapping && key == null;
        }

        /** Takes the next key; the line of the same key before it, if there was one. */
        @Nullable
        Integer key(Scalar next) {
            key = next;
            return keyLines.putIfAbsent(next.text(), next.line());
        }

        void add(Tree value, long valueWeight) {
            weight = weight + valueWeight;
            Scalar name = key;
            key = null;
            if (name == null) {
                items.add(value);
            } else if (name.plain() && name.text().equals("<<")) {
                merged = value;
            } else {
                entries.put(name.text(), value);
            }
        }

        Tree close() {
            if (!mapping) {
                return new Sequence(Collections.unmodifiableList(items), line, tag);
            }
            if (merged != null) {
                List<Tree> sources = merged instanceof Sequence several ? several.items() : List.of(merged);
                sources.forEach(source -> source.entries().forEach(entries::putIfAbsent));
            }
            return new Mapping(Collections.unmodifiableMap(entries), line, tag);
        }

        String step() {
            Scalar name = key;
            return mapping ? name == null ? "" : "." + name.text() : "[" + items.size() + "]";
        }
    }
}
