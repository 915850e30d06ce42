package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of an estate as a sheet of texts, each as it would be typed.
 *
 * @param version the estate stands at
 * @param keys    what each row is called
 * @param rows    a text for each column, those that name a row first
 */
record GridSheet(long version, List<Column> columns, List<String> keys, List<List<String>> rows) {
    /**
     * A column.
     *
     * @param names  whether it is one of those that name a row
     * @param offers names the list in the page of what others have typed, and may be empty
     */
    record Column(String path, String label, boolean numeric, boolean names, String offers, List<String> also) {}

    static <T> GridSheet of(GridKind<T> kind, EstateDocument document, long version, GridColumns shown) {
        String currency = Currencies.of(document);
        List<FieldText> texts = shown.fields().stream().map(field -> new FieldText(field, currency)).toList();
        List<GridKind.Row<T>> rows = kind.rows(document);
        return new GridSheet(version, columns(kind, shown), rows.stream().map(GridKind.Row::key).toList(),
                rows.stream().map(row -> row(texts, kind.tree(row.part()))).toList());
    }

    private static List<Column> columns(GridKind<?> kind, GridColumns shown) {
        return IntStream.range(0, shown.fields().size())
                .mapToObj(at -> column(shown.fields().get(at), at < kind.names())).toList();
    }

    private static Column column(Field field, boolean names) {
        return new Column(field.path(), GridColumns.label(field), GridColumns.numeric(field), names,
                GridColumns.offers(field), GridColumns.alsoCalled(field));
    }

    private static List<String> row(List<FieldText> texts, ObjectNode tree) {
        return texts.stream().map(text -> text.write(Tree.at(tree, text.field().path()))).toList();
    }
}
