package dev.tare.estate.web;

import java.util.List;
import java.util.stream.Stream;

/** The fields of a part: in sections that fold, and in lists of rows. The first section never folds. */
record Schema(List<Section> sections, List<Rows> lists) {
    /** Fields under one heading. */
    record Section(String title, String summary, List<Field> fields) {}

    /**
     * A list of rows.
     *
     * @param path    place in the document's part, such as {@code sidecars}
     * @param title   heading
     * @param one     what one row is called
     * @param summary what it is for
     * @param fields  columns; the first names the row
     */
    record Rows(String path, String title, String one, String summary, List<Field> fields) {}

    Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    Rows list(String path) {
        return lists.stream().filter(list -> list.path().equals(path)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list " + path));
    }
}
