package dev.tare.comparison.graph;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What decides where things stand, and nothing else: names and figures do not. */
record Skeleton(List<Box> boxes, List<Line> lines) {
    /** A box of so many cells, with room at its side for lines between them where there are any. */
    record Box(int cells, boolean titled, boolean lanes) {}

    /** A line between cells of different boxes, or of a cell to itself. */
    record Line(Picture.At from, Picture.At to, boolean labelled) {}

    /** Beyond so many lines, labels stand on lines and take no room of their own. */
    private static final int ROOM_FOR_LABELS = 48;

    static Skeleton of(Picture picture) {
        boolean room = picture.lines().size() <= ROOM_FOR_LABELS;
        Set<Integer> lanes = picture.lines().stream().filter(line -> line.from().box() == line.to().box())
                .map(line -> line.from().box()).collect(Collectors.toSet());
        List<Box> boxes = IntStream.range(0, picture.boxes().size()).mapToObj(i -> new Box(
                picture.boxes().get(i).cells().size(), !picture.boxes().get(i).title().isEmpty(), lanes.contains(i)))
                .toList();
        return new Skeleton(boxes, picture.lines().stream()
                .map(line -> new Line(line.from(), line.to(), room && !line.label().isEmpty())).toList());
    }
}
