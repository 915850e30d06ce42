package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.web.FieldText.Mistyped;
import dev.tare.estate.web.GridChange.Cell;
import dev.tare.estate.web.GridOutcome.Theirs;
import dev.tare.estate.web.GridOutcome.Wrong;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts the changes of the grid into an estate, cell by cell, each read as the form of a service would read it. */
final class GridEdit {
    private static final Pattern SERVICE = Pattern.compile("services\\[(\\d+)]\\.?(.*)");

    private final Map<String, Field> fields = GridColumns.all().fields().stream()
            .collect(Collectors.toMap(Field::path, field -> field));
    private final String currency;
    private final Map<String, Service> before = new HashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Theirs> theirs = new ArrayList<>();
    private final List<GridChange> takeBack = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Set<String> names;
    private EstateDocument document;

    GridEdit(EstateDocument document) {
        this.document = document;
        this.currency = Currencies.of(document);
        document.services().forEach(service -> before.put(service.name(), service));
        this.names = new HashSet<>(before.keySet());
    }

    /** The estate with these changes, as far as they can be made. */
    EstateDocument with(List<GridChange> changes) {
        changes.forEach(this::put);
        return document;
    }

    /** What stands against them, or what undoes them. */
    GridOutcome outcome(int saved) {
        return new GridOutcome(saved, List.copyOf(wrong), List.copyOf(theirs), List.copyOf(takeBack));
    }

    /** Takes in what is wrong with the estate as a whole, each at the cell it is about. */
    void wrong(List<Problem> problems) {
        problems.forEach(problem -> wrong.add(at(problem)));
    }

    private Wrong at(Problem problem) {
        Matcher place = SERVICE.matcher(String.valueOf(problem.path()));
        String name = place.matches()
                ? document.services().get(Integer.parseInt(place.group(1))).name()
                : "";
        Integer row = rows.get(name);
        return row == null
                ? new Wrong(-1, String.valueOf(problem.path()), FormView.Builder.sentence(problem))
                : new Wrong(row, place.group(2), FormView.Builder.sentence(problem));
    }

    private void put(GridChange change) {
        String was = change.service();
        Service stored = was == null ? null : before.get(was);
        if (was != null && stored == null) {
            theirs.add(new Theirs(change.row(), "name", "", true));
        } else if (change.gone()) {
            remove(change, stored);
        } else {
            ObjectNode tree = stored == null ? Trees.parsed(null) : Trees.of(stored);
            Map<String, Cell> back = new LinkedHashMap<>();
            change.cells().forEach((path, cell) -> put(change.row(), tree, path, cell, stored != null, back));
            keep(change, was, tree, back);
        }
    }

    private void remove(GridChange change, @Nullable Service stored) {
        if (stored != null) {
            takeBack.add(new GridChange(change.row(), null, cells(Trees.of(stored)), false));
            document = Edits.removeService(stored.name()).apply(document);
        }
    }

    private Map<String, Cell> cells(ObjectNode tree) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        fields.forEach((path, field) -> {
            String text = text(field, tree);
            if (!text.isEmpty()) {
                cells.put(path, new Cell("", text));
            }
        });
        return cells;
    }

    private void put(int row, ObjectNode tree, String path, Cell cell, boolean known, Map<String, Cell> back) {
        Field field = fields.get(path);
        if (field == null) {
            wrong.add(new Wrong(row, path, "Expected a column of the grid."));
            return;
        }
        String now = text(field, tree);
        String wanted = new FieldText(field, currency).canonical(cell.is());
        if (known && !now.equals(cell.was().strip()) && !now.equals(wanted)) {
            theirs.add(new Theirs(row, path, now, false));
        } else if (!now.equals(wanted)) {
            read(row, tree, field, cell.is());
            back.put(path, new Cell(text(field, tree), now));
        }
    }

    private void read(int row, ObjectNode tree, Field field, String typed) {
        try {
            Tree.put(tree, field.path(), new FieldText(field, currency).read(typed));
        } catch (Mistyped mistyped) {
            wrong.add(new Wrong(row, field.path(),
                    FormView.Builder.sentence(Problem.at(field.path(), mistyped.expected(), typed.strip()))));
        }
    }

    private String text(Field field, ObjectNode tree) {
        return new FieldText(field, currency).write(Tree.at(tree, field.path()));
    }

    private void keep(GridChange change, @Nullable String was, ObjectNode tree, Map<String, Cell> back) {
        String name = tree.path("name").asString("");
        if (name.isEmpty()) {
            wrong.add(new Wrong(change.row(), "name", "Expected a name."));
            return;
        }
        if (!name.equals(was) && !names.add(name)) {
            wrong.add(new Wrong(change.row(), "name", "Expected a name that is not taken."));
            return;
        }
        if (!back.isEmpty()) {
            rows.put(name, change.row());
            document = Edits.putService(was, Trees.to(tree, Service.class)).apply(document);
            takeBack.addFirst(new GridChange(change.row(), name, was == null ? Map.of() : back, was == null));
        }
    }
}
