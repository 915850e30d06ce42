package dev.tare.intake.spreadsheet;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.ImportFailed.Reason;
import dev.tare.intake.spreadsheet.Grid.Row;
import dev.tare.intake.spreadsheet.Heading.Place;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows below a heading as documents; every wrong cell is told by its row and column. */
final class SheetRows {
    private static final Set<String> NOTHING = Set.of("", "-", "–", "—", "n/a", "na", "null", "nil", "?", "#n/a");
    private static final int MOST_PROBLEMS = 50;

    /** One row, and its line in the file. */
    record Item(int line, ObjectNode values) {}

    private final String file;
    private final Heading heading;
    private final List<Item> items = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    SheetRows(String file, Heading heading, List<Row> rows) {
        this.file = file;
        this.heading = heading;
        rows.stream().filter(row -> !row.isBlank()).forEach(this::read);
        refuse();
    }

    private void read(Row row) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Place place : heading.places()) {
            String cell = place.index() < row.cells().size() ? row.cells().get(place.index()).strip() : "";
            if (!NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
                take(row, place, cell, values);
            }
        }
        for (String needed : heading.table() == Heading.Table.CALLS ? List.of("from", "to") : List.of("name")) {
            if (values.path(needed).isMissingNode()) {
                wrong(row.line(), needed, "the name of a service", "an empty cell");
            }
        }
        items.add(new Item((int) row.line(), values));
    }

    private void take(Row row, Place place, String cell, ObjectNode values) {
        Optional<JsonNode> value = place.column().value(cell, place.unit());
        if (value.isEmpty()) {
            wrong(row.line(), place.written(), place.column().expected(), "\"" + shortened(cell) + "\"");
        } else {
            put(values, List.of(place.column().path().split("\\.")), value.get());
        }
    }

    private static void put(ObjectNode values, List<String> path, JsonNode value) {
        ObjectNode at = values;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.get(step) instanceof ObjectNode inner ? inner : at.putObject(step);
        }
        at.set(path.getLast(), value);
    }

    private static String shortened(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }

    void wrong(long line, String column, String expected, String found) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(file, (int) line, "row " + line + ", column " + column, expected, found));
        }
    }

    /** Refuses the table when anything in it is wrong. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new ImportFailed(Reason.INVALID, problems);
        }
    }

    List<Item> items() {
        return items;
    }
}
