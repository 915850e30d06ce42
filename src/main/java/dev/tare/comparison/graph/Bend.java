package dev.tare.comparison.graph;

import dev.tare.comparison.graph.Placed.Point;
import dev.tare.comparison.graph.Placed.Route;
import dev.tare.comparison.graph.Placed.Spot;
import java.util.List;

/** Ways of lines that no layout finds: inside a box, and straight ones. */
final class Bend {
    private static final double FIRST = 12;
    private static final double APART = 7;
    private static final int ABREAST = 5;
    private static final double LABEL = 66;

    private Bend() {}

    /** From cell to cell of one box: around their sides where they stand above each other, straight across else. */
    static Route inside(Skeleton.Line line, int lane, List<Spot> spots) {
        Point from = spots.get(line.from().box()).cells().get(line.from().cell());
        Point to = spots.get(line.to().box()).cells().get(line.to().cell());
        double middle = Size.CELL_HEIGHT / 2;
        if (from.x() == to.x()) {
            double side = from.x() + Size.CELL_WIDTH;
            double lift = line.from().equals(line.to()) ? middle / 2 : from.y() < to.y() ? 6 : -6;
            double out = side + FIRST + APART * (lane % ABREAST);
            List<Point> around = List.of(new Point(side, from.y() + middle + lift),
                    new Point(out, from.y() + middle + lift), new Point(out, to.y() + middle - lift),
                    new Point(side, to.y() + middle - lift));
            return new Route(around, new Point(side + LABEL, to.y() + middle - lift));
        }
        boolean right = from.x() < to.x();
        List<Point> across = List.of(new Point(from.x() + (right ? Size.CELL_WIDTH : 0), from.y() + middle),
                new Point(to.x() + (right ? 0 : Size.CELL_WIDTH), to.y() + middle));
        return new Route(across, middle(across));
    }

    /** The middle of the longest straight piece. */
    static Point middle(List<Point> points) {
        Point best = points.getFirst();
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            if (length > longest) {
                longest = length;
                best = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return best;
    }
}
