package dev.tare.engine.bill;

/**
 * Services whose images are put together alike, shipped as one: alone in their units, or in the same one. What differs
 * between them is only what they state, which is added up here.
 */
final class Crate {
    /** Where the bytes under a payload come from. */
    enum Kind {
        /** The rest of the image the service has registered. */
        IMAGE,
        /** The layers it has registered. */
        LAYERS,
        /** The rest of the usual image, of a service that states neither image nor payload. */
        USUAL,
        /** The packaging's own base. */
        BASE
    }

    /** What the sums are taken over, weighted by how often each service is pulled. */
    enum Sum {
        /** Payload × releases. */
        PAYLOAD_RELEASED,
        /** Bytes under the payload × releases. */
        REST_RELEASED,
        /** Releases. */
        RELEASED,
        /** Payload of those that do not state what it unpacks to. */
        PAYLOAD,
        /** Bytes under that payload. */
        REST,
        /** How many those are. */
        COUNT,
        /** What the others unpack to. */
        UNPACKED
    }

    final Kind kind;
    final int runtime;
    final boolean payloadStated;
    final boolean deploysStated;
    final boolean pinned;
    /** The lot that says how many replicas run, or {@link Lot#NONE} where each service states them. */
    final int lot;
    final int first;
    final int[] services;
    final int size;
    /** What one service that is shipped by itself states it unpacks to; NaN in every other case. */
    final double unpacked;
    /** The registered image of the first of them; NaN where none is. */
    final double image;
    double payload;
    double rest;
    double mostRest;
    double mostDeploys;
    private final Split byReplicas;

    /** Crates services of a kind up; {@code rest} is 0 where no image is registered. */
    Crate(Kind kind, int lot, boolean odd, int[] services, Columns columns) {
        this.kind = kind;
        this.lot = lot;
        this.services = services;
        first = services[0];
        size = services.length;
        runtime = columns.runtime[first];
        payloadStated = !Double.isNaN(columns.payload[first]);
        deploysStated = !Double.isNaN(columns.deploys[first]);
        pinned = columns.pinned[first];
        unpacked = odd && kind != Kind.IMAGE ? columns.unpacked[first] : Double.NaN;
        image = kind == Kind.IMAGE || kind == Kind.LAYERS ? columns.image[first] : Double.NaN;
        double[] copies = new double[size];
        double[][] rows = new double[2 * Sum.values().length][size];
        for (int i = 0; i < size; i++) {
            copies[i] = lot == Lot.NONE ? columns.replicas[services[i]] : 1;
            add(services[i], i, columns, copies[i], rows);
        }
        byReplicas = Split.of(copies, rows);
    }

    private void add(int service, int i, Columns columns, double copies, double[][] rows) {
        double own = payloadStated ? columns.payload[service] : 0;
        double under = 0;
        if (kind == Kind.IMAGE || kind == Kind.LAYERS) {
            own = Math.min(own, columns.image[service]);
            under = columns.image[service] - own;
        }
        double often = deploysStated ? columns.deploys[service] : 1;
        payload += own;
        rest += under;
        mostRest = Math.max(mostRest, under);
        mostDeploys = Math.max(mostDeploys, often);
        boolean unpacks = kind == Kind.IMAGE && !Double.isNaN(columns.unpacked[service]) && own + under > 0;
        double[] sums = { own * often, under * often, often, unpacks ? 0 : own, unpacks ? 0 : under, unpacks ? 0 : 1,
            unpacks ? columns.unpacked[service] : 0 };
        for (int sum = 0; sum < sums.length; sum++) {
            rows[2 * sum][i] = sums[sum];
            rows[2 * sum + 1][i] = copies * sums[sum];
        }
    }

    /** A sum over the services, each as often as it is. */
    double all(Sum sum) {
        return byReplicas.first(size, 2 * sum.ordinal());
    }

    boolean registered() {
        return !Double.isNaN(image);
    }

    /** How many services state no more replicas than this. */
    int few(double replicas) {
        return byReplicas.upTo(replicas);
    }

    /** A sum over the services, each as often as it has replicas but at most so many times. */
    double pulled(Sum sum, double most, int few) {
        double small = byReplicas.first(few, 2 * sum.ordinal() + 1);
        return few == size ? small : small + most * byReplicas.rest(few, 2 * sum.ordinal());
    }
}
