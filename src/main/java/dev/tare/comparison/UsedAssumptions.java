package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question.Ask;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.estate.Estates.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which assumptions a scenario's bill rests on: those its options fill the formulas with, and its currency's rate. */
@Component
public class UsedAssumptions {
    private final Catalogue catalogue;
    private final Weighing weighing;

    /** Knows the assumptions of this catalogue. */
    public UsedAssumptions(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    /** Their keys, for any of these scenarios. */
    public Set<String> in(Snapshot estate, List<Ask> asks) {
        Models.Model model = weighing.model(estate);
        Set<String> keys = new TreeSet<>();
        keys.add("fx." + Weighing.currency(model.estate()));
        for (Asked asked : new Resolution(catalogue, model.estate(), model.mapping()).all(Question.of(asks))) {
            Arrays.stream(asked.scenario().shape().slots()).filter(slot -> slot >= 0)
                    .forEach(slot -> keys.add(catalogue.assumptions().key(slot)));
        }
        model.graph().services().stream().mapToInt(service -> service.runtime()).distinct().forEach(runtime -> {
            Runtime family = model.graph().runtimes().get(runtime);
            keys.add(catalogue.assumptions().key(family.baseMemory()));
        });
        return keys;
    }
}
