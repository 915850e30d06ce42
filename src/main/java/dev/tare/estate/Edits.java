package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to one part of an estate, for {@link Estates#change}. Whatever refers to a part follows it. */
public final class Edits {
    private Edits() {}

    /** Puts a team in the place of the one called {@code was}, whose services follow; or at the end. */
    public static UnaryOperator<EstateDocument> putTeam(@Nullable String was, Team team) {
        return document -> {
            EstateDocument renamed = ownedBy(document, was, team.name());
            return renamed.withTeams(put(renamed.teams(), one -> one.name().equals(was), team));
        };
    }

    /** Takes a team away; its services stay, owned by nobody. */
    public static UnaryOperator<EstateDocument> removeTeam(String name) {
        return document -> ownedBy(document, name, null)
                .withTeams(without(document.teams(), team -> team.name().equals(name)));
    }

    /** Puts a service in the place of the one called {@code was}, whose calls and entries follow; or at the end. */
    public static UnaryOperator<EstateDocument> putService(@Nullable String was, Service service) {
        return document -> {
            EstateDocument put = document
                    .withServices(put(document.services(), one -> one.name().equals(was), service));
            return was == null || was.equals(service.name()) ? put : renamed(put, was, service.name());
        };
    }

    /** Takes a service away with every call, entry and mention of it. */
    public static UnaryOperator<EstateDocument> removeService(String name) {
        return document -> new EstateDocument(document.tare(), document.name(), document.currency(),
                regrouped(document.today(), name, null), document.teams(),
                without(document.services(), service -> service.name().equals(name)),
                without(document.calls(), call -> call.from().equals(name) || call.to().equals(name)),
                without(document.entries(), entry -> entry.service().equals(name)),
                document.external().stream().map(external -> calledBy(external, name, null)).toList(),
                document.costs(), regrouped(document.shapes(), name, null),
                without(document.locks(), lock -> lock.names(name)));
    }

    /** Replaces all calls from one service; those that stay keep their places. */
    public static UnaryOperator<EstateDocument> putCallsFrom(String caller, List<Call> calls) {
        return document -> {
            List<Call> all = new ArrayList<>();
            List<Call> waiting = new ArrayList<>(calls);
            for (Call call : document.calls()) {
                if (!call.from().equals(caller)) {
                    all.add(call);
                } else if (!waiting.isEmpty()) {
                    all.add(waiting.removeFirst());
                }
            }
            all.addAll(waiting);
            return document.withCalls(all);
        };
    }

    /** Puts a call in the place of the ones that match; or at the end. */
    public static UnaryOperator<EstateDocument> putCall(Predicate<Call> was, Call call) {
        return document -> document.withCalls(put(document.calls(), was, call));
    }

    /** Takes calls away. */
    public static UnaryOperator<EstateDocument> removeCalls(Predicate<Call> gone) {
        return document -> document.withCalls(without(document.calls(), gone));
    }

    /** Puts an entry point in the place of the one at the service {@code was}; or at the end. */
    public static UnaryOperator<EstateDocument> putEntry(@Nullable String was, Entry entry) {
        return document -> document
                .withEntries(put(document.entries(), one -> one.service().equals(was), entry));
    }

    /** Takes the entry point at a service away. */
    public static UnaryOperator<EstateDocument> removeEntry(String service) {
        return document -> document
                .withEntries(without(document.entries(), entry -> entry.service().equals(service)));
    }

    /** Puts a shape in the place of the one called {@code was}; or at the end. */
    public static UnaryOperator<EstateDocument> putShape(@Nullable String was, SavedShape shape) {
        return document -> document.withShapes(put(document.shapes(), one -> one.name().equals(was), shape));
    }

    /** Takes a shape away. */
    public static UnaryOperator<EstateDocument> removeShape(String name) {
        return document -> document.withShapes(without(document.shapes(), shape -> shape.name().equals(name)));
    }

    /** Puts a lock in the place of the one called {@code was}; or at the end. */
    public static UnaryOperator<EstateDocument> putLock(@Nullable String was, Lock lock) {
        return document -> document.withLocks(put(document.locks(), one -> one.name().equals(was), lock));
    }

    /** Takes a lock away. */
    public static UnaryOperator<EstateDocument> removeLock(String name) {
        return document -> document.withLocks(without(document.locks(), lock -> lock.name().equals(name)));
    }

    private static <T> List<T> put(List<T> parts, Predicate<T> was, T part) {
        List<T> all = new ArrayList<>(parts);
        int place = 0;
        while (place < all.size() && !was.test(all.get(place))) {
            place++;
        }
        if (place == all.size()) {
            all.add(part);
        } else {
            all.set(place, part);
        }
        return all;
    }

    private static <T> List<T> without(List<T> parts, Predicate<T> gone) {
        return parts.stream().filter(gone.negate()).toList();
    }

    private static EstateDocument ownedBy(EstateDocument document, @Nullable String was, @Nullable String team) {
        if (was == null || was.equals(team)) {
            return document;
        }
        return document.withServices(document.services().stream()
                .map(service -> was.equals(service.team()) ? service.withTeam(team) : service).toList());
    }

    private static EstateDocument renamed(EstateDocument document, String was, String name) {
        UnaryOperator<String> now = known -> known.equals(was) ? name : known;
        return new EstateDocument(document.tare(), document.name(), document.currency(),
                regrouped(document.today(), was, name), document.teams(), document.services(),
                document.calls().stream().map(call -> call.between(now.apply(call.from()), now.apply(call.to())))
                        .toList(),
                document.entries().stream().map(entry -> new Entry(now.apply(entry.service()), entry.meanPerSecond(),
                        entry.peakPerSecond())).toList(),
                document.external().stream().map(external -> calledBy(external, was, name)).toList(), document.costs(),
                regrouped(document.shapes(), was, name),
                document.locks().stream().map(lock -> lock.between(now.apply(lock.service()), now.apply(lock.other())))
                        .toList());
    }

    private static External calledBy(External external, String was, @Nullable String name) {
        return new External(external.host(), follow(external.from(), was, name));
    }

    private static @Nullable Today regrouped(@Nullable Today today, String was, @Nullable String name) {
        return today == null
                ? null
                : new Today(today.preset(), today.axes(), regrouped(today.grouping(), was, name));
    }

    private static List<SavedShape> regrouped(List<SavedShape> shapes, String was, @Nullable String name) {
        return shapes.stream().map(shape -> shape.withGrouping(regrouped(shape.grouping(), was, name))
                .withChanges(shape.changed().renamed(known -> was.equals(known) ? name : known))).toList();
    }

    private static @Nullable Object regrouped(@Nullable Object grouping, String was, @Nullable String name) {
        if (!(grouping instanceof Map<?, ?> units)) {
            return grouping;
        }
        Map<Object, Object> followed = new LinkedHashMap<>();
        units.forEach((unit, members) -> followed.put(unit, members instanceof List<?> list
                ? follow(list.stream().map(Object::toString).toList(), was, name)
                : members));
        return followed;
    }

    private static List<String> follow(List<String> names, String was, @Nullable String name) {
        List<String> followed = new ArrayList<>();
        for (String known : names) {
            if (!known.equals(was)) {
                followed.add(known);
            } else if (name != null) {
                followed.add(name);
            }
        }
        return followed;
    }
}
