package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LognormalTest {
    private final Rows rows = new Rows();

    @Test
    void exampleOfTheDocumentation() {
        assertThat(Sample.quantile(sorted(new Lognormal(1, 10, 20)), 0.9)).isCloseTo(14.65, within(0.005));
    }

    @Test
    void blocksTogetherHaveThePercentilesStated() {
        double[] quantiles = sorted(new Lognormal(1, 3, 40));
        assertThat(Sample.quantile(quantiles, 0.5)).isCloseTo(3, within(1e-6));
        assertThat(Sample.quantile(quantiles, 0.99)).isCloseTo(40, within(0.001));
        double sigma = Math.log(40 / 3.0) / 2.3263478740408408;
        assertThat(Sample.mean(quantiles)).isCloseTo(3 * Math.exp(sigma * sigma / 2), within(0.005));
    }

    @Test
    void theExponentialIsThatOfTheLibrary() {
        for (double p99 : new double[]{ 1.0001, 2, 30, 1e4, 1e9 }) {
            double[] row = rows.of(new Lognormal(1, 1, p99), 5);
            double sigma = StrictMath.log(p99) / Normal.Z99;
            for (int i = 0; i < row.length; i++) {
                double exact = StrictMath.exp(sigma * Orders.z(5)[i]);
                assertThat(row[i]).isCloseTo(exact, within(1e-12 * exact));
            }
        }
    }

    @Test
    void withoutSpreadEveryDrawIsTheMedian() {
        assertThat(sorted(new Lognormal(1, 3, 3))).containsOnly(3);
        assertThat(sorted(new Lognormal(1, 0, 0))).containsOnly(0);
    }

    @Test
    void aShareOfCasesTakesTimeAndTheOthersNone() {
        double[] cold = sorted(new Lognormal(0.25, 200, 200));
        assertThat(Arrays.stream(cold).filter(ms -> ms == 0).count()).isEqualTo(3 << 13);
        assertThat(Arrays.stream(cold).filter(ms -> ms == 200).count()).isEqualTo(1 << 13);
        assertThat(Sample.quantile(sorted(new Lognormal(0.25, 100, 300)), 0.875)).isCloseTo(100, within(0.1));
    }

    @Test
    void aMedianOfNothingUnderALargerTailIsAHundredthOfTheTail() {
        assertThat(sorted(new Lognormal(1, 0, 50))).containsExactly(sorted(new Lognormal(1, 0.5, 50)));
    }

    @Test
    void refusesTimesOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.sometimes(1.5, 1, 1));
    }

    private double[] sorted(Lognormal time) {
        return IntStream.range(0, Orders.COUNT).mapToObj(order -> rows.of(time, order)).flatMapToDouble(Arrays::stream)
                .sorted().toArray();
    }
}
