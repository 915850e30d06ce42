package dev.tare.comparison;

import dev.tare.catalogue.Option;
import dev.tare.engine.Scenario;
import dev.tare.estate.EstateDocument;
import java.util.List;
import java.util.Map;

/**
 * One scenario of a question, resolved against estate and catalogue.
 *
 * @param estate     the estate as this scenario takes it to be
 * @param axes       option ids by axis id, the grouping among them
 * @param fixed      figures to take instead of the catalogue's, by key, in base units
 * @param fixedSlots the same by slot
 * @param usdPerUnit  US dollars for one of the estate's currency
 * @param calibration what modelled US dollars are divided by to come to what is billed; 1 for nothing
 */
record Asked(Question.Ask ask, EstateDocument estate, Scenario scenario, String shapeName, Map<String, String> axes,
        List<Option> options,
        Grouping grouping,
        Map<String, Double> fixed, Map<Integer, Double> fixedSlots, double usdPerUnit, double calibration) {
    /** The same, money put right by this much. */
    Asked calibrated(double by) {
        return new Asked(ask, estate, scenario, shapeName, axes, options, grouping, fixed, fixedSlots, usdPerUnit, by);
    }

    /** Whether it is what runs now, with nothing of it taken to be otherwise. */
    boolean runs() {
        return scenario.today() && ask.changes().isNone();
    }

    /** Modelled US dollars that make one of the estate's currency. */
    double modelledPerUnit() {
        return usdPerUnit * calibration;
    }

    /** The values of a draw with the fixed figures in their place. */
    double[] fixedIn(double[] drawn) {
        if (fixedSlots.isEmpty()) {
            return drawn;
        }
        double[] values = drawn.clone();
        fixedSlots.forEach((slot, value) -> values[slot] = value);
        return values;
    }
}
