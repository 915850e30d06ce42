package dev.tare.comparison.web;

import dev.tare.comparison.Diagnosis.Found;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence;
import dev.tare.engine.Sentence.Figure;
import dev.tare.engine.Sentence.Words;
import dev.tare.site.Figures;
import java.util.stream.Collectors;

/** Writes what was found, its money in the estate's currency. */
record Telling(Figures figures, String currency, double usdPerUnit) {
    static Telling of(Found found, Figures figures) {
        return new Telling(figures, found.currency(), found.usdPerUnit());
    }

    String tell(Sentence sentence) {
        return sentence.pieces().stream().map(piece -> switch (piece) {
            case Words words -> words.text();
            case Figure figure -> figure(figure);
        }).collect(Collectors.joining()).strip();
    }

    String money(double usd) {
        return figures.money(converted(usd), currency);
    }

    /** Between what and what; nothing where both ends are the same. */
    String range(Range usd) {
        return usd.low() == usd.high()
                ? ""
                : figures.range(converted(usd.low()), converted(usd.high()),
                        (coarse, value) -> coarse.money(value, currency));
    }

    double converted(double usd) {
        return usd / usdPerUnit;
    }

    private String figure(Figure figure) {
        double value = figure.value();
        return switch (figure.unit()) {
            case COUNT -> figures.count(Math.round(value));
            case NUMBER -> figures.number(value);
            case SHARE -> figures.percent(value);
            case VCPU -> figures.vcpu(value);
            case MEMORY -> figures.memory(value);
            case BYTES -> figures.bytes(value);
            case MONEY -> money(value);
            case RATE -> figures.rate(value);
        };
    }
}
