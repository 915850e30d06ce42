package dev.tare.estate;

import dev.tare.estate.RowDiff.Keyed;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows below an estate. They are read with one query a table and written as the difference between two documents,
 * new rows by COPY: an estate may hold 20,000 services and 200,000 calls, far too many for an object each to watch.
 */
@Repository
class EstateRows {
    private static final long ONE_NAME_AT_A_TIME = 0x7461_7265_736c_7567L;
    private final JdbcTemplate jdbc;

    EstateRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Estates.Summary> summaries() {
        return jdbc.query("""
                select slug, name, updated_at,
                       (select count(*) from service s where s.estate_id = e.id) as services,
                       (select count(*) from call c where c.estate_id = e.id) as calls
                from estate e order by lower(name), slug""",
                (row, _) -> new Estates.Summary(row.getString("slug"), row.getString("name"), row.getInt("services"),
                        row.getInt("calls"), row.getObject("updated_at", OffsetDateTime.class).toInstant()));
    }

    /** Until the end of the transaction nobody else may choose an address for a new estate. */
    void oneNameAtATime() {
        jdbc.query("select pg_advisory_xact_lock(?)", _ -> {}, ONE_NAME_AT_A_TIME);
    }

    PlacedDocument load(long estate) {
        return new PartReader(jdbc, estate).read();
    }

    /** Writes what differs; whether anything did. */
    boolean write(long estate, PlacedDocument before, PlacedDocument after) {
        Map<Table, List<Keyed>> old = PartTables.of(estate, before.exceptSameAs(after), before);
        Map<Table, List<Keyed>> now = PartTables.of(estate, after.exceptSameAs(before), after);
        List<Change> changes = PartTables.ALL.stream()
                .map(table -> new Change(table, RowDiff.between(table, rows(old, table), rows(now, table)))).toList();
        changes.reversed().forEach(change -> delete(estate, change));
        changes.forEach(this::update);
        changes.forEach(this::insert);
        return !changes.stream().allMatch(change -> change.diff().isEmpty());
    }

    void deleteAll(long estate) {
        PartTables.ALL.reversed().forEach(table -> jdbc.update(table.deleteAllSql(), estate));
    }

    private record Change(Table table, RowDiff diff) {}

    private static List<Keyed> rows(Map<Table, List<Keyed>> tables, Table table) {
        return tables.getOrDefault(table, List.of());
    }

    private void delete(long estate, Change change) {
        List<int[]> keys = change.diff().gone();
        if (keys.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>(List.of(estate));
        for (int part = 0; part < change.table().keyLength() - 1; part++) {
            int index = part;
            arguments.add(keys.stream().mapToInt(key -> key[index]).toArray());
        }
        jdbc.update(change.table().deleteSql(), arguments.toArray());
    }

    private void update(Change change) {
        List<@Nullable Object[]> batch = change.diff().changed().stream().map(row -> keyLast(change.table(), row))
                .toList();
        if (!batch.isEmpty()) {
            jdbc.batchUpdate(change.table().updateSql(), batch);
        }
    }

    private static @Nullable Object[] keyLast(Table table, @Nullable String[] row) {
        @Nullable
        Object[] arguments = new @Nullable Object[row.length];
        for (int i = 0; i < row.length; i++) {
            arguments[i] = row[(i + table.keyLength()) % row.length];
        }
        return arguments;
    }

    private void insert(Change change) {
        if (!change.diff().fresh().isEmpty()) {
            StringBuilder lines = new StringBuilder();
            change.diff().fresh().forEach(row -> Table.copyLine(lines, row));
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, change.table(), lines));
        }
    }

    private static long copy(Connection connection, Table table, StringBuilder lines) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copySql(),
                    new StringReader(lines.toString()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
