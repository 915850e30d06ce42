package dev.tare.comparison.graph;

import dev.tare.comparison.graph.Placed.Point;
import dev.tare.comparison.graph.Placed.Route;
import dev.tare.comparison.graph.Placed.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The layout when there is no time for a good one: boxes in columns as they come, lines straight. */
final class InColumns {
    private static final double BETWEEN = 90;

    private InColumns() {}

    static Placed lay(Skeleton skeleton) {
        int rows = Math.max(1, (int) Math.ceil(Math.sqrt(skeleton.boxes().size() * 2.0)));
        List<Spot> spots = new ArrayList<>();
        double x = Size.MARGIN;
        double y = Size.MARGIN;
        double widest = 0;
        double tallest = 0;
        for (int i = 0; i < skeleton.boxes().size(); i++) {
            Skeleton.Box box = skeleton.boxes().get(i);
            if (i > 0 && i % rows == 0) {
                x += widest + BETWEEN;
                y = Size.MARGIN;
                widest = 0;
            }
            spots.add(spot(box, x, y));
            y += Size.height(box) + Size.GAP;
            widest = Math.max(widest, Size.width(box));
            tallest = Math.max(tallest, y);
        }
        return new Placed(x + widest + Size.MARGIN, tallest + Size.MARGIN, spots,
                IntStream.range(0, skeleton.lines().size())
                        .mapToObj(i -> route(skeleton.lines().get(i), i, spots)).toList());
    }

    private static Spot spot(Skeleton.Box box, double x, double y) {
        return new Spot(x, y, Size.width(box), Size.height(box), IntStream.range(0, box.cells())
                .mapToObj(cell -> Size.cell(box, cell)).map(at -> new Point(x + at.x(), y + at.y())).toList());
    }

    private static Route route(Skeleton.Line line, int i, List<Spot> spots) {
        if (line.from().box() == line.to().box()) {
            return Bend.inside(line, i, spots);
        }
        Point from = spots.get(line.from().box()).cells().get(line.from().cell());
        Point to = spots.get(line.to().box()).cells().get(line.to().cell());
        boolean right = from.x() < to.x();
        List<Point> straight = List.of(
                new Point(from.x() + (right ? Size.CELL_WIDTH : 0), from.y() + Size.CELL_HEIGHT / 2),
                new Point(to.x() + (right ? 0 : Size.CELL_WIDTH), to.y() + Size.CELL_HEIGHT / 2));
        return new Route(straight, Bend.middle(straight));
    }
}
