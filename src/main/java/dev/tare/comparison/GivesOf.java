package dev.tare.comparison;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.catalogue.Option;
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
    private final Walls walls;

    private GivesOf(Catalogue catalogue, EstateDocument estate, Engine engine, Asked asked) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.engine = engine;
        this.asked = asked;
        this.walls = new Walls(catalogue, asked);
        this.members = Units.members(asked.scenario().units());
    }

    /** What a scenario buys, and what it takes to come there from {@code today}. */
    static Gives scenario(Catalogue catalogue, EstateDocument estate, Engine engine, Asked asked,
            Optional<Asked> today) {
        return new GivesOf(catalogue, estate, engine, asked).gives(today);
    }

    private Gives gives(Optional<Asked> today) {
        List<Gift> gifts = asked.options().stream().flatMap(option -> option.gives().stream()).toList();
        List<Long> strangers = members.stream().map(this::strangers).toList();
        return new Gives(gifts, Walls.of(asked.options()), unmet(),
                (int) members.stream().filter(unit -> unit.size() == 1).count(),
                estate.services().size(), members.stream().mapToInt(Collection::size).max().orElse(0),
                members.stream().mapToInt(this::teams).max().orElse(0),
                (int) strangers.stream().filter(count -> count > 0).count(),
                (int) strangers.stream().mapToLong(Long::longValue).sum(), outage(), start(gifts),
                asked.scenario().today() ? null : today.map(from -> move(from, strangers)).orElse(null));
    }

    private Gives.Move move(Asked today, List<Long> strangers) {
        return new Moving(catalogue, engine, today, asked).over(strangers.stream().mapToLong(Long::longValue).sum());
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
        return catalogue.toBase(AVAILABILITY, Objects.requireNonNull(
                end.apply(catalogue.entry(AVAILABILITY).orElseThrow())));
    }

    /** The slowest of what the options say about starting. */
    private Gives.@Nullable Start start(List<Gift> gifts) {
        return gifts.stream().filter(gift -> gift.kind() == Gift.Kind.START).map(Gift::assumption)
                .filter(Objects::nonNull).map(this::started).filter(Objects::nonNull)
                .max(Comparator.comparingDouble(start -> start.ms().likely())).orElse(null);
    }

    private Gives.@Nullable Start started(String key) {
        Assumption entry = catalogue.entry(key).filter(Assumption::usable).orElse(null);
        return entry == null
                ? null
                : new Gives.Start(Range.of(base(key, entry.low()), base(key, entry.likely()), base(key, entry.high())),
                        key);
    }

    private double base(String key, @Nullable Double figure) {
        return catalogue.toBase(key, Objects.requireNonNullElse(figure, Double.NaN));
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
