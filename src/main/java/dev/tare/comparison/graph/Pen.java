package dev.tare.comparison.graph;

import dev.tare.comparison.graph.Picture.Cell;
import dev.tare.comparison.graph.Picture.Fate;
import dev.tare.comparison.graph.Picture.Line;
import dev.tare.comparison.graph.Picture.Mark;
import dev.tare.comparison.graph.Placed.Point;
import dev.tare.comparison.graph.Placed.Route;
import dev.tare.comparison.graph.Placed.Spot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a picture where its parts were placed. Colours on elements are for paper; classes are for the site's stylesheet. */
final class Pen {
    private static final String INK = "#1b1d1f";
    private static final String SOFT = "#565a5f";
    private static final String EDGE = "#85817a";
    private static final String TARE = "#b23c10";
    private static final String FIND = "#7a1fa2";
    private static final String PAPER = "#fffdf9";
    private static final double NAME = 13;
    private static final double NOTE = 11;
    private static final double ROOM = Size.CELL_WIDTH - 18;
    private static final double THIN = 1.3;
    private static final double THICK = 7;
    private static final double ROUND = 6;

    private final Picture picture;
    private final Placed placed;
    private final boolean linked;
    private final Markup out = new Markup();

    Pen(Picture picture, Placed placed, boolean linked) {
        this.picture = picture;
        this.placed = placed;
        this.linked = linked;
    }

    String draw() {
        out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "drawing", "role", "group", "aria-label",
                picture.title(), "width", Math.ceil(placed.width()), "height", Math.ceil(placed.height()), "viewBox",
                "0 0 " + Markup.number(Math.ceil(placed.width())) + " " + Markup.number(Math.ceil(placed.height())),
                "font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif");
        out.text("title", picture.title());
        heads();
        out.open("g", "class", "view");
        for (int i = 0; i < picture.boxes().size(); i++) {
            frame(picture.boxes().get(i), placed.boxes().get(i));
        }
        for (int i = 0; i < picture.lines().size(); i++) {
            line(picture.lines().get(i), placed.routes().get(i));
        }
        for (int i = 0; i < picture.boxes().size(); i++) {
            cells(i);
        }
        for (int i = 0; i < picture.lines().size(); i++) {
            label(picture.lines().get(i), placed.routes().get(i));
        }
        return out.close("g").close("svg").toString();
    }

    /** Filled where the caller waits, open where nobody does. */
    private void heads() {
        out.open("defs");
        for (Fate fate : Fate.values()) {
            String colour = colour(fate);
            head("head-" + name(fate), name(fate) + " head", "M0 0 9 4.5 0 9z", colour, "none");
            head("open-" + name(fate), name(fate) + " open head", "M1 .5 8.5 4.5 1 8.5", "none", colour);
        }
        out.close("defs");
    }

    private void head(String id, String classes, String path, String fill, String stroke) {
        out.open("marker", "id", id, "viewBox", "0 0 9 9", "refX", "8.5", "refY", "4.5", "markerWidth", "9",
                "markerHeight", "9", "markerUnits", "userSpaceOnUse", "orient", "auto")
                .empty("path", "class", classes, "d", path, "fill", fill, "stroke", stroke, "stroke-width", "1.5")
                .close("marker");
    }

    private void frame(Picture.Box box, Spot at) {
        if (box.title().isEmpty()) {
            return;
        }
        out.open("g", "class", "unit" + (box.fresh() ? " fresh" : ""));
        out.empty("rect", "x", at.x(), "y", at.y(), "width", at.width(), "height", at.height(), "rx", "5", "fill",
                "none", "stroke", EDGE, "stroke-width", "1.5", "stroke-dasharray", box.fresh() ? "10 4" : "");
        double room = at.width() - 2 * Size.GAP;
        double note = Math.min(room / 2, Fitted.width(box.note(), NOTE));
        out.text("text", Fitted.line(box.title(), NAME, room - note - Size.GAP), "class", "title", "x",
                at.x() + Size.GAP, "y", at.y() + 19, "font-size", NAME, "font-weight", "700", "fill", INK);
        out.text("text", Fitted.line(box.note(), NOTE, room / 2), "class", "note", "x",
                at.x() + at.width() - Size.GAP, "y", at.y() + 19, "font-size", NOTE, "text-anchor", "end", "fill",
                SOFT);
        out.close("g");
    }

    private void cells(int box) {
        List<Cell> cells = picture.boxes().get(box).cells();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean link = linked && !cell.href().isEmpty();
            String classes = "cell" + cell.marks().stream().sorted()
                    .map(mark -> " " + mark.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining());
            if (link) {
                out.open("a", "href", cell.href(), "id", cell.id(), "class", classes, "data-at", box + "-" + i,
                        "aria-label", cell.words());
            } else {
                out.open("g", "id", cell.id(), "class", classes, "data-at", box + "-" + i);
            }
            out.text("title", cell.words());
            cell(cell, placed.boxes().get(box).cells().get(i));
            out.close(link ? "a" : "g");
        }
    }

    private void cell(Cell cell, Point at) {
        boolean found = cell.marks().contains(Mark.FOUND);
        boolean outside = cell.marks().contains(Mark.HOST);
        boolean entry = cell.marks().contains(Mark.ENTRY);
        if (cell.marks().contains(Mark.GROUP)) {
            out.empty("rect", "class", "behind", "x", at.x() + 4, "y", at.y() + 4, "width", Size.CELL_WIDTH, "height",
                    Size.CELL_HEIGHT, "rx", "4", "fill", PAPER, "stroke", EDGE);
        }
        out.empty("rect", "class", "face", "x", at.x(), "y", at.y(), "width", Size.CELL_WIDTH, "height",
                Size.CELL_HEIGHT, "rx", outside ? "22" : "4", "fill", PAPER, "stroke", found ? FIND : INK,
                "stroke-width", found ? "4" : entry ? "2.5" : "1.2", "stroke-dasharray", outside ? "4 3" : "");
        if (cell.marks().contains(Mark.LOOP)) {
            out.empty("rect", "class", "round", "x", at.x() + 3, "y", at.y() + 3, "width", Size.CELL_WIDTH - 6,
                    "height", Size.CELL_HEIGHT - 6, "rx", "3", "fill", "none", "stroke", FIND, "stroke-width", "1.2");
        }
        if (entry) {
            out.empty("path", "class", "enter", "d", "M" + Markup.number(at.x() - 9) + " " + Markup.number(at.y() + 17)
                    + "l9 8-9 8z", "fill", INK);
        }
        words(cell, at);
    }

    private void words(Cell cell, Point at) {
        List<String> lines = Fitted.lines(cell.name(), NAME, ROOM);
        double first = at.y() + (cell.note().isEmpty() ? 22 : 17)
                + (lines.size() == 1 && !cell.note().isEmpty() ? 4 : 0);
        for (int i = 0; i < lines.size(); i++) {
            out.text("text", lines.get(i), "class", "name", "x", at.x() + 9, "y", first + 13.5 * i, "font-size", NAME,
                    "font-weight", "600", "fill", INK);
        }
        out.text("text", Fitted.line(cell.note(), NOTE, ROOM), "class", "note", "x", at.x() + 9, "y", at.y() + 43,
                "font-size", NOTE, "fill", SOFT);
    }

    private void line(Line line, Route route) {
        String fate = name(line.fate());
        double most = line.from().box() == line.to().box() ? THICK / 2 : THICK;
        double width = line.fate() == Fate.INSIDE || line.fate() == Fate.OUTSIDE
                ? THIN
                : THIN + (most - THIN) * line.width();
        out.open("g", "id", line.id(), "class", "line " + fate + (line.async() ? " async" : " sync")
                + (line.loop() ? " loop" : ""), "data-from", line.from().box() + "-" + line.from().cell(), "data-to",
                line.to().box() + "-" + line.to().cell());
        out.text("title", line.words());
        out.empty("path", "class", "way", "d", way(route.points()), "fill", "none", "stroke", colour(line.fate()),
                "stroke-width", width, "stroke-dasharray", dashes(line), "marker-end",
                "url(#" + (line.async() ? "open-" : "head-") + fate + ")");
        out.close("g");
    }

    private static String dashes(Line line) {
        return switch (line.fate()) {
            case REMOVED -> "2 5";
            case ADDED -> "14 3 3 3";
            case OUTSIDE -> "3 3";
            case HOP, INSIDE -> line.async() ? "8 5" : "";
        };
    }

    private void label(Line line, Route route) {
        out.text("text", line.label(), "class", "label " + name(line.fate()), "data-line", line.id(), "x",
                route.label().x(), "y", route.label().y() + 4, "font-size", "12", "font-weight", "650", "text-anchor",
                "middle", "fill", colour(line.fate()), "stroke", "#f5f3ee", "stroke-width", "4", "paint-order",
                "stroke");
    }

    private static String way(List<Point> points) {
        StringBuilder way = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point before = towards(points.get(i), points.get(i - 1));
            Point after = towards(points.get(i), points.get(i + 1));
            way.append('L').append(at(before)).append('Q').append(at(points.get(i))).append(' ').append(at(after));
        }
        return way.append('L').append(at(points.getLast())).toString();
    }

    private static Point towards(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = length > 0 ? Math.min(ROUND, length / 2) / length : 0;
        return new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }

    private static String at(Point point) {
        return Markup.number(point.x()) + " " + Markup.number(point.y());
    }

    private static String name(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private static String colour(Fate fate) {
        return switch (fate) {
            case HOP, ADDED -> TARE;
            case INSIDE, OUTSIDE -> EDGE;
            case REMOVED -> SOFT;
        };
    }
}
