package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.comparison.Defaults.Gap;
import dev.tare.comparison.Defaults.One;
import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out which fields to state first, by weighing today's estate at both ends of all assumptions with a default at
 * its likely value: for a field wherever it is missing, and in a small estate for each service by itself.
 */
@org.springframework.stereotype.Service
public class DefaultsRanking {
    private static final int REMEMBERED = 64;
    private static final int FIRST = 3;
    private static final int ONE_BY_ONE = 60;

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
        EngineMapping mapping = new EngineMapping(catalogue, estate.document());
        Question today = Question.of(List.of(Question.Ask.today()));
        Asked asked = new Resolution(catalogue, estate.document(), mapping).all(today).getFirst();
        double rests = weighing.weigh(estate, today).weighed().getFirst().bill().restsOnDefaults();
        return new Ranking(catalogue, mapping.graph(estate.document()), asked.scenario(), estate.document())
                .defaults(rests);
    }

    /** One estate's ranking at work. */
    private static final class Ranking {
        private final Catalogue catalogue;
        private final Assumptions assumptions;
        private final CallGraph graph;
        private final Scenario scenario;
        private final EstateDocument estate;
        private final Engine engine;
        private final double[] likely;

        Ranking(Catalogue catalogue, CallGraph graph, Scenario scenario, EstateDocument estate) {
            this.catalogue = catalogue;
            this.assumptions = catalogue.assumptions();
            this.graph = graph;
            this.scenario = scenario;
            this.estate = estate;
            this.engine = new Engine(graph, assumptions);
            this.likely = assumptions.likely();
        }

        Defaults defaults(double rests) {
            double width = width(engine, Set.of());
            List<Gap> fields = width > 0 ? fields(width) : List.of();
            Set<String> stated = new HashSet<>();
            List<Gap> first = new ArrayList<>();
            while (first.size() < Math.min(FIRST, fields.size())) {
                Gap next = fields.stream().filter(gap -> !stated.contains(gap.assumption()))
                        .min(Comparator.comparingDouble(gap -> widthWith(stated, gap))).orElseThrow();
                stated.add(next.assumption());
                first.add(next.with(services(next, width)));
            }
            return new Defaults(rests, width, width > 0 ? width(engine, stated) / width : 1, first, fields);
        }

        private double widthWith(Set<String> stated, Gap gap) {
            Set<String> more = new HashSet<>(stated);
            more.add(gap.assumption());
            return width(engine, more);
        }

        private List<Gap> fields(double width) {
            List<Gap> gaps = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (FieldDefault field : catalogue.fieldDefaults()) {
                int missing = missing(field.field());
                if (missing > 0 && ranged(field.assumption()) && seen.add(field.assumption())) {
                    double narrows = 1 - width(engine, Set.of(field.assumption())) / width;
                    gaps.add(new Gap(field.field(), field.assumption(), missing, narrows, List.of()));
                }
            }
            return gaps.stream().filter(gap -> gap.narrows() > 1e-6)
                    .sorted(Comparator.comparingDouble(gap -> -gap.narrows())).toList();
        }

        private boolean ranged(String key) {
            return !key.isEmpty() && catalogue.entry(key).filter(entry -> entry.usable()).isPresent();
        }

        /** Heaviest gross less lightest, with some assumptions at their likely value. */
        private double width(Engine weighing, Set<String> fixed) {
            double[] light = assumptions.lightest();
            double[] heavy = assumptions.heaviest();
            for (String key : fixed) {
                int slot = assumptions.slot(key);
                light[slot] = likely[slot];
                heavy[slot] = likely[slot];
            }
            return weighing.gross(scenario, heavy) - weighing.gross(scenario, light);
        }

        private List<One> services(Gap gap, double width) {
            if (graph.services().size() > ONE_BY_ONE) {
                return List.of();
            }
            return Field.of(gap.field()).map(field -> IntStream.range(0, graph.services().size())
                    .filter(s -> missing(field, graph.services().get(s)))
                    .mapToObj(s -> new One(graph.services().get(s).name(),
                            1 - width(new Engine(stating(field, gap, s), assumptions), Set.of()) / width))
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

        private static boolean missing(Field field, Service service) {
            return service.replicas() != 0 && !field.stated(service);
        }

        /** How many of those who could state a field do not. */
        private int missing(String path) {
            return Field.of(path).map(field -> (int) graph.services().stream()
                    .filter(service -> missing(field, service)).count()).orElseGet(() -> elsewhere(path));
        }

        private int elsewhere(String path) {
            return (int) switch (path) {
                case "sidecars.cpu.request" -> graph.services().stream().flatMap(each -> each.sidecars().stream())
                        .filter(sidecar -> Double.isNaN(sidecar.cpuRequest())).count();
                case "sidecars.memory.request" -> graph.services().stream().flatMap(each -> each.sidecars().stream())
                        .filter(sidecar -> Double.isNaN(sidecar.memoryRequest())).count();
                case "calls.requestBytes" -> graph.calls().stream().filter(call -> Double.isNaN(call.requestBytes()))
                        .count();
                case "calls.responseBytes" -> graph.calls().stream()
                        .filter(call -> Double.isNaN(call.responseBytes())).count();
                case "entries.meanPerSecond" -> estate.entries().isEmpty()
                        ? 1
                        : graph.entries().stream().filter(entry -> Double.isNaN(entry.meanPerSecond())).count();
                case "entries.peakPerSecond" -> graph.entries().stream()
                        .filter(entry -> Double.isNaN(entry.peakPerSecond())).count();
                default -> 0;
            };
        }
    }
}
