package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.web.GridOutcome.Theirs;
import dev.tare.estate.web.GridOutcome.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A grid as a page: some rows of it as a plain form, which script makes into the whole sheet.
 *
 * @param query   the columns, as addresses carry them
 * @param choices every column, and whether it is shown
 */
record GridView(String slug, String list, String one, String query, int page, int pages,
        List<GridSheet.Column> columns,
        List<Choice> choices, List<Row> rows, List<Offer> offers, int wrong) {
    private static final int ROWS = 50;
    private static final int BLANK = 3;

    /** A column to choose. */
    record Choice(String path, String label, boolean shown) {}

    /** A row; a new one where {@code was} is empty. */
    record Row(String was, String label, List<Cell> cells) {}

    /** A cell, and what is to be said about it. */
    record Cell(String path, String label, String was, String is, String offers, boolean numeric, String said) {}

    /** What a column of a closed set may hold, or what others have typed. */
    record Offer(String id, List<String> values) {}

    static GridView of(String slug, GridKind<?> kind, EstateDocument document, GridColumns shown, int page,
            Suggestions.Lists known) {
        GridSheet sheet = GridSheet.of(kind, document, 0, shown);
        int pages = Math.max(1, (sheet.rows().size() + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 1, pages);
        List<Row> rows = new ArrayList<>();
        IntStream.range((at - 1) * ROWS, Math.min(at * ROWS, sheet.rows().size()))
                .forEach(i -> rows.add(row(sheet, kind.one(), sheet.keys().get(i), sheet.rows().get(i))));
        List<String> blank = sheet.columns().stream().map(_ -> "").toList();
        IntStream.range(0, BLANK).forEach(_ -> rows.add(row(sheet, kind.one(), "", blank)));
        return new GridView(slug, kind.list(), kind.one(), query(kind, shown), at, pages, sheet.columns(),
                choices(kind, document, shown), rows, offers(shown, known), 0);
    }

    /** The same with what was typed and what is wrong with it; a cell that someone else changed takes theirs for its start. */
    GridView typed(List<Map<String, String>> typed, GridOutcome outcome) {
        List<Row> shown = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Map<String, String> row = typed.get(i);
            int at = i;
            boolean gone = outcome.theirs().stream().anyMatch(one -> one.row() == at && one.gone());
            String was = gone ? "" : row.getOrDefault("was", "");
            shown.add(new Row(was, was.isEmpty() ? "new " + one : was,
                    columns.stream().map(column -> cell(column, at, was.isEmpty() ? "new " + one + " " + (at + 1) : was,
                            row, gone, outcome)).toList()));
        }
        return new GridView(slug, list, one, query, page, pages, columns, choices, shown, offers,
                outcome.wrong().size() + outcome.theirs().size());
    }

    private static Cell cell(GridSheet.Column column, int row, String called, Map<String, String> typed, boolean gone,
            GridOutcome outcome) {
        String path = column.path();
        Theirs theirs = outcome.theirs().stream().filter(one -> one.row() == row && one.path().equals(path)).findFirst()
                .orElse(null);
        String wrong = outcome.wrong().stream().filter(one -> one.row() == row && one.path().equals(path)).findFirst()
                .map(Wrong::sentence).orElse("");
        String start = gone ? "" : theirs != null ? theirs.now() : typed.getOrDefault("was:" + path, "");
        return new Cell(path, column.label() + " of " + called, start,
                typed.getOrDefault(path, ""), column.offers(), column.numeric(),
                theirs == null ? wrong : said(theirs));
    }

    private static String said(Theirs theirs) {
        return theirs.gone()
                ? "Someone else deleted or renamed this. Saving adds it again."
                : "Someone else made this '" + theirs.now() + "'. Saving puts yours in its place.";
    }

    private static Row row(GridSheet sheet, String one, String key, List<String> texts) {
        String label = key.isEmpty() ? "new " + one : key;
        return new Row(key, label, IntStream.range(0, texts.size()).mapToObj(i -> {
            GridSheet.Column column = sheet.columns().get(i);
            return new Cell(column.path(), column.label() + " of " + label, texts.get(i), texts.get(i),
                    column.offers(), column.numeric(), "");
        }).toList());
    }

    private static String query(GridKind<?> kind, GridColumns shown) {
        return String.join(",", shown.paths().stream().skip(kind.names()).toList());
    }

    private static List<Choice> choices(GridKind<?> kind, EstateDocument document, GridColumns shown) {
        return GridColumns.all(kind, document).fields().stream().skip(kind.names())
                .map(field -> new Choice(field.path(), GridColumns.label(field), shown.paths().contains(field.path())))
                .toList();
    }

    private static List<Offer> offers(GridColumns shown, Suggestions.Lists known) {
        List<Offer> offers = new ArrayList<>(List.of(new Offer("known-teams", known.teams()),
                new Offer("known-languages", known.languages().stream().map(Suggestions.Family::id).toList())));
        if (shown.fields().stream().anyMatch(field -> GridColumns.offers(field).equals("known-services"))) {
            offers.add(new Offer("known-services", known.services()));
        }
        shown.fields().stream().filter(field -> !GridColumns.options(field).isEmpty())
                .forEach(field -> offers.add(new Offer(GridColumns.offers(field), GridColumns.options(field))));
        return offers;
    }
}
