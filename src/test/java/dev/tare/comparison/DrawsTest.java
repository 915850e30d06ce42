package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Assumptions.Assumption;
import dev.tare.engine.Dimension;
import dev.tare.engine.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final Assumption PRICE = new Assumption("price", Dimension.USD, 0, 0, 10, true);
    private static final Assumption FIXED = new Assumption("fixed", Dimension.USD, 3, 3, 3, true);

    @Test
    void drawsFollowThePertDistribution() {
        double[] drawn = column(draws(List.of(PRICE), 20_000, 1), 0);
        // PERT(0, 0, 10) has mean (0 + 4 × 0 + 10) ÷ 6 and median 10 × (1 − 0.5^(1/5)).
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(10 / 6.0, within(0.03));
        assertThat(Draws.middle(drawn).likely()).isCloseTo(1.294, within(0.05));
        assertThat(Arrays.stream(drawn).boxed()).allMatch(value -> value >= 0 && value <= 10);
    }

    @Test
    void theSameSeedDrawsTheSameWhateverElseThereIs() {
        double[] alone = column(draws(List.of(PRICE), 50, 7), 0);
        double[] besides = column(draws(List.of(FIXED, PRICE), 50, 7), 1);
        assertThat(besides).containsExactly(alone);
        assertThat(column(draws(List.of(PRICE), 50, 8), 0)).isNotEqualTo(alone);
    }

    @Test
    void whatHasNoRangeIsNotDrawn() {
        assertThat(column(draws(List.of(FIXED), 20, 1), 0)).containsOnly(3);
    }

    @Test
    void theMiddleIsWhatTenFiftyAndNinetyOfAHundredStayBelow() {
        assertThat(Draws.middle(IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray()))
                .isEqualTo(new Range(10, 50, 90));
    }

    @Test
    void fewerDrawsWhereOneCostsMuch() {
        assertThat(Draws.affordable(1_000, 11 * 11)).isEqualTo(1_000);
        assertThat(Draws.affordable(1_000, 10 * 20_000)).isEqualTo(50);
    }

    private static Draws draws(List<Assumption> assumptions, int draws, long seed) {
        return new Draws(new Assumptions(assumptions), draws, seed);
    }

    private static double[] column(Draws draws, int slot) {
        return Arrays.stream(draws.values()).mapToDouble(values -> values[slot]).toArray();
    }
}
