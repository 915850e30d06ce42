package dev.tare.engine.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.engine.Bill.Part;

/**
 * The parts of the infrastructure that take time in a scenario, in the order they are put back. Level 0 is without
 * any, level k with the first k of them. What is the same for all services is added up beforehand, one row for each
 * level and order.
 */
final class Stack {
    /** Steps between the draws of one part and the next on the same call, so that they have nothing to do with each other. */
    private static final int PART_ORDERS = 7;
    private static final int PART_PLACES = 331;

    private final Rows rows;
    private final double inProcess;
    private final List<Layer> layers = new ArrayList<>();
    private final double[][][] hops;
    private double tail = Double.NaN;

    /** One part, and what it adds: alike everywhere, or each service's own. */
    private record Layer(Part part, Extra extra) {
        boolean everywhere() {
            return extra.p50().length == 1;
        }

        Lognormal at(int service) {
            return new Lognormal(extra.share(), extra.p50(service), extra.p99(service));
        }
    }

    Stack(Times times, Rows rows) {
        this.rows = rows;
        inProcess = times.inProcess();
        add(Part.NETWORK, times.network());
        add(Part.MESH, times.mesh());
        add(Part.ISOLATION, times.isolation());
        add(Part.MONITORING, times.monitoring());
        add(Part.PLACEMENT, times.placement());
        hops = new double[levels()][Orders.COUNT][];
    }

    /** From now on the last slices stand at this place; NaN for the usual one. */
    void tail(double place) {
        tail = place;
        for (double[][] level : hops) {
            Arrays.fill(level, null);
        }
    }

    private void add(Part part, Extra extra) {
        if (!extra.none()) {
            layers.add(new Layer(part, extra));
        }
    }

    /** Levels, the one without infrastructure included. */
    int levels() {
        return layers.size() + 1;
    }

    /** The part that level {@code level} ≥ 1 puts back. */
    Part part(int level) {
        return layers.get(level - 1).part();
    }

    /** A block of what it takes to reach a service in another unit; not to be written to. May use the room given. */
    double[] hop(int level, int service, int order, long key, double[] room) {
        double[] found = everywhere(level, order);
        for (int i = 1; i <= level; i++) {
            Layer layer = layers.get(i - 1);
            if (!layer.everywhere()) {
                if (found != room) {
                    System.arraycopy(found, 0, room, 0, room.length);
                    found = room;
                }
                own(layer, service, order, key, room);
            }
        }
        return found;
    }

    /** Adds what starting the callee puts on the outside request, when the level has it. */
    void arrive(int level, int service, int order, long key, double[] row) {
        if (level > 0 && part(levels() - 1) == Part.PLACEMENT && level == levels() - 1) {
            own(layers.get(level - 1), service, order, key, row);
        }
    }

    private double[] everywhere(int level, int order) {
        double[] known = hops[level][order];
        if (known == null) {
            known = level == 0 ? least() : put(layers.get(level - 1), everywhere(level - 1, order), order);
            hops[level][order] = known;
        }
        return known;
    }

    private double[] least() {
        double[] row = new double[Orders.BLOCK];
        Arrays.fill(row, inProcess);
        return row;
    }

    /** A remote call pays the network in place of the call in process, never less; the rest is on top. */
    private double[] put(Layer layer, double[] below, int order) {
        if (!layer.everywhere()) {
            return below;
        }
        int at = Latency.ORDER.indexOf(layer.part());
        double[] row = rows.of(layer.at(0), Orders.of(order + PART_ORDERS * at), tail);
        double[] sum = new double[row.length];
        Sample.rotate(sum, row, Orders.wrap(PART_PLACES * at));
        if (layer.part() == Part.NETWORK) {
            Sample.longest(sum, below);
        } else {
            Sample.add(sum, below);
        }
        return sum;
    }

    private void own(Layer layer, int service, int order, long key, double[] into) {
        int at = Latency.ORDER.indexOf(layer.part());
        int own = Orders.of(order + PART_ORDERS * at);
        double[] row = rows.of(layer.at(service), own);
        int[] places = Orders.places(own);
        int start = Shuffle.start(key, at);
        for (int slice = Orders.below(own, 1 - layer.extra().share()); slice < places.length; slice++) {
            into[Orders.wrap(places[slice] - start)] += row[places[slice]];
        }
    }
}
