package dev.tare.engine.bill;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What weighings of one estate have in common, kept while it is asked for. */
final class Kept {
    /** How many draws are weighed in one go. */
    static final int BATCH = 128;
    private static final int MOST = 24;

    private final Recent<Sized.Key, Sized> sized = new Recent<>(MOST);
    private final Recent<Shipping.Key, Shipping> shipped = new Recent<>(2 * MOST);
    private final Recent<Crates.Key, Crates> crates = new Recent<>(MOST);
    private final Recent<Queue.Key, Waiting> waiting = new Recent<>(BATCH + MOST);

    private final @Nullable Kept before;
    private final int changed;
    private final boolean waitsStay;

    Kept() {
        before = null;
        changed = 0;
        waitsStay = false;
    }

    /** Begins anew, but for what one changed service leaves as it was; {@code waitsStay}: nobody waits longer for it. */
    Kept(Kept before, int changed, boolean waitsStay) {
        this.before = new Kept(before);
        this.changed = changed;
        this.waitsStay = waitsStay;
    }

    /** What has been kept, without what that began with. */
    private Kept(Kept of) {
        this();
        of.crates.forEach((key, known) -> crates.get(key, by -> known));
        of.waiting.forEach((key, known) -> waiting.get(key, by -> known));
    }

    Sized sized(Lots lots, Demand demand, Terms terms) {
        return sized.get(Sized.Key.of(lots, demand, terms), key -> new Sized(lots, demand, terms));
    }

    Shipping shipping(Sized of, Extent extent, Terms terms, double nodes) {
        Crates.Key packed = Crates.Key.of(of.lots, extent, terms);
        return shipped.get(Shipping.Key.of(of, terms, nodes),
                key -> new Shipping(of, crates.get(packed, by -> crates(of.lots, by)), terms, nodes));
    }

    private Crates crates(Lots lots, Crates.Key key) {
        Crates known = before == null ? null : before.crates.known(key);
        Crates same = known == null ? null : known.with(lots, changed);
        return same == null ? new Crates(lots, key) : same;
    }

    /** How long callers wait. */
    Waiting waiting(Lots lots, Grants grants, Terms terms) {
        return Queue.waits(terms)
                ? waiting.get(Queue.Key.of(lots, terms), key -> waiting(lots, grants, key))
                : Waiting.none(lots);
    }

    private Waiting waiting(Lots lots, Grants grants, Queue.Key key) {
        Waiting known = before == null || !waitsStay ? null : before.waiting.known(key);
        return known == null ? Queue.find(lots, List.of(grants), new double[]{ key.hop() })[0] : known;
    }

    /** Keeps how long callers wait in several draws, to be asked for soon. */
    void ahead(Lots lots, List<Demand> demands, List<Terms> terms) {
        if (terms.size() == 1 || terms.stream().allMatch(each -> waiting.known(Queue.Key.of(lots, each)) != null)) {
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
