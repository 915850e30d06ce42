package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final int DRAWS = 20_000;

    /** The worked example: 9 ÷ 25 and 16 ÷ 25. */
    @Test
    void sharesOfASumAreTheSquaresOfItsWeights() {
        double[] a = drawn(1);
        double[] b = drawn(2);
        double[] sum = IntStream.range(0, DRAWS).mapToDouble(i -> 3 * a[i] + 4 * b[i]).toArray();
        assertThat(Correlation.squared(a, sum)).isCloseTo(0.36, within(0.02));
        assertThat(Correlation.squared(b, sum)).isCloseTo(0.64, within(0.02));
    }

    @Test
    void whatDoesNotVaryExplainsNothing() {
        assertThat(Correlation.squared(new double[300], drawn(1))).isZero();
    }

    @Test
    void tooFewDrawsSayNothing() {
        assertThat(Correlation.squared(new double[50], new double[50])).isNaN();
    }

    private static double[] drawn(long seed) {
        return new Random(seed).doubles(DRAWS).toArray();
    }
}
