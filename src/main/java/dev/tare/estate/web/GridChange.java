package dev.tare.estate.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into one row of the grid.
 *
 * @param row     where the row stands on the page, to tell it what is wrong
 * @param was     what the row was called when the grid was opened; nothing for a new one
 * @param cells   those that changed, by the field's path
 * @param gone    whether the row shall go
 */
record GridChange(int row, @Nullable String was, Map<String, Cell> cells, boolean gone) {
    GridChange {
        cells = cells == null ? Map.of() : new LinkedHashMap<>(cells);
    }

    /** A cell: what it said when the grid was opened, and what was typed. */
    record Cell(String was, String is) {
        Cell {
            was = was == null ? "" : was;
            is = is == null ? "" : is;
        }
    }
}
