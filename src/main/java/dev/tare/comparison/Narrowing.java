package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.comparison.Defaults.One;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which fields some of an estate's services should state first: each is put at its likely value where it is missing, and
 * what that takes off the distance between the heaviest and the lightest gross cost a month is how much it narrows.
 */
@org.springframework.stereotype.Service
public class Narrowing {
    private static final int REMEMBERED = 128;
    private static final int ONE_BY_ONE = 40;
    private static final int MOST_LOOKED_INTO = 5;
    private static final double NEXT_TO_NOTHING = 1e-6;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Remembered<Key, List<Gap>> known = new Remembered<>(REMEMBERED);

    /** Ranks by the defaults of this catalogue. */
    public Narrowing(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    private record Key(State estate, Set<String> services) {}

    /** The fields these services do not all state, the one that narrows most first, each with the services to begin with. */
    public List<Gap> of(Snapshot estate, Collection<String> services) {
        Set<String> names = Set.copyOf(services);
        return known.of(new Key(estate.state(), names), () -> {
            Model model = weighing.model(estate);
            Asked today = new Resolution(catalogue, estate.document(), model.mapping())
                    .all(Question.of(List.of(Question.Ask.today()))).getFirst();
            return new Ranking(catalogue, model.graph(), model.engine(), today.scenario()).gaps(names);
        });
    }

    /** One estate's ranking at work. */
    private static final class Ranking {
        private final Catalogue catalogue;
        private final Assumptions assumptions;
        private final CallGraph graph;
        private final Scenario scenario;
        private final double[] likely;
        private final double width;

        Ranking(Catalogue catalogue, CallGraph graph, Engine engine, Scenario scenario) {
            this.catalogue = catalogue;
            this.assumptions = catalogue.assumptions();
            this.graph = graph;
            this.scenario = scenario;
            this.likely = assumptions.likely();
            this.width = width(engine);
        }

        private double width(Engine engine) {
            return engine.gross(scenario, assumptions.heaviest()) - engine.gross(scenario, assumptions.lightest());
        }

        List<Gap> gaps(Set<String> names) {
            List<Gap> gaps = new ArrayList<>();
            for (Field field : Field.values()) {
                List<Integer> lacking = IntStream.range(0, graph.services().size()).boxed()
                        .filter(at -> names.contains(graph.services().get(at).name()))
                        .filter(at -> Lacking.of(field, graph.services().get(at))).toList();
                key(field).filter(_ -> !lacking.isEmpty() && width > 0).ifPresent(key -> gaps
                        .add(new Gap(field.path(), key, lacking.size(), narrows(field, key, lacking), List.of())));
            }
            List<Gap> ranked = gaps.stream().filter(gap -> gap.narrows() > NEXT_TO_NOTHING)
                    .sorted(Comparator.comparingDouble(gap -> -gap.narrows())).toList();
            return IntStream.range(0, ranked.size())
                    .mapToObj(at -> ranked.get(at).with(services(ranked.get(at), names, at < MOST_LOOKED_INTO)))
                    .toList();
        }

        /** The assumption a field falls back to, where it is a range. */
        private Optional<String> key(Field field) {
            return catalogue.fieldDefaults().stream().filter(one -> one.field().equals(field.path()))
                    .map(one -> one.assumption()).filter(key -> !key.isEmpty())
                    .filter(key -> catalogue.entry(key).filter(entry -> entry.usable()).isPresent()).findFirst();
        }

        private double narrows(Field field, String key, List<Integer> positions) {
            return 1 - width(new Engine(stating(field, key, positions), assumptions)) / width;
        }

        private List<One> services(Gap gap, Set<String> names, boolean closely) {
            Field field = Field.of(gap.field()).orElseThrow();
            boolean each = closely && gap.missing() <= ONE_BY_ONE;
            return IntStream.range(0, graph.services().size()).boxed()
                    .filter(at -> names.contains(graph.services().get(at).name()))
                    .filter(at -> Lacking.of(field, graph.services().get(at)))
                    .map(at -> new One(graph.services().get(at).name(),
                            each ? narrows(field, gap.assumption(), List.of(at)) : Double.NaN))
                    .sorted(Comparator.comparingDouble(one -> each ? -one.narrows() : 0)).toList();
        }

        private CallGraph stating(Field field, String key, List<Integer> positions) {
            List<Service> services = new ArrayList<>(graph.services());
            for (int at : positions) {
                Service service = services.get(at);
                services.set(at, field.stating(service, likely[assumptions.slot(key)],
                        or(service.cpuRequest(), Param.DEFAULT_CPU_REQUEST),
                        or(service.memoryRequest(), Param.DEFAULT_MEMORY_REQUEST)));
            }
            return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
        }

        private double or(double stated, Param otherwise) {
            return Double.isNaN(stated) ? scenario.shape().value(otherwise, likely) : stated;
        }
    }
}
