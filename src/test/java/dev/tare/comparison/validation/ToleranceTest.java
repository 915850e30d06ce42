package dev.tare.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.Stream;

class ToleranceTest {
    record Example(Tolerance tolerance, double published, double inside, double outside) {}

    static Stream<Example> examples() {
        return Stream.of(new Example(new Tolerance.Exact(), 0.3, 0.1 + 0.2, 0.3001),
                new Example(new Tolerance.Decimals(2), 3.12, 3.1249, 3.1251),
                new Example(new Tolerance.Relative(0.35), 78, 105.3, 105.4),
                new Example(new Tolerance.Absolute(0.1), 0.363, 0.2631, 0.2629),
                new Example(new Tolerance.Times(10), 0.021, 0.0022, 0.0020),
                new Example(new Tolerance.AtLeast(), 0.8, 0.8, 0.79),
                new Example(new Tolerance.LessThan(), 6, 5.99, 6),
                new Example(new Tolerance.Between(0, 0.1), 0.06, 0, 0.11));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void drawsTheLine(Example example) {
        assertThat(example.tolerance.holds(example.published, example.inside)).isTrue();
        assertThat(example.tolerance.holds(example.published, example.outside)).isFalse();
        assertThat(example.tolerance.holds(example.published, Double.NaN)).isFalse();
    }
}
