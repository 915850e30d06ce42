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

import dev.tare.engine.Shape.Billing;
import dev.tare.engine.bill.Crate.Kind;

/** How a shape packs: what is under a payload, how much of it ships again, how often, and what it unpacks to. */
final class Packing {
    final double defaultDeploys;
    final boolean keepsImages;
    private final Grouping grouping;
    private final double defaultPayload;
    private final double usualImage;
    private final double base;
    private final double baseRatio;
    private final double ratio;
    private final double reshipped;
    private final boolean fresh;
    private final double baseReleases;
    private final double keptTags;

    /**
     * Bytes of images: payload, what is under it, a unit's share of that, and what of it ships again when it changes.
     */
    record Bytes(double payload, double under, double share, double again) {}

    Packing(Grouping grouping, Terms terms) {
        this.grouping = grouping;
        defaultPayload = terms.of(DEFAULT_PAYLOAD);
        usualImage = terms.of(DEFAULT_IMAGE_COMPRESSED);
        defaultDeploys = terms.of(DEFAULT_DEPLOYS);
        base = terms.of(BASE_COMPRESSED);
        ratio = Math.max(1, terms.of(UNPACK_RATIO));
        baseRatio = base > 0 && terms.bound(BASE_UNPACKED) ? terms.of(BASE_UNPACKED) / base : ratio;
        reshipped = Math.min(1, terms.or(BASE_RESHIPPED, 1));
        fresh = terms.shape().billing() == Billing.INSTANCES;
        baseReleases = Math.max(1, terms.of(BASE_RELEASES));
        keptTags = Math.max(1, terms.of(KEPT_TAGS));
        keepsImages = terms.bound(DEFAULT_IMAGE_COMPRESSED) || terms.today();
    }

    /** Whether the base changes with every release. */
    boolean baked() {
        return baseReleases == 1;
    }

    /** Bytes shipped for one release of images. */
    double moved(Bytes bytes) {
        return bytes.payload() + (fresh ? bytes.under() : bytes.again() / baseReleases);
    }

    /** Bytes kept in the registry. */
    double stored(Bytes bytes) {
        double first = baked() ? bytes.under() : bytes.share();
        double further = Math.max(0, keptTags / baseReleases - 1);
        return keptTags * bytes.payload() + first + further * bytes.again();
    }

    /** Bytes on a node, where nobody states them. */
    double unpacked(Bytes bytes) {
        return bytes.payload() * ratio + bytes.share() * baseRatio;
    }

    /** The part of a base that is charged to a unit again when it changes. */
    double again(double under, double share) {
        return reshipped * (baked() ? under : share);
    }

    /** Units among which a base is shared. */
    double users(Crate crate) {
        return crate.kind == Kind.BASE ? grouping.shelf.users(crate.runtime, keepsImages) : 1;
    }

    /** Payload of services: what they state, and the default for each of so many that do not. */
    double payload(Crate crate, double stated, double count) {
        double unstated = crate.kind == Kind.USUAL ? Math.min(defaultPayload, usualImage) : defaultPayload;
        if (crate.payloadStated) {
            return stated;
        }
        return count * (crate.size == 1 && crate.registered() ? Math.min(unstated, crate.image) : unstated);
    }

    /** Bytes under that payload. */
    double under(Crate crate, double rest, double count) {
        return switch (crate.kind) {
            case IMAGE -> crate.payloadStated ? rest : rest - payload(crate, 0, count);
            case LAYERS -> 0;
            case USUAL -> count * usualImage - payload(crate, 0, count);
            case BASE -> count * base;
        };
    }

    /** Bytes of services that are alone in their units. */
    Bytes alone(Crate crate, double stated, double rest, double count) {
        double payload = payload(crate, stated, count);
        if (crate.kind == Kind.LAYERS) {
            int unit = grouping.unitOf[crate.first];
            double own = payload(crate, crate.payload, 1);
            return new Bytes(payload, count * Math.max(0, grouping.shelf.bytes(unit) - own),
                    count * Math.max(0, grouping.shelf.share(unit) - own),
                    count * Math.max(0, grouping.shelf.again(unit) - own));
        }
        double under = under(crate, rest, count);
        double share = under / users(crate);
        return new Bytes(payload, under, share, again(under, share));
    }
}
