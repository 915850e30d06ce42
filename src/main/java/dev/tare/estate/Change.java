package dev.tare.estate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What made one document of another: every part that differs, as it was and as it became. It can be taken back from a
 * third that others changed meanwhile: what still stands as the change left it becomes what it was, what was edited since
 * stays and is listed.
 */
@JsonInclude(Include.NON_EMPTY)
public record Change(Part<String> name, Part<String> currency, Part<Today> today, List<Part<Team>> teams,
        List<Part<Service>> services, List<Part<Call>> calls, List<Part<Entry>> entries, List<Part<External>> external,
        List<Part<EstateCost>> costs, List<Part<SavedShape>> shapes, List<Part<Lock>> locks) {
    /** Parts that do not differ are not written down. */
    public Change {
        name = orNone(name);
        currency = orNone(currency);
        today = orNone(today);
        teams = orNone(teams);
        services = orNone(services);
        calls = orNone(calls);
        entries = orNone(entries);
        external = orNone(external);
        costs = orNone(costs);
        shapes = orNone(shapes);
        locks = orNone(locks);
    }

    /**
     * One part.
     *
     * @param was    absent when the change added it
     * @param became absent when the change took it away
     * @param behind the key of the part it followed in its list, for one that was taken away or added
     */
    @JsonInclude(Include.NON_NULL)
    public record Part<T>(@Nullable T was, @Nullable T became, @Nullable String behind) {
        Part<T> reversed() {
            return new Part<>(became, was, behind);
        }

        @JsonIgnore
        boolean isNothing() {
            return Objects.equals(was, became);
        }
    }

    /**
     * What taking back does to one thing, or leaves.
     *
     * @param kind  service, call, team, entry, external, cost, shape, lock or estate
     * @param field which of its fields; absent when all of it comes or goes
     * @param now   as it stands; absent when it comes back
     * @param then  as it will stand; absent when it goes
     */
    @JsonInclude(Include.NON_NULL)
    public record Step(String kind, String name, @Nullable String field, @Nullable String now, @Nullable String then) {}

    /**
     * A document with a change taken back.
     *
     * @param steps what that does
     * @param kept  what was edited since and stays: {@code now} it is so, and the change was from or to {@code then}
     */
    public record Taken(EstateDocument document, List<Step> steps, List<Step> kept) {
        /** Lists are copied. */
        public Taken {
            steps = List.copyOf(steps);
            kept = List.copyOf(kept);
        }
    }

    /** What is different. */
    public static Change between(EstateDocument before, EstateDocument after) {
        return new Change(new Part<>(before.name(), after.name(), null),
                new Part<>(before.currency(), after.currency(), null), new Part<>(before.today(), after.today(), null),
                Keyed.TEAM.between(before.teams(), after.teams()),
                Keyed.SERVICE.between(before.services(), after.services()),
                Keyed.CALL.between(before.calls(), after.calls()),
                Keyed.ENTRY.between(before.entries(), after.entries()),
                Keyed.EXTERNAL.between(before.external(), after.external()),
                Keyed.COST.between(before.costs(), after.costs()),
                Keyed.SHAPE.between(before.shapes(), after.shapes()),
                Keyed.LOCK.between(before.locks(), after.locks()));
    }

    /** The same change the other way round, to take back a taking back. */
    public Change reversed() {
        return new Change(name.reversed(), currency.reversed(), today.reversed(), turned(teams), turned(services),
                turned(calls), turned(entries), turned(external), turned(costs), turned(shapes), turned(locks));
    }

    private static <T> List<Part<T>> turned(List<Part<T>> parts) {
        return parts.stream().map(Part::reversed).toList();
    }

    /** A document that this change led to, and that others may have changed since, with the change taken back. */
    public Taken takenFrom(EstateDocument current) {
        return new Taking(this, current).taken();
    }

    /** For keeping. */
    public byte[] written() {
        return Json.deflated(this);
    }

    /** As it was kept. */
    public static Change read(byte[] written) {
        return Json.inflated(written, Change.class);
    }

    private static <T> Part<T> orNone(@Nullable Part<T> part) {
        return part == null || part.isNothing() ? new Part<>(null, null, null) : part;
    }

    private static <T> List<Part<T>> orNone(@Nullable List<Part<T>> parts) {
        return parts == null ? List.of() : List.copyOf(parts);
    }
}
