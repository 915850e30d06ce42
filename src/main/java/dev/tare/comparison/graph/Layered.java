package dev.tare.comparison.graph;

import dev.tare.comparison.graph.Placed.Point;
import dev.tare.comparison.graph.Placed.Route;
import dev.tare.comparison.graph.Placed.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a picture out in layers, callers at the left of what they call, by Eclipse ELK's layered algorithm (Sugiyama,
 * Tagawa, Toda 1981). The same skeleton always comes out the same. What takes longer than it may is given up.
 */
final class Layered {
    /** Larger pictures are laid out less thoroughly. */
    private static final int LARGE = 80;
    private static final int QUICK = 2;
    private static final int THOROUGH = 7;

    static {
        LayoutMetaDataService.getInstance();
    }

    private final Skeleton skeleton;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> boxes = new ArrayList<>();
    private final Map<Integer, ElkEdge> edges = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();

    private Layered(Skeleton skeleton) {
        this.skeleton = skeleton;
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(Size.MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 56.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9.0);
        root.setProperty(LayeredOptions.THOROUGHNESS, skeleton.boxes().size() > LARGE ? QUICK : THOROUGH);
        skeleton.boxes().forEach(this::box);
        for (int i = 0; i < skeleton.lines().size(); i++) {
            line(i, skeleton.lines().get(i));
        }
    }

    /** Nothing where it would take longer than so many ms. */
    static Optional<Placed> lay(Skeleton skeleton, long mostMs) {
        Layered layered = new Layered(skeleton);
        long end = System.nanoTime() + mostMs * 1_000_000;
        NullElkProgressMonitor monitor = new NullElkProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return System.nanoTime() > end;
            }
        };
        new LayeredLayoutProvider().layout(layered.root, monitor);
        return monitor.isCanceled() ? Optional.empty() : Optional.of(layered.placed());
    }

    private void box(Skeleton.Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(Size.width(box), Size.height(box));
        if (box.titled()) {
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        }
        boxes.add(node);
    }

    private void line(int i, Skeleton.Line line) {
        if (line.from().box() == line.to().box() && !line.from().equals(line.to())) {
            return;
        }
        ElkEdge edge = skeleton.boxes().get(line.from().box()).titled() && line.from().equals(line.to())
                ? null
                : ElkGraphUtil.createSimpleEdge(end(line.from(), true), end(line.to(), false));
        if (edge != null) {
            edges.put(i, edge);
            if (line.labelled()) {
                ElkLabel label = ElkGraphUtil.createLabel("label", edge);
                label.setDimensions(Size.LABEL_WIDTH, Size.LABEL_HEIGHT);
                label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            }
        }
    }

    /** Lines end at the side of a box, as high as the cell they mean. */
    private org.eclipse.elk.graph.ElkConnectableShape end(Picture.At at, boolean leaving) {
        Skeleton.Box box = skeleton.boxes().get(at.box());
        ElkNode node = boxes.get(at.box());
        if (!box.titled()) {
            return node;
        }
        return ports.computeIfAbsent(at + (leaving ? ">" : "<"), _ -> {
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, leaving ? PortSide.EAST : PortSide.WEST);
            double y = Size.cell(box, at.cell()).y() + Size.CELL_HEIGHT / 2;
            port.setLocation(leaving ? node.getWidth() : 0, y + at.cell() / Size.rows(box) * 4.0);
            return port;
        });
    }

    private Placed placed() {
        List<Spot> spots = IntStream.range(0, boxes.size()).mapToObj(this::spot).toList();
        List<Route> routes = IntStream.range(0, skeleton.lines().size()).mapToObj(i -> {
            ElkEdge edge = edges.get(i);
            return edge == null || edge.getSections().isEmpty()
                    ? Bend.inside(skeleton.lines().get(i), i, spots)
                    : route(edge);
        }).toList();
        return new Placed(root.getWidth(), root.getHeight(), spots, routes);
    }

    private Spot spot(int i) {
        Skeleton.Box box = skeleton.boxes().get(i);
        ElkNode node = boxes.get(i);
        return new Spot(node.getX(), node.getY(), node.getWidth(), node.getHeight(),
                IntStream.range(0, box.cells()).mapToObj(cell -> Size.cell(box, cell))
                        .map(at -> new Point(node.getX() + at.x(), node.getY() + at.y())).toList());
    }

    private static Route route(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        ElkEdgeSection section = edge.getSections().get(0);
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        if (edge.getLabels().isEmpty()) {
            return new Route(points, Bend.middle(points));
        }
        ElkLabel label = edge.getLabels().get(0);
        return new Route(points, new Point(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2));
    }
}
