package dev.tare.engine.bill;

import java.util.function.Supplier;

/** What weighings of one estate have in common, kept while it is asked for. */
final class Kept {
    private static final int MOST = 24;

    private final Recent<Sized.Key, Sized> sized = new Recent<>(MOST);
    private final Recent<Shipping.Key, Shipping> shipped = new Recent<>(2 * MOST);
    private final Recent<Waits.Key, double[]> waits = new Recent<>(MOST);

    Sized sized(Grouping grouping, Flows flows, Demand demand, Terms terms) {
        return sized.get(Sized.Key.of(grouping, flows, demand, terms),
                key -> new Sized(grouping, flows, demand, terms));
    }

    double[] waits(Waits.Key key, Supplier<double[]> find) {
        return waits.get(key, missing -> find.get());
    }

    Shipping shipping(Grouping grouping, Sized of, Terms terms, double nodes) {
        return shipped.get(Shipping.Key.of(of, terms, nodes),
                key -> new Shipping(grouping, terms, of.replicas, nodes));
    }
}
