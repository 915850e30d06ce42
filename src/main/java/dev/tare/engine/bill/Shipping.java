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
import dev.tare.engine.bill.Crate.Sum;
import dev.tare.engine.bill.Packing.Bytes;
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

    private final Sized sized;
    private final Packing packing;
    private final Billing billing;
    private final double most;

    /** Payload bytes × releases × nodes that pull. */
    double payloadMoved;
    /** All bytes moved. */
    double moved;
    /** Bytes in the registry. */
    double stored;
    /** Bytes unpacked on nodes. */
    double unpacked;

    /** Ships what is sized, to so many nodes. */
    Shipping(Sized sized, Crates crates, Terms terms, double nodes) {
        this.sized = sized;
        packing = new Packing(sized.lots.grouping, terms);
        billing = terms.shape().billing();
        most = switch (billing) {
            case NODES -> nodes;
            case INSTANCES -> Double.POSITIVE_INFINITY;
            case REQUESTS -> 1;
        };
        for (int i = 0; i < crates.alone(); i++) {
            alone(crates.crate(i));
        }
        Load load = new Load(sized.lots.grouping, packing);
        for (int at = 0; at < sized.replicas.length; at++) {
            shared(at, crates, load);
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

    /** Units of one service each: as many nodes pull a release as one has replicas, at most all. */
    private void alone(Crate crate) {
        double often = crate.deploysStated ? 1 : packing.defaultDeploys;
        Pulls pulls = pulls(crate);
        Bytes released = packing.alone(crate, pulls.of(Sum.PAYLOAD_RELEASED), pulls.of(Sum.REST_RELEASED),
                pulls.of(Sum.RELEASED));
        payloadMoved += often * released.payload();
        moved += often * packing.moved(released);
        stored += packing.stored(packing.alone(crate, crate.payload, crate.rest, crate.size));
        Bytes pulled = packing.alone(crate, pulls.of(Sum.PAYLOAD), pulls.of(Sum.REST), pulls.of(Sum.COUNT));
        double whole = pulled.payload() + pulled.under();
        unpacked += Double.isNaN(crate.unpacked) || whole == 0
                ? packing.unpacked(pulled) + pulls.of(Sum.UNPACKED)
                : pulls.of(Sum.COUNT) * crate.unpacked * (pulled.payload() + pulled.share()) / whole;
    }

    /** A sum over a crate's services, each as often as it is pulled. */
    private interface Pulls {
        double of(Sum sum);
    }

    private Pulls pulls(Crate crate) {
        if (crate.pinned && billing == Billing.NODES) {
            return sum -> most * crate.all(sum);
        }
        if (crate.lot != Lot.NONE) {
            double copies = sized.demand.replicas[crate.lot] / sized.lots.lot(crate.lot).replicas;
            return sum -> Math.min(most, copies) * crate.all(sum);
        }
        int few = crate.few(most);
        return sum -> crate.pulled(sum, most, few);
    }

    private void shared(int at, Crates crates, Load load) {
        load.clear();
        for (int i = crates.start(at); i < crates.start(at + 1); i++) {
            load.add(crates.crate(i));
        }
        double pulls = Math.min(most, sized.replicas[at]);
        Bytes bytes = load.bytes(sized.lots.grouping.shared[at]);
        payloadMoved += pulls * load.released;
        moved += load.deploys * pulls * packing.moved(bytes);
        stored += packing.stored(bytes);
        unpacked += pulls * packing.unpacked(bytes);
    }
}
