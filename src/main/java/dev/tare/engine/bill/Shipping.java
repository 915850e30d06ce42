package dev.tare.engine.bill;

import static dev.tare.engine.Param.BASE_COMPRESSED;
import static dev.tare.engine.Param.BASE_RELEASES;
import static dev.tare.engine.Param.BASE_RESHIPPED;
import static dev.tare.engine.Param.BASE_UNPACKED;
import static dev.tare.engine.Param.DEFAULT_DEPLOYS;
import static dev.tare.engine.Param.DEFAULT_IMAGE_COMPRESSED;
import static dev.tare.engine.Param.DEFAULT_PAYLOAD;
import static dev.tare.engine.Param.KEPT_TAGS;
import static dev.tare.engine.Param.UNPACK_RATIO;

import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import java.util.Arrays;

/**
 * Bytes moved to deploy, bytes kept in the registry and bytes unpacked on nodes. A release of a unit ships its payload;
 * every so many releases the base has changed and the share of it that ships again does, pulled and kept once for all
 * units that stand on it. A base that changes with every release is baked in and shared with nobody. A unit is released
 * as often as its most released service. Where instances bring no node of their own, nothing is there already: each
 * pulls all of it.
 *
 * <p>Of an image whose layers are listed, one that changes at random ships again with all above it. Images without
 * such a list are payload and base; services that share a process and a runtime share the
 * largest base among them.
 *
 * <p>Example: 20 MB of payload on an 80 MB base that 4 units share and that changes whole every 8 releases moves 20 +
 * 80 ÷ 4 ÷ 8 = 22.5 MB for each release and node.
 */
final class Shipping {
    private static final Param[] READ = { DEFAULT_PAYLOAD, DEFAULT_IMAGE_COMPRESSED, DEFAULT_DEPLOYS, BASE_COMPRESSED,
        BASE_UNPACKED, UNPACK_RATIO, BASE_RESHIPPED, BASE_RELEASES, KEPT_TAGS };

    private final Columns columns;
    private final Grouping grouping;
    private final double defaultPayload;
    private final double defaultImage;
    private final double defaultDeploys;
    private final double base;
    private final double baseRatio;
    private final double ratio;
    private final double reshipped;
    private final boolean fresh;
    private final double baseReleases;
    private final double keptTags;
    private final boolean shipsImages;
    private final boolean keepsImages;
    private final double[] baseOf;
    private final double[] shareOf;
    private double payload;
    private double layeredPayload;
    private double baseBytes;
    private double baseShare;
    private double baseAgain;

    /** Payload bytes × releases × nodes that pull. */
    double payloadMoved;
    /** All bytes moved. */
    double moved;
    /** Bytes in the registry. */
    double stored;
    /** Bytes unpacked on nodes. */
    double unpacked;

    Shipping(Grouping grouping, Terms terms, double[] replicas, double nodes) {
        this.columns = grouping.columns;
        this.grouping = grouping;
        defaultPayload = terms.of(DEFAULT_PAYLOAD);
        defaultImage = terms.of(DEFAULT_IMAGE_COMPRESSED);
        defaultDeploys = terms.of(DEFAULT_DEPLOYS);
        base = terms.of(BASE_COMPRESSED);
        ratio = Math.max(1, terms.of(UNPACK_RATIO));
        baseRatio = base > 0 && terms.bound(BASE_UNPACKED) ? terms.of(BASE_UNPACKED) / base : ratio;
        reshipped = Math.min(1, terms.or(BASE_RESHIPPED, 1));
        fresh = terms.shape().billing() == Billing.INSTANCES;
        baseReleases = Math.max(1, terms.of(BASE_RELEASES));
        keptTags = Math.max(1, terms.of(KEPT_TAGS));
        shipsImages = terms.bound(DEFAULT_IMAGE_COMPRESSED);
        keepsImages = shipsImages || terms.today();
        baseOf = new double[columns.runtimes()];
        shareOf = new double[columns.runtimes()];
        Billing billing = terms.shape().billing();
        for (int unit = 0; unit < grouping.units; unit++) {
            add(unit, pulls(billing, replicas[unit], nodes));
        }
    }

    /** What decides this. */
    record Key(Sized sized, Billing billing, boolean today, double nodes, boolean ships, double[] read) {
        static Key of(Sized sized, Terms terms, double nodes) {
            return new Key(sized, terms.shape().billing(), terms.today(), nodes,
                    terms.bound(DEFAULT_IMAGE_COMPRESSED), terms.of(READ));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && sized == key.sized && billing == key.billing && today == key.today
                    && nodes == key.nodes && ships == key.ships && Arrays.equals(read, key.read);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(read);
        }
    }

    /** Nodes that pull a release: as many as a unit has replicas, at most all. A function is uploaded once. */
    private static double pulls(Billing billing, double replicas, double nodes) {
        return switch (billing) {
            case NODES -> Math.min(nodes, replicas);
            case INSTANCES -> replicas;
            case REQUESTS -> Math.min(1, replicas);
        };
    }

    /** Adds a unit that is pulled so many times for each release. */
    private void add(int unit, double pulls) {
        reset();
        double deploys = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            if (!columns.off(service)) {
                double often = or(columns.deploys[service], defaultDeploys);
                deploys = Math.max(deploys, often);
                payloadMoved += often * pulls * stack(service);
            }
        }
        for (int runtime = 0; runtime < baseOf.length; runtime++) {
            baseBytes += baseOf[runtime];
            baseShare += shareOf[runtime];
        }
        boolean baked = baseReleases == 1;
        baseAgain = reshipped * (baked ? baseBytes : baseShare);
        if (keepsImages && columns.layers) {
            baseBytes += Math.max(0, grouping.shelf.bytes(unit) - layeredPayload);
            baseShare += Math.max(0, grouping.shelf.share(unit) - layeredPayload);
            baseAgain += Math.max(0, grouping.shelf.again(unit) - layeredPayload);
        }
        ship(deploys, pulls);
        unpack(unit, pulls);
    }

    private void reset() {
        payload = 0;
        layeredPayload = 0;
        baseBytes = 0;
        baseShare = 0;
        baseAgain = 0;
        Arrays.fill(baseOf, 0);
        Arrays.fill(shareOf, 0);
    }

    /** Puts a service's payload and base into its unit's image; the payload's bytes. */
    private double stack(int service) {
        double stated = columns.payload[service];
        double own = or(stated, defaultPayload);
        if (keepsImages && columns.imageStated(service)) {
            own = Math.min(own, columns.image[service]);
            layeredPayload += columns.layered[service] ? own : 0;
            under(service, columns.layered[service] ? 0 : columns.image[service] - own, 1);
        } else if (shipsImages && Double.isNaN(stated) && defaultImage > 0) {
            own = Math.min(own, defaultImage);
            under(service, defaultImage - own, 1);
        } else {
            under(service, base, grouping.shelf.users(columns.runtime[service], keepsImages));
        }
        payload += own;
        return own;
    }

    private void under(int service, double bytes, double users) {
        int runtime = columns.runtime[service];
        if (bytes > baseOf[runtime]) {
            baseOf[runtime] = bytes;
            shareOf[runtime] = bytes / users;
        } else if (bytes == baseOf[runtime]) {
            shareOf[runtime] = Math.min(shareOf[runtime], bytes / users);
        }
    }

    private void ship(double deploys, double pulls) {
        moved += deploys * pulls * (payload + (fresh ? baseBytes : baseAgain / baseReleases));
        double first = baseReleases == 1 ? baseBytes : baseShare;
        double further = Math.max(0, keptTags / baseReleases - 1);
        stored += keptTags * payload + first + further * baseAgain;
    }

    private void unpack(int unit, double pulls) {
        boolean alone = grouping.size(unit) == 1;
        double stated = alone && keepsImages ? columns.unpacked[grouping.member(unit, 0)] : Double.NaN;
        double whole = payload + baseBytes;
        double once = Double.isNaN(stated) || whole == 0
                ? payload * ratio + baseShare * baseRatio
                : stated * (payload + baseShare) / whole;
        unpacked += pulls * once;
    }

    private static double or(double stated, double otherwise) {
        return Double.isNaN(stated) ? otherwise : stated;
    }
}
