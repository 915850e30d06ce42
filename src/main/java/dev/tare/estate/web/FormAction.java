package dev.tare.estate.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which button sent a form: {@code save}, {@code another} (save and add another), {@code resolve} (store what was chosen
 * between two versions), {@code add:calls} or {@code remove:calls:2} (rows; nothing is stored).
 */
record FormAction(String button) {
    private static final String BUTTON = "do";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    static FormAction of(Form form) {
        return new FormAction(form.value(BUTTON));
    }

    boolean stores() {
        return !button.startsWith(ADD + ":") && !button.startsWith(REMOVE + ":");
    }

    boolean resolves() {
        return button.equals("resolve");
    }

    boolean another() {
        return button.equals("another");
    }

    /** The form with a row more or less, and without the blank rows that nobody asked for. */
    Form apply(Form form, Schema schema) {
        Form changed = form;
        for (Schema.Rows list : schema.lists()) {
            List<Map<String, String>> rows = new ArrayList<>(form.rows(list.path()));
            if (button.startsWith(REMOVE + ":" + list.path() + ":")) {
                remove(rows, button.substring(button.lastIndexOf(':') + 1));
            }
            rows.removeIf(Form::isBlank);
            if (button.equals(ADD + ":" + list.path())) {
                rows.add(new LinkedHashMap<>(Map.of(Form.ORIGIN, "")));
            }
            changed = changed.withRows(list.path(), rows);
        }
        return changed;
    }

    private static void remove(List<Map<String, String>> rows, String index) {
        if (index.matches("\\d{1,6}") && Integer.parseInt(index) < rows.size()) {
            rows.remove(Integer.parseInt(index));
        }
    }
}
