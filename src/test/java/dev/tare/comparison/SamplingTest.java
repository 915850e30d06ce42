package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.comparison.Sampling.Effort;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void fewerDrawsWhereOneCostsMuch() {
        assertThat(Effort.affordable(1_000, 11, 11).draws()).isEqualTo(1_000);
        assertThat(Effort.affordable(1_000, 10, 20_000).draws()).isEqualTo(50);
    }

    @Test
    void fewerDrawsWhereManyWouldNotFitIntoMemory() {
        assertThat(Effort.affordable(100_000, 1, 1).draws()).isEqualTo(100_000);
        assertThat(Effort.affordable(100_000, 100, 1).draws()).isEqualTo(3_000);
    }

    @Test
    void timeIsDrawnLessOften() {
        Effort effort = Effort.affordable(1_000, 11, 11);
        assertThat(effort.times()).isPositive().isLessThan(effort.draws());
    }
}
