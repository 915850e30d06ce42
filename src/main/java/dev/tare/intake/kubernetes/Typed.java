package dev.tare.intake.kubernetes;

import dev.tare.intake.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives an item of a typed list the kind that only its list names. */
final class Typed {
    private Typed() {}

    static Tree as(Tree.Mapping item, String kind) {
        Map<String, Tree> entries = new LinkedHashMap<>(item.entries());
        entries.put("kind", new Tree.Scalar(kind, false, item.line()));
        return new Tree.Mapping(entries, item.line());
    }
}
