package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles of a histogram lie within 0.8 % of those of all values, in one piece or put together of two. */
class HistogramTest {
    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 3", "20, 30", "64, 0", "64, 1", "1, 64", "63, 65", "65, 63", "5000, 10", "10, 5000",
        "4000, 7000" })
    void quantilesOfAllValues(int first, int second) {
        Random random = new Random(first * 31L + second);
        long[] values = random.doubles(first + second).mapToLong(u -> (long) Math.exp(u * 14)).toArray();
        Histogram one = new Histogram();
        Histogram other = new Histogram();
        for (int i = 0; i < values.length; i++) {
            (i < first ? one : other).add(values[i]);
        }
        one.addAll(other);
        Arrays.sort(values);
        assertThat(one.count()).isEqualTo(values.length);
        for (double share : new double[]{ 0.01, 0.5, 0.9, 0.99, 1 }) {
            long exact = values[(int) Math.max(1, Math.ceil(share * values.length)) - 1];
            assertThat(one.quantile(share)).isCloseTo(exact, within(Math.max(0.5, exact * 0.008)));
        }
    }

    @Test
    void growsWithTheSpreadAndNotWithTheNumber() {
        Histogram times = new Histogram();
        for (int i = 0; i < 10_000; i++) {
            times.add(i % 1000);
        }
        int room = times.room();
        for (int i = 0; i < 1_000_000; i++) {
            times.add(i % 1000);
        }
        assertThat(times.room()).isEqualTo(room);
    }
}
