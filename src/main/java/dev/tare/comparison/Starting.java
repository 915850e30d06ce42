package dev.tare.comparison;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import dev.tare.engine.Shape;
import dev.tare.engine.Shape.Billing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long a unit takes to start: where what it runs is there already, by the slowest of what its options start; and on
 * a node that has nothing yet, with the largest unit's bytes pulled first. A function starts cold by its language and
 * its packaging, and what it is made of is the platform's to fetch.
 *
 * <p>Example: 117 MB at 80 MB/s take 1.46 s; after 0.45 s for the container itself 76 % of the start is the pull.
 */
final class Starting {
    private static final String RATE = "pull.bw";
    private static final double MS_PER_SECOND = 1000;

    private final Catalogue catalogue;
    private final Assumptions assumptions;
    private final CallGraph graph;
    private final Asked asked;
    private final List<List<Integer>> members;

    Starting(Catalogue catalogue, CallGraph graph, Asked asked, List<List<Integer>> members) {
        this.catalogue = catalogue;
        this.assumptions = catalogue.assumptions();
        this.graph = graph;
        this.asked = asked;
        this.members = members;
    }

    /** Nothing where no option says. */
    Gives.@Nullable Start start(List<Gift> gifts) {
        Shape shape = asked.scenario().shape();
        if (shape.billing() == Billing.REQUESTS) {
            return function(shape);
        }
        String slowest = slowest(gifts);
        if (slowest == null) {
            return null;
        }
        Range there = range(slowest);
        // instances without nodes of their own are assumed to start with the pull in it
        return new Gives.Start(there, slowest, shape.billing() == Billing.NODES ? pull(shape) : null, "");
    }

    private @Nullable String slowest(List<Gift> gifts) {
        return gifts.stream().filter(gift -> gift.kind() == Gift.Kind.START).map(Gift::assumption)
                .flatMap(key -> Optional.ofNullable(key).stream())
                .filter(key -> catalogue.entry(key).filter(Assumption::usable).isPresent())
                .max(Comparator.comparingDouble(key -> range(key).likely())).orElse(null);
    }

    /** The slowest language among the services. */
    private Gives.Start function(Shape shape) {
        boolean image = shape.value(Param.FUNCTION_FROM_IMAGE, assumptions.likely()) > 0;
        int usual = shape.slot(Param.FUNCTION_COLD_START);
        int service = IntStream.range(0, graph.services().size()).boxed()
                .max(Comparator.comparingDouble(each -> cold(each, image, usual, assumptions.likely()))).orElse(0);
        int slot = slot(service, image, usual);
        String key = slot < 0 ? "" : assumptions.key(slot);
        return new Gives.Start(range(values -> cold(service, image, usual, values)), key, null,
                graph.services().isEmpty() ? "" : graph.services().get(service).name());
    }

    private double cold(int service, boolean image, int usual, double[] values) {
        int slot = slot(service, image, usual);
        return slot < 0 ? 0 : values[slot];
    }

    private int slot(int service, boolean image, int usual) {
        CallGraph.Runtime runtime = graph.runtimes().get(graph.services().get(service).runtime());
        int own = image ? runtime.coldImage() : runtime.coldStart();
        return own >= 0 ? own : usual;
    }

    private Gives.@Nullable Pull pull(Shape shape) {
        UnitBytes bytes = new UnitBytes(graph, shape, asked.scenario().today());
        double[] likely = asked.fixedIn(assumptions.likely());
        List<Integer> largest = members.stream()
                .max(Comparator.comparingDouble(unit -> bytes.of(unit, likely))).orElse(List.of());
        double size = bytes.of(largest, likely);
        return size == 0
                ? null
                : new Gives.Pull(range(values -> bytes.of(largest, values) / values[assumptions.slot(RATE)]
                        * MS_PER_SECOND), size, graph.services().get(largest.getFirst()).name());
    }

    private interface Time {
        double at(double[] values);
    }

    private Range range(Time time) {
        return Range.of(time.at(asked.fixedIn(assumptions.lightest())), time.at(asked.fixedIn(assumptions.likely())),
                time.at(asked.fixedIn(assumptions.heaviest())));
    }

    private Range range(String key) {
        int slot = assumptions.slot(key);
        return range(values -> values[slot]);
    }
}
