package dev.tare.estate;

import dev.tare.estate.Change.Part;
import dev.tare.estate.Change.Step;
import dev.tare.estate.Change.Taken;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes one change back from one document. */
final class Taking {
    private final Change change;
    private final EstateDocument current;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> kept = new ArrayList<>();

    Taking(Change change, EstateDocument current) {
        this.change = change;
        this.current = current;
    }

    Taken taken() {
        String name = Objects.requireNonNull(field("name", change.name(), current.name()));
        EstateDocument around = new EstateDocument(current.tare(), name,
                field("currency", change.currency(), current.currency()),
                field("today", change.today(), current.today()), current.teams(), current.services(),
                take(Keyed.CALL, current.calls(), change.calls()),
                take(Keyed.ENTRY, current.entries(), change.entries()),
                take(Keyed.EXTERNAL, current.external(), change.external()),
                take(Keyed.COST, current.costs(), change.costs()),
                take(Keyed.SHAPE, current.shapes(), change.shapes()),
                take(Keyed.LOCK, current.locks(), change.locks()));
        Set<String> spokenOf = spokenOf(around);
        List<Service> services = Keyed.SERVICE.taken(current.services(), change.services(),
                service -> spokenOf.contains(service.name()), steps, kept);
        Set<String> owners = new HashSet<>();
        services.forEach(service -> owners.add(String.valueOf(service.team())));
        EstateDocument taken = around.withServices(services).withTeams(Keyed.TEAM.taken(current.teams(),
                change.teams(), team -> owners.contains(team.name()), steps, kept));
        return new Taken(withoutLooseEnds(taken), steps, kept);
    }

    private static <T> Predicate<T> never() {
        return _ -> false;
    }

    private <T> List<T> take(Keyed<T> kind, List<T> list, List<Part<T>> parts) {
        return parts.isEmpty() ? list : kind.taken(list, parts, never(), steps, kept);
    }

    private <T> @Nullable T field(String name, Part<T> part, @Nullable T now) {
        if (part.isNothing() || Objects.equals(now, part.was())) {
            return now;
        }
        Step step = new Step("estate", current.name(), name, text(now), text(part.was()));
        boolean stands = Objects.equals(now, part.became());
        (stands ? steps : kept).add(step);
        return stands ? part.was() : now;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof String word ? word : Json.tree(value).toString();
    }

    /** Services that calls, entry points, hosts, locks and groups still speak of. */
    private static Set<String> spokenOf(EstateDocument document) {
        Set<String> names = new HashSet<>();
        document.calls().forEach(call -> {
            names.add(call.from());
            names.add(call.to());
        });
        document.entries().forEach(entry -> names.add(entry.service()));
        document.external().forEach(host -> names.addAll(host.from()));
        document.locks().forEach(lock -> names.addAll(lock.services()));
        if (document.today() != null) {
            members(document.today().grouping(), names);
        }
        for (SavedShape shape : document.shapes()) {
            members(shape.grouping(), names);
            names.addAll(shape.changed().services());
        }
        return names;
    }

    private static void members(@Nullable Object grouping, Set<String> names) {
        if (grouping instanceof Map<?, ?> units) {
            units.values().stream().filter(List.class::isInstance).map(List.class::cast)
                    .forEach(list -> ((List<?>) list).forEach(one -> names.add(String.valueOf(one))));
        }
    }

    /** What came back and speaks of a service that somebody took away since stays away. */
    private EstateDocument withoutLooseEnds(EstateDocument document) {
        Set<String> names = new HashSet<>();
        document.services().forEach(service -> names.add(service.name()));
        List<Call> calls = fitting(Keyed.CALL, document.calls(),
                call -> names.contains(call.from()) && names.contains(call.to()));
        List<Entry> entries = fitting(Keyed.ENTRY, document.entries(), entry -> names.contains(entry.service()));
        List<External> external = document.external().stream().map(host -> names.containsAll(host.from())
                ? host
                : new External(host.host(), host.from().stream().filter(names::contains).toList())).toList();
        List<Lock> locks = fitting(Keyed.LOCK, document.locks(), lock -> names.containsAll(lock.services()));
        return document.withCalls(calls).withEntries(entries).withExternal(external).withLocks(locks);
    }

    private <T> List<T> fitting(Keyed<T> kind, List<T> parts, Predicate<T> fits) {
        List<T> left = parts.stream().filter(fits).toList();
        if (left.size() < parts.size()) {
            parts.stream().filter(fits.negate()).forEach(part -> {
                String label = kind.label().apply(part);
                steps.removeIf(step -> step.kind().equals(kind.kind()) && step.name().equals(label));
                kept.add(new Step(kind.kind(), label, null, null, "there"));
            });
        }
        return left;
    }
}
