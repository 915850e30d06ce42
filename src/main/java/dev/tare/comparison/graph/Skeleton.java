package dev.tare.comparison.graph;

import java.util.List;

/** What decides where things stand, and nothing else: names and figures do not. */
record Skeleton(List<Box> boxes, List<Line> lines) {
    /** A box of so many cells. */
    record Box(int cells, boolean titled) {}

    /** A line between cells of different boxes, or of a cell to itself. */
    record Line(Picture.At from, Picture.At to, boolean labelled) {}

    /** Beyond so many lines, labels stand on lines and take no room of their own. */
    private static final int ROOM_FOR_LABELS = 48;

    static Skeleton of(Picture picture) {
        boolean room = picture.lines().size() <= ROOM_FOR_LABELS;
        return new Skeleton(picture.boxes().stream().map(box -> new Box(box.cells().size(), !box.title().isEmpty()))
                .toList(), picture.lines().stream()
                        .map(line -> new Line(line.from(), line.to(), room && !line.label().isEmpty())).toList());
    }
}
