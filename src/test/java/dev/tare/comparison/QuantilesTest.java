package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void theyAreWhatTenFiftyAndNinetyOfAHundredDrawsStayBelow() {
        assertThat(Quantiles.of(IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray()))
                .isEqualTo(new Quantiles(10, 50, 90));
    }

    @Test
    void aDifferenceFlipsWhereItsRangeReachesToBothSidesOfNothing() {
        assertThat(new Quantiles(-1, 3, 9).flips()).isTrue();
        assertThat(new Quantiles(0, 3, 9).flips()).isFalse();
        assertThat(new Quantiles(-9, -3, -1).flips()).isFalse();
    }
}
