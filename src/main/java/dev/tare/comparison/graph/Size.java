package dev.tare.comparison.graph;

/** How large things are drawn, in pixels. Boxes do not grow with names, so that a picture stays as it is under others. */
final class Size {
    static final double CELL_WIDTH = 172;
    static final double CELL_HEIGHT = 50;
    static final double GAP = 10;
    static final double TITLE = 28;
    static final double LABEL_WIDTH = 66;
    static final double LABEL_HEIGHT = 16;
    static final double MARGIN = 14;
    /** At the side of a box, for lines between its cells and their labels. */
    static final double LANES = 100;
    /** A box of more cells gets a second column, and so on. */
    private static final int TALLEST = 12;

    private Size() {}

    static int columns(Skeleton.Box box) {
        return Math.max(1, (int) Math.ceil(Math.sqrt((double) box.cells() / TALLEST)));
    }

    static int rows(Skeleton.Box box) {
        return (box.cells() + columns(box) - 1) / columns(box);
    }

    static double width(Skeleton.Box box) {
        return box.titled() ? columns(box) * (CELL_WIDTH + GAP) + GAP + (box.lanes() ? LANES : 0) : CELL_WIDTH;
    }

    static double height(Skeleton.Box box) {
        return box.titled() ? TITLE + rows(box) * (CELL_HEIGHT + GAP) : CELL_HEIGHT;
    }

    /** Where a cell stands in its box. */
    static Placed.Point cell(Skeleton.Box box, int cell) {
        if (!box.titled()) {
            return new Placed.Point(0, 0);
        }
        return new Placed.Point(GAP + cell / rows(box) * (CELL_WIDTH + GAP),
                TITLE + cell % rows(box) * (CELL_HEIGHT + GAP));
    }
}
