package dev.tare.estate.web;

import java.util.List;

/**
 * What became of changes in the grid.
 *
 * @param saved    how many rows were changed; 0 where anything stood against it, and when nothing but a check was asked
 * @param wrong    cells that are not as expected
 * @param theirs   cells that someone else changed meanwhile
 * @param takeBack the changes that undo what was saved
 */
record GridOutcome(int saved, List<Wrong> wrong, List<Theirs> theirs, List<GridChange> takeBack) {
    /** A cell that is not as expected; without a path where it is none of the row's cells. */
    record Wrong(int row, String path, String sentence) {}

    /** A cell that says something else by now; {@code gone} where the whole row is no longer there by that name. */
    record Theirs(int row, String path, String now, boolean gone) {}

    boolean stands() {
        return wrong.isEmpty() && theirs.isEmpty();
    }
}
