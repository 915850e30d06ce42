package dev.tare.engine.advice;

import dev.tare.engine.CallGraph;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.engine.Scenario;
import dev.tare.engine.bill.Scales;
import dev.tare.engine.bill.UnitCosts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes what groupings weigh apart to lead a search: by what capacity costs at the margin where that is known, by
 * {@link Guide} from groupings drawn and weighed where not. Where whole nodes are bought, once as if CPU, once as if memory
 * decided how many, and once half and half; what decides for a plan of shared units comes first.
 */
final class Guides {
    private static final int DRAWN = 60;
    private static final int MANY = 2_000;

    private final CallGraph graph;
    private final Calls calls;
    private final Scales scales;
    private final double[] values;
    private final Rules.Traits traits;

    Guides(CallGraph graph, Calls calls, Scales scales, double[] values, Rules.Traits traits) {
        this.graph = graph;
        this.calls = calls;
        this.scales = scales;
        this.values = values;
        this.traits = traits;
    }

    /** The guides to an objective; {@code merged} is some plan of shared units, at whose margin capacity is priced. */
    List<Terms> of(Aim aim, Teams teams, Objective objective, Scenario merged) {
        List<UnitCosts> costs = aim.inMoney() ? scales.unitCosts(merged, values) : List.of();
        List<Terms> guides = new ArrayList<>();
        costs.stream().limit(traits.memory().length > MANY ? 1 : costs.size())
                .forEach(each -> guides.add(terms(each, teams.usdPerFurther())));
        if (guides.isEmpty() || !aim.equals(Aim.COST)) {
            guides.add(priced(Guide.fit(objective, calls, bytes(), traits.memory(), DRAWN), teams));
        }
        return guides;
    }

    private Terms terms(UnitCosts costs, double teamPrice) {
        double[] bytes = bytes();
        double[] saved = IntStream.range(0, bytes.length)
                .mapToDouble(call -> -costs.perCall() * calls.rate()[call] - costs.perWire() * bytes[call]).toArray();
        double remote = IntStream.range(0, saved.length).filter(call -> calls.from()[call] != calls.to()[call])
                .mapToDouble(call -> -saved[call]).sum();
        Terms.Load load = new Terms.Load(costs.alone(), costs.joined(), costs.cpu(), costs.memory(), traits.team());
        return new Terms(remote, load,
                new Sizing(costs.floor(), costs.replicaCpu(), costs.perReplica(), costs.perByte()),
                Pairs.of(costs.alone().length, calls.from(), calls.to(), saved),
                teamPrice);
    }

    private Terms priced(Terms terms, Teams teams) {
        Terms.Load load = terms.load();
        return new Terms(terms.constant(),
                new Terms.Load(load.alone(), load.joined(), load.cpu(), load.memory(), traits.team()), terms.sizing(),
                terms.pairs(), teams.usdPerFurther());
    }

    /** Bytes/s of each call both ways; what nobody stated adds nothing to what leads the search. */
    private double[] bytes() {
        return IntStream.range(0, calls.rate().length).mapToDouble(call -> {
            CallGraph.Call each = graph.calls().get(call);
            return calls.rate()[call] * (orNothing(each.requestBytes()) + orNothing(each.responseBytes()));
        }).toArray();
    }

    private static double orNothing(double stated) {
        return Double.isNaN(stated) ? 0 : stated;
    }
}
