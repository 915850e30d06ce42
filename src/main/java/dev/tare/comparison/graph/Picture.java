package dev.tare.comparison.graph;

import java.util.List;
import java.util.Set;

/**
 * What is to be drawn: boxes with cells, and lines from cell to cell.
 *
 * @param title what it shows, for those who do not see it
 */
public record Picture(String title, List<Box> boxes, List<Line> lines) {
    /** The lists are copied. */
    public Picture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * A unit, a group or a place outside.
     *
     * @param title empty where the box is its only cell
     * @param note  beside the title
     * @param fresh whether it is a unit only in what is to be
     */
    public record Box(String title, String note, boolean fresh, List<Cell> cells) {
        /** The list is copied. */
        public Box {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A service, or a group of them that can be opened.
     *
     * @param id    of the element
     * @param note  under the name
     * @param href  where it leads; empty where it leads nowhere
     * @param words all about it, for those who point at it
     */
    public record Cell(String id, String name, String note, String href, String words, Set<Mark> marks) {
        /** The set is copied. */
        public Cell {
            marks = Set.copyOf(marks);
        }
    }

    /** What a cell is besides a service. */
    public enum Mark {
        /** Requests come in here. */
        ENTRY,
        /** It calls itself by way of others. */
        LOOP,
        /** It was looked for. */
        FOUND,
        /** It stands for several services. */
        GROUP,
        /** It is a host outside the estate. */
        HOST
    }

    /** Where a line ends: the box, and the cell in it. */
    public record At(int box, int cell) {}

    /** What becomes of a call, and by that how it is drawn. */
    public enum Fate {
        /** Goes from unit to unit. */
        HOP,
        /** Stays inside a unit. */
        INSIDE,
        /** Goes from unit to unit now, and will not. */
        REMOVED,
        /** Stays inside a unit now, and will not. */
        ADDED,
        /** Leaves the estate; nothing is known of its weight. */
        OUTSIDE
    }

    /**
     * A call, or several in one direction.
     *
     * @param id    of the element
     * @param async whether nobody waits for the answer
     * @param loop  whether it is part of a loop
     * @param width of the line, 0 to 1
     * @param label on it; empty for none
     * @param words all about it, for those who point at it
     */
    public record Line(String id, At from, At to, boolean async, boolean loop, Fate fate, double width, String label,
            String words) {}
}
