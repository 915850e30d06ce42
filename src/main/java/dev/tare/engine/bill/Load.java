package dev.tare.engine.bill;

import dev.tare.engine.bill.Crate.Kind;
import dev.tare.engine.bill.Crate.Sum;
import dev.tare.engine.bill.Packing.Bytes;
import java.util.Arrays;

/** The image of one shared unit after another: one base for each runtime, the largest any of its services stands on. */
final class Load {
    private final Grouping grouping;
    private final Packing packing;
    private final double[] baseOf;
    private final double[] shareOf;
    private double payload;
    private double layered;

    /** Releases a month: those of its most released service. */
    double deploys;
    /** Payload bytes of each service × its own releases. */
    double released;

    Load(Grouping grouping, Packing packing) {
        this.grouping = grouping;
        this.packing = packing;
        baseOf = new double[grouping.columns.runtimes()];
        shareOf = new double[grouping.columns.runtimes()];
    }

    /** Begins a unit. */
    void clear() {
        Arrays.fill(baseOf, 0);
        Arrays.fill(shareOf, 0);
        payload = 0;
        layered = 0;
        deploys = 0;
        released = 0;
    }

    void add(Crate crate) {
        double often = crate.deploysStated ? 1 : packing.defaultDeploys;
        double own = packing.payload(crate, crate.payload, crate.size);
        deploys = Math.max(deploys, often * crate.mostDeploys);
        released += often * packing.payload(crate, crate.all(Sum.PAYLOAD_RELEASED), crate.all(Sum.RELEASED));
        payload += own;
        layered += crate.kind == Kind.LAYERS ? own : 0;
        double most = packing.under(crate, crate.mostRest, 1);
        double share = most / packing.users(crate);
        if (most > baseOf[crate.runtime]) {
            baseOf[crate.runtime] = most;
            shareOf[crate.runtime] = share;
        } else if (most == baseOf[crate.runtime]) {
            shareOf[crate.runtime] = Math.min(shareOf[crate.runtime], share);
        }
    }

    /** Bytes of the unit's image. */
    Bytes bytes(int unit) {
        double under = 0;
        double share = 0;
        for (int runtime = 0; runtime < baseOf.length; runtime++) {
            under += baseOf[runtime];
            share += shareOf[runtime];
        }
        double again = packing.again(under, share);
        if (!packing.keepsImages || !grouping.columns.layers) {
            return new Bytes(payload, under, share, again);
        }
        return new Bytes(payload, under + Math.max(0, grouping.shelf.bytes(unit) - layered),
                share + Math.max(0, grouping.shelf.share(unit) - layered),
                again + Math.max(0, grouping.shelf.again(unit) - layered));
    }
}
