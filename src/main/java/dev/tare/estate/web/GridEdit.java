package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.web.FieldText.Mistyped;
import dev.tare.estate.web.GridChange.Cell;
import dev.tare.estate.web.GridOutcome.Theirs;
import dev.tare.estate.web.GridOutcome.Wrong;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts the changes of a grid into an estate, cell by cell, each read as a form would read it. */
final class GridEdit<T> {
    private final GridKind<T> kind;
    private final Pattern place;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final String currency;
    private final Map<String, GridKind.Row<T>> before = new HashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Theirs> theirs = new ArrayList<>();
    private final List<Undoing<T>> undoing = new ArrayList<>();
    private EstateDocument document;

    /** What undoes one change: of a row that is there now, or the cells of one that is not. */
    private record Undoing<T>(int row, @Nullable T part, Map<String, Cell> cells, boolean gone) {}

    GridEdit(GridKind<T> kind, EstateDocument document) {
        this.kind = kind;
        this.document = document;
        this.currency = Currencies.of(document);
        place = Pattern.compile(kind.list() + "\\[(\\d+)]\\.?(.*)");
        kind.fields(document).forEach(field -> fields.put(field.path(), field));
        kind.rows(document).forEach(row -> before.put(row.key(), row));
    }

    /** The estate with these changes, as far as they can be made. */
    EstateDocument with(List<GridChange> changes) {
        changes.forEach(this::put);
        return document;
    }

    /** What stands against them, or what undoes them. */
    GridOutcome outcome(int saved) {
        Map<T, String> keys = new IdentityHashMap<>();
        kind.rows(document).forEach(row -> keys.put(row.part(), row.key()));
        return new GridOutcome(saved, List.copyOf(wrong), List.copyOf(theirs),
                undoing.stream().map(undo -> new GridChange(
                        undo.row(), undo.part() == null ? null : keys.get(undo.part()), undo.cells(), undo.gone()))
                        .toList());
    }

    /** Takes in what is wrong with the estate as a whole, each at the cell it is about. */
    void wrong(List<Problem> problems) {
        List<GridKind.Row<T>> rows = kind.rows(document);
        Map<T, Integer> changed = new IdentityHashMap<>();
        for (Undoing<T> undo : undoing) {
            T part = undo.part();
            if (part != null) {
                changed.put(part, undo.row());
            }
        }
        problems.forEach(problem -> wrong.add(at(problem, rows, changed)));
    }

    private Wrong at(Problem problem, List<GridKind.Row<T>> rows, Map<T, Integer> changed) {
        Matcher found = place.matcher(String.valueOf(problem.path()));
        T part = found.matches() ? rows.get(Integer.parseInt(found.group(1))).part() : null;
        Integer row = part == null ? null : changed.get(part);
        return row == null || part == null
                ? wrong(-1, problem)
                : new Wrong(row, kind.column(part, found.group(2)), FormView.Builder.sentence(problem));
    }

    private static Wrong wrong(int row, Problem problem) {
        return new Wrong(row, String.valueOf(problem.path()), FormView.Builder.sentence(problem));
    }

    private void put(GridChange change) {
        String was = change.was();
        GridKind.Row<T> stored = was == null ? null : before.get(was);
        if (was != null && stored == null) {
            theirs.add(new Theirs(change.row(), fields.keySet().iterator().next(), "", true));
        } else if (change.gone()) {
            remove(change, stored);
        } else {
            ObjectNode tree = stored == null ? Trees.parsed(null) : kind.tree(stored.part());
            Map<String, Cell> back = new LinkedHashMap<>();
            change.cells().forEach((path, cell) -> put(change.row(), tree, path, cell, stored != null, back));
            keep(change, stored, tree, back);
        }
    }

    private void remove(GridChange change, GridKind.@Nullable Row<T> stored) {
        if (stored != null) {
            undoing.add(new Undoing<>(change.row(), null, cells(kind.tree(stored.part())), false));
            document = kind.remove(document, stored.part());
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

    private void keep(GridChange change, GridKind.@Nullable Row<T> stored, ObjectNode tree, Map<String, Cell> back) {
        if (stored != null && kind.emptied(tree)) {
            remove(change, stored);
            return;
        }
        T was = stored == null ? null : stored.part();
        Problem problem = kind.problem(document, was, tree);
        if (problem != null) {
            wrong.add(wrong(change.row(), problem));
        } else if (!back.isEmpty()) {
            T is = kind.read(was, tree);
            document = kind.put(document, was, is);
            undoing.addFirst(new Undoing<>(change.row(), is, was == null ? Map.of() : back, was == null));
        }
    }
}
