package dev.tare.estate.web;

import dev.tare.estate.web.GridChange.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grid as a plain form sends it: {@code row[3].was} is what the row was called, {@code row[3].cpu.request} what
 * stands in a cell and {@code row[3].was:cpu.request} what stood there.
 */
record GridForm(Form form) {
    private static final String ROW = "row";
    private static final String NAME = "was";
    private static final String WAS = "was:";

    List<Map<String, String>> rows() {
        return form.rows(ROW);
    }

    /** The cells that changed, and nothing of rows in which none did. */
    List<GridChange> changes() {
        List<GridChange> changes = new ArrayList<>();
        List<Map<String, String>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Cell> cells = cells(rows.get(i));
            if (!cells.isEmpty()) {
                String was = rows.get(i).getOrDefault(NAME, "");
                changes.add(new GridChange(i, was.isEmpty() ? null : was, cells, false));
            }
        }
        return changes;
    }

    private static Map<String, Cell> cells(Map<String, String> row) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        row.forEach((path, is) -> {
            boolean typed = !path.equals(NAME) && !path.startsWith(WAS);
            Cell cell = new Cell(row.getOrDefault(WAS + path, "").strip(), is.strip());
            if (typed && !cell.was().equals(cell.is())) {
                cells.put(path, cell);
            }
        });
        return cells;
    }
}
