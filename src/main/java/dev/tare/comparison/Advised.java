package dev.tare.comparison;

import dev.tare.engine.MergeAdvice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which services to merge; money in the estate's currency.
 *
 * @param shape    what the shape is called
 * @param runs     whether that shape is what runs now
 * @param today    what runs now is grouped like this
 * @param merges   the answer; services by position
 * @param services their names
 */
public record Advised(String currency, AdviceQuestion question, String shape, boolean runs, int[] today,
        MergeAdvice merges, List<String> services) {
    /** The list is copied. */
    public Advised {
        services = List.copyOf(services);
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
