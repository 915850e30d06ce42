package dev.tare.intake.web;

import dev.tare.estate.Change.Step;
import dev.tare.intake.PastImport;
import dev.tare.intake.Undone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What taking an import back (or doing it again) would do, for the page that asks. */
record UndoView(String slug, UUID id, String files, boolean again, List<Group> gone, List<Group> back,
        List<Step> changed, List<Step> kept) {
    private static final int SHOWN = 300;

    /** Things of one kind that come or go. */
    record Group(String kind, List<String> names) {
        /** As many of the names as a page can show. */
        public List<String> shown() {
            return names.subList(0, Math.min(SHOWN, names.size()));
        }
    }

    static UndoView of(String slug, PastImport past, Undone undone) {
        List<Step> whole = undone.steps().stream().filter(step -> step.field() == null).toList();
        return new UndoView(slug, past.id(), past.files(), past.undoneAt() != null,
                groups(whole.stream().filter(step -> step.then() == null).toList()),
                groups(whole.stream().filter(step -> step.then() != null).toList()),
                undone.steps().stream().filter(step -> step.field() != null).limit(SHOWN).toList(), undone.kept());
    }

    private static List<Group> groups(List<Step> steps) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (String kind : List.of("service", "call", "entry", "team", "external", "cost", "shape")) {
            kinds.put(kind, new ArrayList<>());
        }
        steps.forEach(step -> kinds.computeIfAbsent(step.kind(), _ -> new ArrayList<>()).add(step.name()));
        return kinds.entrySet().stream().filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> new Group(words(kind.getKey(), kind.getValue().size()), kind.getValue())).toList();
    }

    private static String words(String kind, int count) {
        String one = kind.equals("entry") ? "entry point" : kind.equals("external") ? "host outside" : kind;
        String many = kind.equals("entry") ? "entry points" : kind.equals("external") ? "hosts outside" : kind + "s";
        return count + " " + (count == 1 ? one : many);
    }

    /** Whether nothing would change. */
    public boolean isNothing() {
        return gone.isEmpty() && back.isEmpty() && changed.isEmpty();
    }

    /** What keeps a thing as it is, for people. */
    public static String why(Step step) {
        if (step.field() != null) {
            return "edited since";
        }
        return step.now() == null
                ? "no longer here under this name"
                : step.now().equals("in use") ? "something that stays speaks of it" : "edited since";
    }

    /** A value as people read it: what a document holds together, such as a shape, without its marks. */
    public static String value(@Nullable String value) {
        if (value == null || !value.startsWith("{") && !value.startsWith("[")) {
            return Objects.requireNonNullElse(value, "–");
        }
        try {
            return String.join(", ", leaves(JsonMapper.shared().readTree(value)).toList());
        } catch (JacksonException noJson) {
            return value;
        }
    }

    private static Stream<String> leaves(JsonNode node) {
        return node.isContainer() ? node.valueStream().flatMap(UndoView::leaves) : Stream.of(node.asString(""));
    }
}
