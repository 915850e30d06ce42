package dev.tare.estate;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What hangs from an estate, each part at its place. */
record PlacedDocument(List<Placed<Team>> teams, List<Placed<Service>> services, List<Placed<Call>> calls,
        List<Placed<Entry>> entries, List<Placed<External>> external, List<Placed<EstateCost>> costs,
        List<Placed<SavedShape>> shapes, List<Placed<Lock>> locks) {
    static final PlacedDocument EMPTY = new PlacedDocument(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());

    /** The parts of a document, those that were here before at the places they had. */
    PlacedDocument arrange(EstateDocument document) {
        return new PlacedDocument(Placed.arrange(teams, document.teams(), Team::name),
                Placed.arrange(services, document.services(), Service::name),
                Placed.arrange(calls, document.calls(), call -> List.of(call.from(), call.to())),
                Placed.arrange(entries, document.entries(), Entry::service),
                Placed.arrange(external, document.external(), External::host),
                Placed.arrange(costs, document.costs(), cost -> String.valueOf(cost.source())),
                Placed.arrange(shapes, document.shapes(), SavedShape::name),
                Placed.arrange(locks, document.locks(), Lock::name));
    }

    /**
     * What may have to be written when this becomes {@code after}: services and calls that are the very same there, at the
     * same place and with the same things at the places they point to, are left out.
     */
    PlacedDocument exceptSameAs(PlacedDocument after) {
        boolean sameTeams = teamPlaces().equals(after.teamPlaces());
        boolean sameServices = servicePlaces().equals(after.servicePlaces());
        return new PlacedDocument(teams, sameTeams ? Placed.exceptSame(services, after.services) : services,
                sameServices ? Placed.exceptSame(calls, after.calls) : calls, entries, external, costs, shapes,
                locks);
    }

    EstateDocument document(String name, @Nullable String currency, @Nullable Today today) {
        return new EstateDocument(EstateDocument.VERSION, name, currency, today, Placed.values(teams),
                Placed.values(services), Placed.values(calls), Placed.values(entries), Placed.values(external),
                Placed.values(costs), Placed.values(shapes), Placed.values(locks));
    }

    Map<String, Integer> teamPlaces() {
        return places(teams, Team::name);
    }

    Map<String, Integer> servicePlaces() {
        return places(services, Service::name);
    }

    private static <T> Map<String, Integer> places(List<Placed<T>> parts, Function<T, String> name) {
        Map<String, Integer> places = HashMap.newHashMap(parts.size());
        parts.forEach(part -> places.put(name.apply(part.value()), part.position()));
        return places;
    }
}
