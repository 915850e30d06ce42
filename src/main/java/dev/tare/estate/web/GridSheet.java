package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services of an estate as a sheet of texts, each as it would be typed.
 *
 * @param version the estate stands at
 * @param rows    a service each, a text for each column, the name first
 */
record GridSheet(long version, List<Column> columns, List<List<String>> rows) {
    /** A column; {@code offers} names the list in the page of what others have typed, and may be empty. */
    record Column(String path, String label, boolean numeric, String offers, List<String> also) {}

    static GridSheet of(EstateDocument document, long version, GridColumns shown) {
        String currency = Currencies.of(document);
        List<FieldText> texts = shown.fields().stream().map(field -> new FieldText(field, currency)).toList();
        return new GridSheet(version, shown.fields().stream().map(GridSheet::column).toList(),
                document.services().stream().map(Trees::of).map(tree -> row(texts, tree)).toList());
    }

    static Column column(Field field) {
        return new Column(field.path(), GridColumns.label(field), GridColumns.numeric(field), GridColumns.offers(field),
                GridColumns.alsoCalled(field));
    }

    private static List<String> row(List<FieldText> texts, ObjectNode tree) {
        return texts.stream().map(text -> text.write(Tree.at(tree, text.field().path()))).toList();
    }
}
