package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_IMAGE_COMPRESSED;
import static dev.tare.engine.Param.DEFAULT_PAYLOAD;

import dev.tare.engine.bill.Crate.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The services of an estate crated up for shipping: those alone in their units first, then unit by unit those of
 * shared ones. A service whose bytes are found by a comparison that assumptions could turn is a crate of its own; one
 * that is off ships nothing.
 */
final class Crates {
    private static final int SERVICE_BITS = 24;
    private static final int TRAIT_BITS = 6;
    private static final int RUNTIME_BITS = 8;
    private static final int PLACE_SHIFT = SERVICE_BITS + TRAIT_BITS + RUNTIME_BITS;
    private static final int PAYLOAD = 1 << 2;
    private static final int DEPLOYS = 1 << 3;
    private static final int PINNED = 1 << 4;
    private static final int ODD = 1 << 5;

    private final Lots lots;
    private final Key of;
    private final Columns columns;
    private final Grouping grouping;
    private final Crate[] crates;
    private final int[] start;

    /** Which images are kept as registered, which take the usual size, and the most a payload nobody states can be. */
    record Key(Object arrangement, boolean keepsImages, boolean usualImages, double mostPayload) {
        static Key of(Lots lots, Extent extent, Terms terms) {
            boolean images = terms.bound(DEFAULT_IMAGE_COMPRESSED);
            return new Key(lots.arrangement(), images || terms.today(),
                    images && terms.of(DEFAULT_IMAGE_COMPRESSED) > 0,
                    extent.most(DEFAULT_PAYLOAD));
        }
    }

    /** Crates all services up. */
    Crates(Lots lots, Key key) {
        this.lots = lots;
        of = key;
        grouping = lots.grouping;
        columns = grouping.columns;
        long[] tags = IntStream.range(0, columns.count).filter(service -> !columns.off(service))
                .mapToLong(this::tag).sorted().toArray();
        Crate[] found = new Crate[tags.length];
        int[] places = new int[tags.length];
        int count = 0;
        for (int from = 0; from < tags.length; count++) {
            int to = from + 1;
            while (to < tags.length && alike(tags[from], tags[to])) {
                to++;
            }
            found[count] = crate(tags, from, to);
            places[count] = (int) (tags[from] >>> PLACE_SHIFT);
            from = to;
        }
        crates = Arrays.copyOf(found, count);
        start = starts(places, count);
    }

    private Crates(Crates same, Lots changed) {
        lots = changed;
        of = same.of;
        grouping = changed.grouping;
        columns = grouping.columns;
        crates = same.crates.clone();
        start = same.start;
    }

    /** The same crates with one service changed; null where it no longer belongs where it is. */
    @Nullable
    Crates with(Lots changed, int service) {
        Crates next = new Crates(this, changed);
        if (columns.off(service)) {
            return next;
        }
        if (next.tag(service) != tag(service)) {
            return null;
        }
        for (int i = 0; i < crates.length; i++) {
            if (Arrays.binarySearch(crates[i].services, service) >= 0) {
                next.crates[i] = next.crate(crates[i].services, (tag(service) >>> SERVICE_BITS & ODD) != 0);
            }
        }
        return next;
    }

    Crate crate(int i) {
        return crates[i];
    }

    /** How many crates, the first ones, are of services alone in their units. */
    int alone() {
        return start[0];
    }

    /** First crate of the {@code i}-th shared unit; up to the next one's they are its crates. */
    int start(int i) {
        return start[i];
    }

    private int[] starts(int[] places, int count) {
        int[] starts = new int[grouping.shared.length + 1];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            int place = i < grouping.shared.length ? sharedPlace(grouping.shared[i]) : Integer.MAX_VALUE;
            while (at < count && places[at] < place) {
                at++;
            }
            starts[i] = at;
        }
        return starts;
    }

    private long tag(int service) {
        Kind kind = kind(service);
        boolean payload = !Double.isNaN(columns.payload[service]);
        int traits = kind.ordinal() | bit(payload, PAYLOAD) | bit(!Double.isNaN(columns.deploys[service]), DEPLOYS)
                | bit(columns.pinned[service], PINNED) | bit(odd(service, kind, payload), ODD);
        return (long) place(service) << PLACE_SHIFT
                | (long) columns.runtime[service] << SERVICE_BITS + TRAIT_BITS
                | (long) traits << SERVICE_BITS | service;
    }

    /** Alone in its unit, a service that does not state its replicas is placed with its lot, which says how many run. */
    private int place(int service) {
        if (grouping.size(grouping.unitOf[service]) > 1) {
            return sharedPlace(grouping.unitOf[service]);
        }
        return Double.isNaN(columns.replicas[service]) ? 1 + lots.of(service) : 0;
    }

    private int sharedPlace(int unit) {
        return 1 + lots.count() + unit;
    }

    private Kind kind(int service) {
        if (of.keepsImages() && columns.imageStated(service)) {
            return columns.layered[service] ? Kind.LAYERS : Kind.IMAGE;
        }
        return of.usualImages() && Double.isNaN(columns.payload[service]) ? Kind.USUAL : Kind.BASE;
    }

    private boolean odd(int service, Kind kind, boolean payload) {
        return switch (kind) {
            case LAYERS -> true;
            case IMAGE -> !payload && columns.image[service] < of.mostPayload();
            case USUAL, BASE -> of.keepsImages() && !Double.isNaN(columns.unpacked[service]);
        };
    }

    private static boolean alike(long a, long b) {
        return a >>> SERVICE_BITS == b >>> SERVICE_BITS && (a >>> SERVICE_BITS & ODD) == 0;
    }

    private Crate crate(long[] tags, int from, int to) {
        int[] services = new int[to - from];
        for (int i = 0; i < services.length; i++) {
            services[i] = (int) tags[from + i] & (1 << SERVICE_BITS) - 1;
        }
        return crate(services, (tags[from] >>> SERVICE_BITS & ODD) != 0);
    }

    private Crate crate(int[] services, boolean odd) {
        boolean stated = !Double.isNaN(columns.replicas[services[0]]);
        int lot = stated ? Lot.NONE : lots.of(services[0]);
        return new Crate(kind(services[0]), lot, odd && of.keepsImages(), services, columns);
    }

    private static int bit(boolean set, int bit) {
        return set ? bit : 0;
    }
}
