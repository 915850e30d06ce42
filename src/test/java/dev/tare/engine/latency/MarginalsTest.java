package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class MarginalsTest {
    private final Marginals marginals = new Marginals(1 << 14);

    @Test
    void exampleOfTheDocumentation() {
        assertThat(Sample.quantile(marginals.of(10, 20), 0.9)).isCloseTo(14.65, within(0.005));
    }

    @Test
    void aSampleHasThePercentilesStated() {
        double[] quantiles = marginals.of(3, 40);
        assertThat(Sample.quantile(quantiles, 0.5)).isCloseTo(3, within(1e-6));
        assertThat(Sample.quantile(quantiles, 0.99)).isCloseTo(40, within(0.001));
        double sigma = Math.log(40 / 3.0) / 2.3263478740408408;
        assertThat(Sample.mean(quantiles)).isCloseTo(3 * Math.exp(sigma * sigma / 2), within(0.005));
    }

    @Test
    void withoutSpreadEveryDrawIsTheMedian() {
        assertThat(marginals.of(3, 3)).containsOnly(3);
        assertThat(marginals.of(0, 0)).containsOnly(0);
    }

    @Test
    void aShareOfCasesTakesTimeAndTheOthersNone() {
        double[] cold = marginals.of(0.25, 200, 200);
        assertThat(Arrays.stream(cold).filter(ms -> ms == 0).count()).isEqualTo(3 << 12);
        assertThat(Arrays.stream(cold).filter(ms -> ms == 200).count()).isEqualTo(1 << 12);
        double[] spread = marginals.of(0.25, 100, 300);
        assertThat(Sample.quantile(spread, 0.875)).isCloseTo(100, within(0.1));
    }

    @Test
    void aMedianOfNothingUnderALargerTailIsAHundredthOfTheTail() {
        assertThat(marginals.of(0, 50)).containsExactly(marginals.of(0.5, 50));
    }

    @Test
    void refusesTimesOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.always(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Extra.sometimes(1.5, 1, 1));
    }
}
