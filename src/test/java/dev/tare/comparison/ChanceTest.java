package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Range;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void ofDrawsATieCountsHalf() {
        assertThat(Chance.ofDraws(new double[]{ 1, 2, 3, 4 }, new double[]{ 2, 2, 2, 2 })).isEqualTo(0.375);
    }

    @Test
    void ofNoDrawsNothingIsKnown() {
        assertThat(Chance.ofDraws(new double[0], new double[0])).isEqualTo(0.5);
    }

    @Test
    void withoutDrawsLessAtEverySettingIsLess() {
        assertThat(Chance.ofBounds(new Range(1, 2, 9), new Range(2, 3, 10))).isEqualTo(1);
        assertThat(Chance.ofBounds(new Range(2, 3, 10), new Range(1, 2, 9))).isZero();
    }

    @Test
    void withoutDrawsTheSameAtSomeSettingsAndLessAtAnotherIsLess() {
        assertThat(Chance.ofBounds(new Range(1, 2, 9), new Range(1, 2, 10))).isEqualTo(1);
        assertThat(Chance.ofBounds(new Range(1, 2, 10), new Range(1, 2, 9))).isZero();
    }

    @Test
    void withoutDrawsSettingsThatDisagreeAreTooCloseToCall() {
        assertThat(Chance.ofBounds(new Range(1, 2, 11), new Range(2, 3, 10))).isEqualTo(0.5);
        assertThat(Chance.ofBounds(new Range(1, 2, 3), new Range(1, 2, 3))).isEqualTo(0.5);
    }
}
