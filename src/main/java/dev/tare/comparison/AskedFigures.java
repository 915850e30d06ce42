package dev.tare.comparison;

import static dev.tare.comparison.Problems.below;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument;
import java.util.Map;
import java.util.TreeMap;

/** Which figures are taken instead of the catalogue's, and what the estate's currency is worth. */
final class AskedFigures {
    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final Problems problems;

    AskedFigures(Catalogue catalogue, EstateDocument estate, Problems problems) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.problems = problems;
    }

    /** Figures by key, in base units. */
    Map<String, Double> fixed(Question.Ask ask, String path) {
        Map<String, Double> fixed = new TreeMap<>();
        ask.assumptions().forEach((key, value) -> {
            if (catalogue.entry(key).filter(entry -> entry.usable()).isEmpty()) {
                problems.at(below(path, "assumptions." + key), "the key of a numeric assumption of the catalogue", key);
            } else if (!(value >= 0) || value.isInfinite()) {
                problems.at(below(path, "assumptions." + key), "a number, 0 or more", String.valueOf(value));
            } else {
                fixed.put(key, catalogue.toBase(key, value));
            }
        });
        return fixed;
    }

    /** US dollars for one of the estate's currency. */
    double usdPerUnit(Question.Ask ask, String path) {
        String currency = Weighing.currency(estate);
        Double fixed = ask.assumptions().get("fx." + currency);
        double rate = fixed != null ? fixed : catalogue.usdPer(currency).orElse(Double.NaN);
        if (!(rate > 0)) {
            problems.at(path, "a currency with a rate: " + String.join(", ", catalogue.currencies()), currency);
        }
        return rate;
    }
}
