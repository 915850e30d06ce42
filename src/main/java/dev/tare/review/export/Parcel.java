package dev.tare.review.export;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Weighing;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An estate that leaves. It is weighed only for formats that say weights.
 *
 * @param scenarios presets beside what runs today
 * @param now       when it leaves
 */
record Parcel(Snapshot estate, List<String> scenarios, Instant now, Weighing weighing) {
    /** The list is copied. */
    Parcel {
        scenarios = List.copyOf(scenarios);
    }

    EstateDocument document() {
        return estate.document();
    }

    /** What runs today, then the presets that were asked for. */
    Answer weighed() {
        List<Ask> asks = new ArrayList<>(List.of(Ask.today()));
        scenarios.forEach(preset -> asks.add(Ask.preset(preset, preset, null)));
        return weighing.weigh(estate, Question.of(asks));
    }

    /** What runs today alone; nothing for an estate that is empty or whose traffic has no end. */
    Optional<Answer.Weighed> today() {
        if (isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(weighing.weigh(estate, Question.of(List.of(Ask.today()))).weighed().getFirst());
        } catch (Invalid unweighable) {
            return Optional.empty();
        }
    }

    /** What runs today with services merged where that costs least; or the first preset that was asked for. */
    Answer.Weighed advised() {
        Ask ask = scenarios.isEmpty()
                ? new Ask(Question.TODAY, null, Map.of(), new Grouping.Advised(), Map.of())
                : Ask.preset(scenarios.getFirst(), scenarios.getFirst(), null);
        return weighing.weigh(estate, Question.of(List.of(ask))).weighed().getFirst();
    }

    boolean isEmpty() {
        return document().services().isEmpty();
    }

    String currency() {
        String stated = document().currency();
        return stated == null ? "USD" : stated;
    }

    /** The services of each unit of a scenario, by the places services have in the estate. */
    static List<List<Integer>> units(Answer.Weighed weighed) {
        Map<Integer, List<Integer>> units = new LinkedHashMap<>();
        for (int service = 0; service < weighed.units().length; service++) {
            units.computeIfAbsent(weighed.units()[service], _ -> new ArrayList<>()).add(service);
        }
        return List.copyOf(units.values());
    }
}
