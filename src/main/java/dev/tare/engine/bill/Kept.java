package dev.tare.engine.bill;

import static dev.tare.engine.Param.FUNCTION_MEMORY;
import static dev.tare.engine.Param.FUNCTION_MEMORY_PER_VCPU;
import static dev.tare.engine.Param.HOP_P50;
import static dev.tare.engine.Param.HOP_P99;
import static dev.tare.engine.Param.WORKFLOW_TRANSITIONS_PER_CALL;

/** What weighings of one estate have in common, kept while it is asked for. */
final class Kept {
    private static final int MOST = 24;

    private final Recent<Sized.Key, Sized> sized = new Recent<>(MOST);
    private final Recent<Shipping.Key, Shipping> shipped = new Recent<>(2 * MOST);
    private final Recent<Crates.Key, Crates> crates = new Recent<>(MOST);
    private final Recent<Waits.Key, double[]> waits = new Recent<>(MOST);

    Sized sized(Lots lots, Demand demand, Terms terms) {
        return sized.get(Sized.Key.of(lots, demand, terms), key -> new Sized(lots, demand, terms));
    }

    Shipping shipping(Sized of, Extent extent, Terms terms, double nodes) {
        Crates.Key packed = Crates.Key.of(of.lots, extent, terms);
        return shipped.get(Shipping.Key.of(of, terms, nodes),
                key -> new Shipping(of, crates.get(packed, Crates::new), terms, nodes));
    }

    /** How long callers wait; no time at all under a workflow engine, which waits for them. */
    Waiting waiting(Lots lots, Demand demand, Grants grants, Terms terms) {
        if (terms.of(WORKFLOW_TRANSITIONS_PER_CALL) > 0) {
            return new Waiting(lots, new double[lots.grouping.columns.count]);
        }
        double hop = Work.mean(terms.of(HOP_P50), terms.of(HOP_P99));
        Waits.Key key = new Waits.Key(lots.grouping, lots.flows, demand, hop, terms.of(FUNCTION_MEMORY),
                terms.of(FUNCTION_MEMORY_PER_VCPU));
        return new Waiting(lots, waits.get(key, missing -> new Waits(lots.flows.topology,
                lots.grouping.columns.modes, lots.grouping.unitOf, grants.ownMs(), hop).remote));
    }
}
