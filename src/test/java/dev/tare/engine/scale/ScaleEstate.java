package dev.tare.engine.scale;

import dev.tare.engine.CallGraph;
import dev.tare.engine.MadeUpEstate;
import dev.tare.engine.MadeUpEstate.Quantiles;

/**
 * The estate of case V24, for tests and benchmarks that need scale: the size, the fans and the instances Meta published of
 * its own (Huye, Shkuro, Sambasivan, ATC 2023, computed from its service table).
 */
public final class ScaleEstate {
    /** Services of the published estate. */
    public static final int SERVICES = 18_571;
    /** Calls of the published estate. */
    public static final int CALLS = 202_286;

    private ScaleEstate() {}

    /** The published size. */
    public static CallGraph published(long seed) {
        return of(SERVICES, CALLS, seed);
    }

    /** The same distributions at another size. */
    public static CallGraph of(int services, int calls, long seed) {
        double scale = (double) services / SERVICES;
        return new MadeUpEstate(services, calls, 14, 25, new Quantiles(0.06, 4, 13, 93, 5865).upTo(scale),
                new Quantiles(0.27, 2, 12, 70, 14_084).upTo(scale), new Quantiles(0, 34, 186, 9220, 40_000))
                .graph(seed);
    }
}
