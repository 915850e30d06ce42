package dev.tare.comparison.graph;

import java.util.List;

/** Where everything stands, in pixels from the upper left corner. */
record Placed(double width, double height, List<Spot> boxes, List<Route> routes) {
    /** A box, and its cells. */
    record Spot(double x, double y, double width, double height, List<Point> cells) {}

    /** A place. */
    record Point(double x, double y) {}

    /** The way of a line, and the middle of its label. */
    record Route(List<Point> points, Point label) {}
}
