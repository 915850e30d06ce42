package dev.tare.engine.latency;

import java.util.ArrayList;
import java.util.List;

import dev.tare.engine.Bill.Part;

/**
 * The parts of the infrastructure that take time in a scenario, in the order they are put back. Level 0 is without
 * any, level k with the first k of them.
 */
final class Stack {
    private final List<Layer> layers = new ArrayList<>();
    private final Marginals marginals;

    /** One part: what it adds, as quantiles where it is the same for all services. */
    private record Layer(Part part, int place, Extra extra, double[] everywhere) {}

    Stack(Times times, Marginals marginals) {
        this.marginals = marginals;
        add(Part.NETWORK, times.network());
        add(Part.MESH, times.mesh());
        add(Part.ISOLATION, times.isolation());
        add(Part.MONITORING, times.monitoring());
        add(Part.PLACEMENT, times.placement());
    }

    /** Levels, the one without infrastructure included. */
    int levels() {
        return layers.size() + 1;
    }

    /** The part that level {@code level} ≥ 1 puts back. */
    Part part(int level) {
        return layers.get(level - 1).part();
    }

    /** Adds to each draw what level {@code level} ≥ 1 puts on an arrival at a service, under a key. */
    void draw(double[] into, int level, int service, long key, Shuffle shuffle) {
        Layer layer = layers.get(level - 1);
        long own = Shuffle.key(key, layer.place());
        Sample.draw(into, quantiles(layer, service), shuffle.order(own), shuffle.start(own));
    }

    private void add(Part part, Extra extra) {
        if (!extra.none()) {
            double[] everywhere = extra.p50().length == 1
                    ? marginals.of(extra.share(), extra.p50(0), extra.p99(0))
                    : new double[0];
            layers.add(new Layer(part, Latency.ORDER.indexOf(part), extra, everywhere));
        }
    }

    private double[] quantiles(Layer layer, int service) {
        Extra extra = layer.extra();
        return layer.everywhere().length > 0
                ? layer.everywhere()
                : marginals.of(extra.share(), extra.p50(service), extra.p99(service));
    }
}
