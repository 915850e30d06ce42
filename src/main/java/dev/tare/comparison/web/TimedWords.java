package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Timing;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How milliseconds were found, in sentences: by how many requests, how far off that may be, what was cut. */
final class TimedWords {
    private TimedWords() {}

    static List<String> of(Bill bill, OptionalDouble convolved, Writer writer) {
        Timing timing = bill.timing();
        double gross = Amounts.of(bill.gross(), Measure.P99_MS).likely();
        List<String> words = new ArrayList<>();
        words.add("Drawn from " + writer.figures().count(timing.requests())
                + " requests, the same ones for every shape. Standard error of gross: "
                + writer.amount(Measure.P99_MS, timing.p99Error())
                + (gross > 0 ? " (" + writer.figures().percent(timing.p99Error() / gross) + ")." : "."));
        convolved.ifPresent(ms -> words
                .add("Gross worked out without drawing, by convolution: " + writer.amount(Measure.P99_MS, ms) + "."));
        if (timing.cutCalls() > 0) {
            words.add("Calls inside loops, followed for a bounded number of rounds and cut there: "
                    + writer.figures().count(timing.cutCalls()) + ".");
        }
        return words;
    }
}
