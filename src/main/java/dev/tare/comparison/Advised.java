package dev.tare.comparison;

import dev.tare.engine.Blocker;
import dev.tare.engine.MergeAdvice;
import dev.tare.estate.ShapeLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which services to merge; money in the estate's currency.
 *
 * @param shape    what the shape is called
 * @param runs     whether that shape is what runs now
 * @param today    what runs now is grouped like this
 * @param merges   the answer; services by position
 * @param verdict  what it comes to
 * @param worth    what the best plan saves over all draws
 * @param buying   what today and the plan advised buy besides; absent for very many services
 * @param unkept   locks of the estate this shape cannot keep
 * @param services their names
 */
public record Advised(String currency, AdviceQuestion question, String shape, boolean runs, int[] today,
        MergeAdvice merges, Verdict verdict, Worth worth, @Nullable Buying buying, List<Unkept> unkept,
        List<String> services) {
    /** What two plans buy, the second with the move to it. */
    public record Buying(Gives today, Gives plan) {}

    /** Services that are to stay together, by name, and why they cannot. */
    public record Unkept(List<String> services, Blocker why) {
        /** The list is copied. */
        public Unkept {
            services = List.copyOf(services);
        }
    }

    /** Lists are copied. */
    public Advised {
        unkept = List.copyOf(unkept);
        services = List.copyOf(services);
    }

    /** The shape a question is about, every service alone; a kept shape is written as links write it. */
    static Question.Ask ask(AdviceQuestion question) {
        String shape = question.preset();
        Optional<String> kept = shape == null ? Optional.empty() : ShapeLink.savedName(shape);
        return kept.map(name -> Question.Ask.saved("advice", name, new Grouping.OneEach()))
                .orElseGet(() -> new Question.Ask("advice", shape, Map.of(), new Grouping.OneEach(), Map.of()));
    }

    /** A grouping as it can be asked to be weighed: units by the name of their first service. */
    public Map<String, List<String>> written(int[] units) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (List<Integer> members : Units.members(units)) {
            written.put(services.get(members.getFirst()), names(members));
        }
        return written;
    }

    /** How many units run now. */
    public int unitsToday() {
        return Units.count(today);
    }

    private List<String> names(List<Integer> positions) {
        List<String> names = new ArrayList<>();
        positions.forEach(position -> names.add(services.get(position)));
        return names;
    }
}
