package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Range;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnCostsTest {
    @Test
    void theMiddleIsWhatTenFiftyAndNinetyOfAHundredStayBelow() {
        assertThat(DrawnCosts.middle(IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray()))
                .isEqualTo(new Range(10, 50, 90));
    }

    @Test
    void fewerDrawsWhereOneCostsMuch() {
        assertThat(DrawnCosts.affordable(1_000, 11 * 11)).isEqualTo(1_000);
        assertThat(DrawnCosts.affordable(1_000, 10 * 20_000)).isEqualTo(50);
    }
}
