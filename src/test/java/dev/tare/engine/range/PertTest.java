package dev.tare.engine.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PertTest {
    @Test
    void exampleOfTheDocumentation() {
        Pert pert = new Pert(0, 0, 10);
        assertThat(pert.mean()).isCloseTo(1.667, within(0.0005));
        assertThat(pert.quantile(0.5)).isCloseTo(1.294, within(0.0005));
    }

    /** Shapes whose share below x is a polynomial: α 1, 2, 3 and 5 of 6. */
    @ParameterizedTest
    @ValueSource(doubles = { 1e-6, 0.01, 0.1, 0.37, 0.5, 0.9, 0.99, 0.999999 })
    void quantilesInvertTheShareWhereItIsAPolynomial(double p) {
        assertThat(new Pert(0, 0, 1).quantile(p)).isCloseTo(1 - Math.pow(1 - p, 0.2), within(1e-12));
        assertThat(new Pert(0, 1, 1).quantile(p)).isCloseTo(Math.pow(p, 0.2), within(1e-12));
        double x = new Pert(2, 2.25, 3).quantile(p) - 2;
        assertThat(1 - Math.pow(1 - x, 5) - 5 * x * Math.pow(1 - x, 4)).isCloseTo(p, within(1e-12));
        double y = new Pert(-1, 0, 1).quantile(p) / 2 + 0.5;
        assertThat(y * y * y * (10 - 15 * y + 6 * y * y)).isCloseTo(p, within(1e-12));
    }

    @Test
    void theSmallestAndLargestQuantilesAreTheBounds() {
        Pert pert = new Pert(3, 4, 8);
        assertThat(pert.quantile(0)).isCloseTo(3, within(1e-6));
        assertThat(pert.quantile(1)).isCloseTo(8, within(1e-2));
        assertThat(new Pert(5, 5, 5).quantiles(3)).containsExactly(5, 5, 5);
    }

    @Property(tries = 200)
    void quantilesAscendBetweenTheBoundsAroundTheMean(@ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 0, max = 1) double likely,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double width) {
        Pert pert = new Pert(low, Math.clamp(low + likely * width, low, low + width), low + width);
        double[] quantiles = pert.quantiles(1000);
        assertThat(quantiles).isSorted();
        assertThat(quantiles[0]).isGreaterThanOrEqualTo(low);
        assertThat(quantiles[999]).isLessThanOrEqualTo(low + width);
        assertThat(Arrays.stream(quantiles).average().orElseThrow()).isCloseTo(pert.mean(),
                within(2e-4 * width + 1e-9 * Math.abs(low)));
    }

    @Test
    void refusesARangeOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pert(2, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pert(1, Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pert(1, 2, 3).quantile(1.5));
    }

    @Test
    void logGammaOfWholeNumbersIsTheFactorial() {
        assertThat(Beta.logGamma(1)).isCloseTo(0, within(1e-14));
        assertThat(Beta.logGamma(5)).isCloseTo(Math.log(24), within(1e-14));
        assertThat(Beta.logGamma(2.5)).isCloseTo(Math.log(0.75 * Math.sqrt(Math.PI)), within(1e-14));
    }
}
