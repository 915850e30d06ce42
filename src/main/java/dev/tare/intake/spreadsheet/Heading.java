package dev.tare.intake.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first row of a table: which of its columns are known, in what unit, and which are not. */
record Heading(Table table, List<Place> places, List<String> unknown) {
    private static final Pattern UNIT = Pattern.compile("(.*?)[\\s_]*[(\\[]\\s*([^)\\]]*?)\\s*[)\\]]\\s*");
    private static final Pattern ENDING = Pattern
            .compile("(.*\\S)[\\s_]+(?i:in[\\s_]+)?(ms|s|mib|gib|mb|gb|kb|bytes|m|millicores|mi|gi)");
    private static final Set<String> NO_UNITS = Set.of("optional", "avg", "average", "mean", "max", "total", "count");

    private static final Pattern ADDED = Pattern.compile(
            "(?i)[\\s_]*\\b(?:per[\\s_]+(?:instance|replica|pod|container|node)|each)\\s*$|^#\\s*|^(?:no\\.|avg\\.?|average)\\s+");

    /** What a table is of. */
    enum Table {
        SERVICES(Column.SERVICES), CALLS(Column.CALLS);

        private final List<Column> columns;

        Table(List<Column> columns) {
            this.columns = columns;
        }

        List<Column> columns() {
            return columns;
        }
    }

    /** A known column at its place, from 0. */
    record Place(int index, String written, String unit, Column column) {}

    /** The heading these cells are; nothing when they are none. */
    static Optional<Heading> of(List<String> cells) {
        Heading calls = read(Table.CALLS, cells);
        if (calls.has("from") && calls.has("to")) {
            return Optional.of(calls);
        }
        Heading services = read(Table.SERVICES, cells);
        boolean says = services.places().stream().anyMatch(place -> !place.column().path().equals("name"));
        return services.has("name") && says ? Optional.of(services) : Optional.empty();
    }

    private static Heading read(Table table, List<String> cells) {
        List<Place> places = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int index = i;
            String cell = cells.get(i).strip();
            Optional<Place> place = place(table, cell, index).filter(
                    found -> places.stream().noneMatch(other -> other.column() == found.column()));
            place.ifPresentOrElse(places::add, () -> {
                if (!cell.isEmpty()) {
                    unknown.add(cell);
                }
            });
        }
        return new Heading(table, List.copyOf(places), List.copyOf(unknown));
    }

    private static Optional<Place> place(Table table, String cell, int index) {
        Matcher unit = UNIT.matcher(cell);
        Matcher ending = ENDING.matcher(cell);
        if (unit.matches()) {
            String written = NO_UNITS.contains(Column.plain(unit.group(2))) ? "" : unit.group(2);
            return named(table, unit.group(1)).map(column -> new Place(index, cell, written, column));
        }
        Optional<Place> whole = named(table, cell).map(column -> new Place(index, cell, "", column));
        return whole.isEmpty() && ending.matches()
                ? named(table, ending.group(1)).map(column -> new Place(index, cell, ending.group(2), column))
                : whole;
    }

    /** By the whole name, else without what most people add to it. */
    private static Optional<Column> named(Table table, String name) {
        return Stream.of(name, ADDED.matcher(name).replaceAll("")).filter(part -> !Column.plain(part).isEmpty())
                .flatMap(part -> table.columns().stream().filter(column -> column.isCalled(part))).findFirst();
    }

    boolean has(String path) {
        return places.stream().anyMatch(place -> place.column().path().equals(path));
    }
}
