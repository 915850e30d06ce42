package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** Reference values: Wichura's own checks (p 0.25, 0.001, 1e-20) and tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({ "0.25, -0.6744897501960817", "0.001, -3.090232306167814", "1e-20, -9.262340089798408",
        "0.99, 2.3263478740408408", "0.5, 0", "0.975, 1.959963984540054" })
    void quantilesAgreeWithReferences(double p, double expected) {
        assertThat(Normal.quantile(p)).isCloseTo(expected, within(4e-15 * (1 + Math.abs(expected))));
    }
}
