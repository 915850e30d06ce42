package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the rows of a grid are: its columns as data, and how a row comes out of an estate and goes into it. */
sealed interface GridKind<T> permits GridServices, GridCalls {
    /** The kinds, as addresses name them. */
    String LISTS = "services|calls";

    static GridKind<?> of(String list) {
        return list.equals("calls") ? new GridCalls() : new GridServices();
    }

    /** A row: what it is called, and what it is. */
    record Row<T>(String key, T part) {}

    /** The list of the document, as addresses and paths name it. */
    String list();

    /** What one row is. */
    String one();

    /** How many of the first columns name a row. */
    int names();

    /** All columns there may be. */
    List<Field> fields(EstateDocument document);

    /** Those shown unless others are asked for. */
    List<String> usual(EstateDocument document);

    List<Row<T>> rows(EstateDocument document);

    /** The cells of a row. */
    ObjectNode tree(T part);

    /** What stands against a row before the estate as a whole is checked; absent where nothing does. */
    @Nullable
    Problem problem(EstateDocument document, @Nullable T was, ObjectNode tree);

    /** Whether a row was emptied to take it away. */
    boolean emptied(ObjectNode tree);

    /** What the cells say; {@code was} keeps what no column shows. */
    T read(@Nullable T was, ObjectNode tree);

    /** Puts it in the place of what it was, or at the end. */
    EstateDocument put(EstateDocument document, @Nullable T was, T is);

    EstateDocument remove(EstateDocument document, T part);

    /** The column that a place of the document's part is shown in. */
    String column(T part, String path);
}
