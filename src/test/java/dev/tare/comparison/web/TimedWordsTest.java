package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimedWordsTest {
    private static final Writer WRITER = new Writer(new Figures(Locale.ENGLISH), "USD");

    @Test
    void sayHowManyRequestsAndHowFarOffAndTheSameWithoutDrawing() {
        assertThat(TimedWords.of(bill(0), OptionalDouble.of(86.1), WRITER)).containsExactly(
                "Drawn from 8,192 requests, the same ones for every shape. Standard error of gross: 0.43\u00a0ms (0.5\u00a0%).",
                "Gross worked out without drawing, by convolution: 86.1\u00a0ms.");
    }

    @Test
    void sayWhatWasCut() {
        assertThat(TimedWords.of(bill(2), OptionalDouble.empty(), WRITER)).hasSize(2).last().asString()
                .isEqualTo("Calls inside loops, followed for a bounded number of rounds and cut there: 2.");
    }

    private static Bill bill(int cut) {
        Map<Measure, Range> gross = Map.of(Measure.P99_MS, new Range(80, 86, 90));
        return new Bill("trial", 1, gross, gross, gross, Map.of(), List.of(), new Range(0, 0, 0), List.of(),
                new Bill.Timing(8192, 0.43, cut), new Bill.Structure(0, 0, 0, 1, 0, 0, 0, 1, 1, 1, false),
                new double[0], new double[0], 0);
    }
}
