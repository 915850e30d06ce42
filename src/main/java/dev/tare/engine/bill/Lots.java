package dev.tare.engine.bill;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The services of an estate under a grouping and its traffic, gathered into lots: first those that are alone in their
 * units, then those of shared units, unit by unit. Under an {@link Extent} all quiet services that are alike are one
 * lot; without one every service is a lot of its own, as the workings of a bill need it.
 */
final class Lots {
    private static final int SERVICE_BITS = 24;
    private static final int TRAIT_BITS = 10;
    private static final int RUNTIME_BITS = 8;
    private static final int UNIT_SHIFT = SERVICE_BITS + TRAIT_BITS + RUNTIME_BITS;
    private static final int QUIET = 1 << TRAIT_BITS - 1;

    final Grouping grouping;
    final Flows flows;
    private final Lot[] lots;
    private final int[] of;
    private final int alone;
    private final int[] start;
    private double logged;
    private double unstatedLogs;

    private Lots(Grouping grouping, Flows flows, Lot[] lots) {
        this.grouping = grouping;
        this.flows = flows;
        this.lots = lots;
        of = new int[grouping.columns.count];
        start = new int[grouping.shared.length + 1];
        int first = 0;
        while (first < lots.length && !lots[first].shared) {
            first++;
        }
        alone = first;
        layOut();
        addLogs(grouping.columns.logBytes);
    }

    /** Gathers under an extent of the assumptions, or not at all. */
    static Lots of(Grouping grouping, Flows flows, @Nullable Extent extent) {
        int count = grouping.columns.count;
        Stated stated = new Stated(grouping.columns, flows);
        Quiet quiet = quiet(grouping, flows, extent);
        long[] tags = new long[count];
        for (int service = 0; service < count; service++) {
            tags[service] = tag(grouping, service, traits(stated, quiet, service));
        }
        Arrays.sort(tags);
        Lot[] lots = new Lot[count];
        int found = 0;
        for (int from = 0; from < count; found++) {
            int to = from + 1;
            while (to < count && alike(tags[from], tags[to])) {
                to++;
            }
            lots[found] = lot(grouping, flows, Arrays.copyOfRange(tags, from, to));
            from = to;
        }
        return new Lots(grouping, flows, Arrays.copyOf(lots, found));
    }

    /**
     * The same lots with one service changed; null where it no longer belongs where it is.
     *
     * @param changed the same units, with the service's new figures
     */
    @Nullable
    Lots with(Grouping changed, int service, @Nullable Extent extent) {
        int traits = traits(new Stated(changed.columns, flows), quiet(changed, flows, extent), service);
        return traits == lots[of[service]].traits() ? new Lots(this, changed, of[service]) : null;
    }

    private Lots(Lots same, Grouping changed, int lot) {
        grouping = changed;
        flows = same.flows;
        of = same.of;
        alone = same.alone;
        start = same.start;
        lots = same.lots.clone();
        lots[lot] = lots[lot].with(changed.columns);
        if (changed.columns.logBytes == same.grouping.columns.logBytes) {
            logged = same.logged;
            unstatedLogs = same.unstatedLogs;
        } else {
            addLogs(changed.columns.logBytes);
        }
    }

    /** Which service is in which lot: the same object for lots of which one is the other with a service changed. */
    Object arrangement() {
        return of;
    }

    /** How many lots there are. */
    int count() {
        return lots.length;
    }

    Lot lot(int i) {
        return lots[i];
    }

    /** The lot a service is in. */
    int of(int service) {
        return of[service];
    }

    /** How many lots, the first ones, are of services alone in their units. */
    int alone() {
        return alone;
    }

    /** First lot of the {@code i}-th shared unit; up to the next one's they are its lots. */
    int start(int i) {
        return start[i];
    }

    /** Log bytes/s of all services, given what one request writes where a service does not say. */
    double logBytes(double unstated) {
        return logged + unstatedLogs * unstated;
    }

    private void addLogs(double[] stated) {
        for (int service = 0; service < stated.length; service++) {
            boolean states = !Double.isNaN(stated[service]);
            logged += states ? flows.traffic.mean(service) * stated[service] : 0;
            unstatedLogs += states ? 0 : flows.traffic.mean(service);
        }
    }

    private void layOut() {
        for (int i = 0; i < lots.length; i++) {
            for (int service : lots[i].services) {
                of[service] = i;
            }
        }
        int at = alone;
        for (int i = 0; i < grouping.shared.length; i++) {
            start[i] = at;
            while (at < lots.length && lots[at].unit == grouping.shared[i]) {
                at++;
            }
        }
        start[grouping.shared.length] = at;
    }

    private static @Nullable Quiet quiet(Grouping grouping, Flows flows, @Nullable Extent extent) {
        return extent == null ? null : new Quiet(grouping.columns, flows, extent);
    }

    private static int traits(Stated stated, @Nullable Quiet quiet, int service) {
        int traits = stated.traits(service);
        return quiet != null && quiet.is(service, traits) ? traits | QUIET : traits;
    }

    private static long tag(Grouping grouping, int service, int traits) {
        int unit = grouping.unitOf[service];
        long place = grouping.size(unit) > 1 ? unit + 1L : 0;
        return place << UNIT_SHIFT
                | (long) grouping.columns.runtime[service] << SERVICE_BITS + TRAIT_BITS
                | (long) traits << SERVICE_BITS | service;
    }

    private static boolean alike(long a, long b) {
        return a >>> SERVICE_BITS == b >>> SERVICE_BITS && (traits(a) & QUIET) != 0;
    }

    private static int traits(long tag) {
        return (int) (tag >>> SERVICE_BITS) & (1 << TRAIT_BITS) - 1;
    }

    private static Lot lot(Grouping grouping, Flows flows, long[] tags) {
        int[] services = new int[tags.length];
        for (int i = 0; i < services.length; i++) {
            services[i] = (int) tags[i] & (1 << SERVICE_BITS) - 1;
        }
        int traits = traits(tags[0]);
        boolean shared = tags[0] >>> UNIT_SHIFT > 0;
        boolean quiet = (traits & QUIET) != 0;
        int unit = quiet && !shared ? Lot.NONE : grouping.unitOf[services[0]];
        return new Lot(unit, shared, quiet, traits, services, grouping.columns, flows);
    }
}
