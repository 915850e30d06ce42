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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows below a heading as documents; every wrong cell is told by its row and column. */
final class SheetRows {
    private static final Set<String> NOTHING = Set.of("", "-", "–", "—", "n/a", "na", "null", "nil", "?", "#n/a");
    private static final int MOST_PROBLEMS = 50;

    private static final Pattern COMMA = Pattern
            .compile("[^\\d]*\\d{1,3}(?:\\.?\\d{3})*,(?:\\d{1,2}|\\d{4,})(?:\\D.*)?");
    private static final Pattern GROUPING = Pattern.compile("(?<=\\d)\\.(?=\\d{3}(?:\\D|$))");
    private static final Pattern TOTAL = Pattern
            .compile("(?iu)(?:grand |sub)?totals?:?|sum:?|summe:?|gesamt:?|insgesamt:?");

    /** One row, its line in the file, and what stands in columns that are not known. */
    record Item(int line, ObjectNode values, List<String> rest) {}

    private final String file;
    private final Heading heading;
    private final List<Item> items = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final boolean pointsGroup;
    private final int totalLine;

    SheetRows(String file, Heading heading, List<Row> rows) {
        this.file = file;
        this.heading = heading;
        List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        this.pointsGroup = filled.stream().anyMatch(this::hasDecimalComma);
        boolean total = filled.size() > 1 && isTotal(filled.getLast());
        this.totalLine = total ? (int) filled.getLast().line() : 0;
        filled.subList(0, filled.size() - (total ? 1 : 0)).forEach(this::read);
        refuse();
    }

    /** Whoever writes 0,25 writes 1.200 for twelve hundred. */
    private boolean hasDecimalComma(Row row) {
        return heading.places().stream().filter(place -> place.column().isNumber())
                .anyMatch(place -> COMMA.matcher(cell(row, place)).matches());
    }

    /** A last row that is called so and holds but numbers sums the others. */
    private boolean isTotal(Row row) {
        List<Place> named = heading.places().stream().filter(place -> !place.column().isNumber())
                .filter(place -> !cell(row, place).isEmpty()).toList();
        return heading.table() == Heading.Table.SERVICES && named.size() == 1
                && TOTAL.matcher(cell(row, named.getFirst())).matches();
    }

    private static String cell(Row row, Place place) {
        return place.index() < row.cells().size() ? row.cells().get(place.index()).strip() : "";
    }

    /** The line of a row that sums the others and was left out; 0 for none. */
    int totalLine() {
        return totalLine;
    }

    private void read(Row row) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Place place : heading.places()) {
            String cell = cell(row, place);
            if (!NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
                take(row, place, cell, values);
            }
        }
        for (String needed : heading.table() == Heading.Table.CALLS ? List.of("from", "to") : List.of("name")) {
            if (values.path(needed).isMissingNode()) {
                wrong(row.line(), needed, "the name of a service", "an empty cell");
            }
        }
        items.add(new Item((int) row.line(), values, rest(row)));
    }

    private List<String> rest(Row row) {
        Set<Integer> known = heading.places().stream().map(Place::index).collect(Collectors.toSet());
        return IntStream.range(0, row.cells().size()).filter(index -> !known.contains(index))
                .mapToObj(row.cells()::get).map(String::strip).toList();
    }

    private void take(Row row, Place place, String cell, ObjectNode values) {
        boolean grouped = pointsGroup && place.column().isNumber();
        Optional<JsonNode> value = place.column().value(grouped ? GROUPING.matcher(cell).replaceAll("") : cell,
                place.unit());
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
