package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.comparison.Defaults.Lack;
import dev.tare.comparison.Defaults.One;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out which fields to state first, by weighing today's estate again with a default at its likely value, over draws
 * of all other assumptions: for a field wherever it is missing, and in a small estate for each service by itself.
 */
@org.springframework.stereotype.Service
public class DefaultsRanking {
    private static final int REMEMBERED = 64;
    private static final int FIRST = 3;
    private static final int ONE_BY_ONE = 60;
    private static final int MOST_DRAWN = 2_000;
    private static final int DRAWS = 200;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Remembered<Key, Defaults> known = new Remembered<>(REMEMBERED);

    /** Ranks by the defaults of this catalogue. */
    public DefaultsRanking(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    private record Key(State estate) {}

    /** What today's bill rests on. */
    public Defaults of(Snapshot estate) {
        return known.of(new Key(estate.state()), () -> rank(estate));
    }

    private Defaults rank(Snapshot estate) {
        Model model = weighing.model(estate);
        Question today = Question.of(List.of(Question.Ask.today()));
        Asked asked = new Resolution(catalogue, estate.document(), model.mapping()).all(today).getFirst();
        double rests = weighing.weigh(estate, today).weighed().getFirst().bill().restsOnDefaults();
        int draws = estate.document().services().size() > MOST_DRAWN ? 0 : DRAWS;
        return new Ranking(catalogue, model, asked.scenario(), Draws.of(catalogue.assumptions(), draws, Question.SEED))
                .defaults(rests);
    }

    /** One estate's ranking at work. */
    private static final class Ranking {
        private final Catalogue catalogue;
        private final Assumptions assumptions;
        private final CallGraph graph;
        private final Scenario scenario;
        private final Engine engine;
        private final Draws draws;
        private final double[] likely;
        private final Lacking lacking;

        Ranking(Catalogue catalogue, Model model, Scenario scenario, Draws draws) {
            this.catalogue = catalogue;
            this.draws = draws;
            this.assumptions = catalogue.assumptions();
            this.graph = model.graph();
            this.scenario = scenario;
            this.engine = model.engine();
            this.likely = assumptions.likely();
            this.lacking = new Lacking(model.estate(), graph);
        }

        Defaults defaults(double rests) {
            double width = width(Set.of());
            List<Gap> fields = width > 0 ? fields(width) : List.of();
            Set<String> stated = new HashSet<>();
            List<Gap> first = new ArrayList<>();
            while (first.size() < Math.min(FIRST, fields.size())) {
                Gap next = fields.stream().filter(gap -> !stated.contains(gap.assumption()))
                        .min(Comparator.comparingDouble(gap -> widthWith(stated, gap))).orElseThrow();
                stated.add(next.assumption());
                first.add(next.with(services(next)));
            }
            return new Defaults(rests, width, width > 0 ? width(stated) / width : 1, first, fields, lacks());
        }

        /** Every field with a default that somebody does not state, whatever it does to the range. */
        private List<Lack> lacks() {
            return catalogue.fieldDefaults().stream().filter(field -> ranged(field.assumption()))
                    .map(field -> new Lack(field.field(), field.assumption(), lacking.of(field.field())))
                    .filter(lack -> lack.missing() > 0).toList();
        }

        private double widthWith(Set<String> stated, Gap gap) {
            Set<String> more = new HashSet<>(stated);
            more.add(gap.assumption());
            return corners(engine, more);
        }

        private List<Gap> fields(double width) {
            List<Gap> gaps = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (FieldDefault field : catalogue.fieldDefaults()) {
                int missing = lacking.of(field.field());
                if (missing > 0 && ranged(field.assumption()) && seen.add(field.assumption())) {
                    double narrows = 1 - width(Set.of(field.assumption())) / width;
                    gaps.add(new Gap(field.field(), field.assumption(), missing, narrows, List.of()));
                }
            }
            return gaps.stream().filter(gap -> gap.narrows() > 1e-6)
                    .sorted(Comparator.comparingDouble(gap -> -gap.narrows())).toList();
        }

        private boolean ranged(String key) {
            return !key.isEmpty() && catalogue.entry(key).filter(entry -> entry.usable()).isPresent();
        }

        /** How wide 80 of 100 draws lie apart, with some assumptions at their likely value. */
        private double width(Set<String> fixed) {
            if (draws.count() == 0) {
                return corners(engine, fixed);
            }
            Map<Integer, Double> held = new HashMap<>();
            fixed.forEach(key -> held.put(assumptions.slot(key), likely[assumptions.slot(key)]));
            Quantiles drawn = Quantiles
                    .of(engine.draw(List.of(scenario), draws.holding(held)).gross(0, Measure.COST));
            return drawn.p90() - drawn.p10();
        }

        /** Heaviest gross less lightest likewise: two weighings only, which is enough to tell fields apart. */
        private double corners(Engine weighing, Set<String> fixed) {
            double[] light = assumptions.lightest();
            double[] heavy = assumptions.heaviest();
            for (String key : fixed) {
                int slot = assumptions.slot(key);
                light[slot] = likely[slot];
                heavy[slot] = likely[slot];
            }
            return weighing.gross(scenario, heavy) - weighing.gross(scenario, light);
        }

        private List<One> services(Gap gap) {
            double width = corners(engine, Set.of());
            if (graph.services().size() > ONE_BY_ONE) {
                return List.of();
            }
            return Field.of(gap.field()).map(field -> IntStream.range(0, graph.services().size())
                    .filter(s -> Lacking.of(field, graph.services().get(s)))
                    .mapToObj(s -> new One(graph.services().get(s).name(),
                            1 - corners(new Engine(stating(field, gap, s), assumptions), Set.of()) / width))
                    .sorted(Comparator.comparingDouble(one -> -one.narrows())).toList()).orElse(List.of());
        }

        private CallGraph stating(Field field, Gap gap, int position) {
            List<Service> services = new ArrayList<>(graph.services());
            Service service = services.get(position);
            services.set(position, field.stating(service, likely[assumptions.slot(gap.assumption())],
                    or(service.cpuRequest(), Param.DEFAULT_CPU_REQUEST),
                    or(service.memoryRequest(), Param.DEFAULT_MEMORY_REQUEST)));
            return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
        }

        private double or(double stated, Param otherwise) {
            return Double.isNaN(stated) ? scenario.shape().value(otherwise, likely) : stated;
        }
    }
}
