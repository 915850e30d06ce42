package dev.tare.comparison;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.catalogue.Option;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.engine.Range;
import dev.tare.engine.Resilience;
import dev.tare.engine.Service.Isolation;
import dev.tare.estate.EstateDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what a scenario's weight buys, from the estate and the options chosen. */
final class GivesOf {
    private static final String AVAILABILITY = "avail.unit";

    private final EstateDocument estate;
    private final Asked asked;
    private final List<List<Integer>> members;
    private final Catalogue catalogue;
    private final Engine engine;
    private final CallGraph graph;
    private final Walls walls;

    private GivesOf(Catalogue catalogue, Models.Model model, Asked asked) {
        this.catalogue = catalogue;
        this.estate = model.estate();
        this.engine = model.engine();
        this.graph = model.graph();
        this.asked = asked;
        this.walls = new Walls(catalogue, asked);
        this.members = Units.members(asked.scenario().units());
    }

    /** What a scenario buys, and what it takes to come there from {@code today}, which {@code runs} weighs. */
    static Gives scenario(Catalogue catalogue, Models.Model model, Asked asked, Optional<Asked> today, Engine runs) {
        return new GivesOf(catalogue, model, asked).gives(today, runs);
    }

    private Gives gives(Optional<Asked> today, Engine runs) {
        List<Gift> gifts = asked.options().stream().flatMap(option -> option.gives().stream()).toList();
        List<Long> strangers = members.stream().map(this::strangers).toList();
        long rewritten = strangers.stream().mapToLong(Long::longValue).sum();
        Gives gives = new Gives(gifts, Walls.of(asked.options()), unmet(),
                (int) members.stream().filter(unit -> unit.size() == 1).count(),
                estate.services().size(), members.stream().mapToInt(Collection::size).max().orElse(0),
                members.stream().mapToInt(this::teams).max().orElse(0),
                (int) strangers.stream().filter(count -> count > 0).count(), (int) rewritten, outage(),
                new Starting(catalogue, graph, asked, members).start(gifts),
                asked.runs() ? null : today.map(from -> move(from, runs, rewritten)).orElse(null), Map.of());
        return gives.with(new GivesWorkings(catalogue, asked, members.size()).of(gives, needs()));
    }

    /** What services need, strongest first. */
    private List<Isolation> needs() {
        return estate.services().stream().map(service -> EngineMapping.isolation(service.isolation())).distinct()
                .filter(need -> need != Isolation.NONE).sorted(Comparator.comparingInt(need -> -walls.needed(need)))
                .toList();
    }

    private Gives.Move move(Asked today, Engine runs, long rewritten) {
        return new Moving(catalogue, new Moving.Place(runs, today), new Moving.Place(engine, asked)).over(rewritten);
    }

    private Gives.Outage outage() {
        Resilience likely = engine.resilience(asked.scenario(), availability(Assumption::likely));
        int worst = likely.worst();
        double[] lost = likely.lost();
        return new Gives.Outage(worst < 0 ? Double.NaN : lost[worst],
                worst < 0 ? "" : estate.services().get(members.get(worst).getFirst()).name(),
                Arrays.stream(lost).average().orElse(Double.NaN),
                Range.of(engine.resilience(asked.scenario(), availability(Assumption::low)).availability(),
                        likely.availability(),
                        engine.resilience(asked.scenario(), availability(Assumption::high)).availability()));
    }

    private double availability(Function<Assumption, @Nullable Double> end) {
        Double fixed = asked.fixed().get(AVAILABILITY);
        return fixed != null
                ? fixed
                : catalogue.toBase(AVAILABILITY,
                        Objects.requireNonNull(end.apply(catalogue.entry(AVAILABILITY).orElseThrow())));
    }

    private List<Gives.Unmet> unmet() {
        List<Gives.Unmet> unmet = new ArrayList<>();
        for (List<Integer> unit : members) {
            for (int position : unit) {
                check(estate.services().get(position), unit.size() - 1, unmet);
            }
        }
        return unmet;
    }

    private void check(EstateDocument.Service service, int others, List<Gives.Unmet> unmet) {
        Isolation need = EngineMapping.isolation(service.isolation());
        if (need == Isolation.NONE) {
            return;
        }
        String words = Objects.requireNonNullElse(service.isolation(), "");
        if (others > 0) {
            unmet.add(new Gives.Unmet(service.name(), words, others == 1
                    ? "shares a process with another service"
                    : "shares a process with " + others + " others"));
        } else if (Walls.of(asked.options()) < walls.needed(need)) {
            unmet.add(new Gives.Unmet(service.name(), words, "walls of strength " + Walls.of(asked.options())
                    + " of 5, needs " + walls.needed(need)));
        }
    }

    private int teams(List<Integer> unit) {
        return unit.stream().map(position -> estate.services().get(position).team()).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)).size();
    }

    /** Services of a unit that are not of its most common language; those that state none are not counted. */
    private long strangers(List<Integer> unit) {
        Map<String, Long> families = unit.stream().map(position -> estate.services().get(position).runtime())
                .filter(Objects::nonNull).map(EstateDocument.Runtime::language).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(language -> language, Collectors.counting()));
        long all = families.values().stream().mapToLong(Long::longValue).sum();
        return all - families.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
