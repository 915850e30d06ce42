package dev.tare.engine.bill;

import java.util.List;
import java.util.stream.IntStream;

/** What weighings of one estate have in common, kept while it is asked for. */
final class Kept {
    /** How many draws are weighed in one go. */
    static final int BATCH = 128;
    private static final int MOST = 24;

    private final Recent<Sized.Key, Sized> sized = new Recent<>(MOST);
    private final Recent<Shipping.Key, Shipping> shipped = new Recent<>(2 * MOST);
    private final Recent<Crates.Key, Crates> crates = new Recent<>(MOST);
    private final Recent<Queue.Key, Waiting> waiting = new Recent<>(BATCH + MOST);

    Sized sized(Lots lots, Demand demand, Terms terms) {
        return sized.get(Sized.Key.of(lots, demand, terms), key -> new Sized(lots, demand, terms));
    }

    Shipping shipping(Sized of, Extent extent, Terms terms, double nodes) {
        Crates.Key packed = Crates.Key.of(of.lots, extent, terms);
        return shipped.get(Shipping.Key.of(of, terms, nodes),
                key -> new Shipping(of, crates.get(packed, Crates::new), terms, nodes));
    }

    /** How long callers wait. */
    Waiting waiting(Lots lots, Grants grants, Terms terms) {
        return Queue.waits(terms)
                ? waiting.get(Queue.Key.of(lots, terms),
                        key -> Queue.find(lots, List.of(grants), new double[]{ key.hop() })[0])
                : Waiting.none(lots);
    }

    /** Keeps how long callers wait in several draws, to be asked for soon. */
    void ahead(Lots lots, List<Demand> demands, List<Terms> terms) {
        if (terms.stream().allMatch(each -> waiting.has(Queue.Key.of(lots, each)))) {
            return;
        }
        List<Grants> grants = IntStream.range(0, terms.size())
                .mapToObj(i -> new Grants(lots, demands.get(i), new Each(lots, demands.get(i)), terms.get(i))).toList();
        Waiting[] found = Queue.find(lots, grants, terms.stream().mapToDouble(Queue::hop).toArray());
        for (int i = 0; i < found.length; i++) {
            Waiting one = found[i];
            waiting.get(Queue.Key.of(lots, terms.get(i)), key -> one);
        }
    }
}
