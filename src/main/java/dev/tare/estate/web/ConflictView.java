package dev.tare.estate.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two versions of one part, side by side.
 *
 * @param kept fields of the form that go along unseen: all that was typed, and what is stored now
 */
record ConflictView(String word, String name, String here, List<Choice> choices, Map<String, String> kept) {
    /** A difference on the page. */
    record Choice(String id, Difference of) {}

    static ConflictView of(PartPages.At at, String currency, Form mine, ObjectNode theirs) {
        List<Difference> differences = Difference.between(at.part().schema(), currency, mine, theirs);
        Map<String, String> kept = new LinkedHashMap<>(mine.values());
        kept.keySet().removeIf(name -> name.equals("do") || name.equals("_csrf") || name.startsWith(Difference.CHOOSE));
        kept.put(Form.OPENED, Trees.text(theirs));
        return new ConflictView(at.part().word(), at.name() == null ? "" : at.name(), at.here(),
                differences.stream().map(one -> new Choice(FieldView.id(one.name()), one)).toList(), kept);
    }
}
