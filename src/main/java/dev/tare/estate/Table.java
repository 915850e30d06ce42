package dev.tare.estate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of parts: rows are text, column by column, as PostgreSQL reads it; {@code null} is null. The first columns
 * are the key; it starts with the estate.
 *
 * @param kept whether a changed row is updated in place because other rows point at it, not taken out and put back
 */
record Table(String name, int keyLength, boolean kept, List<Column> columns) {
    /** A column and the type its text is cast to. */
    record Column(String name, String type) {}

    /** Columns as "name type, name type"; a type left out is text. */
    static Table of(String name, int keyLength, boolean kept, String columns) {
        return new Table(name, keyLength, kept,
                Arrays.stream(columns.strip().split("\\s*,\\s*")).map(Table::column).toList());
    }

    String copySql() {
        return "copy " + name + " (" + names(columns) + ") from stdin";
    }

    String updateSql() {
        String sets = columns.stream().skip(keyLength).map(column -> column.name() + " = " + cast(column))
                .collect(Collectors.joining(", "));
        return "update " + name + " set " + sets + where();
    }

    /** Takes the estate and one array of integers for each further column of the key. */
    String deleteSql() {
        List<Column> key = columns.subList(1, keyLength);
        String arrays = key.stream().map(_ -> "?::int[]").collect(Collectors.joining(", "));
        return deleteAllSql() + " and (" + names(key) + ") in (select * from unnest(" + arrays + "))";
    }

    String deleteAllSql() {
        return "delete from " + name + " where estate_id = ?";
    }

    /** A row as a line of COPY. */
    static void copyLine(StringBuilder out, @Nullable String[] row) {
        for (int i = 0; i < row.length; i++) {
            out.append(i == 0 ? "" : "\t");
            copyText(out, row[i]);
        }
        out.append('\n');
    }

    private static void copyText(StringBuilder out, @Nullable String text) {
        if (text == null) {
            out.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    private String where() {
        return columns.stream().limit(keyLength).map(column -> column.name() + " = " + cast(column))
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    private static String cast(Column column) {
        return "cast(? as " + column.type() + ")";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static Column column(String words) {
        String[] parts = words.split("\\s+");
        return new Column(parts[0], parts.length > 1 ? parts[1] : "text");
    }
}
