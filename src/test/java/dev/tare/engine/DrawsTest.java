package dev.tare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.Assumptions.Assumption;
import dev.tare.engine.range.Pert;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final Assumption PRICE = new Assumption("price", Dimension.USD, 1, 2, 6, true);
    private static final Assumption PACKING = new Assumption("packing", Dimension.NUMBER, 0.5, 0.7, 0.9, false);
    private static final Assumption FIXED = new Assumption("hours", Dimension.HOURS, 730, 730, 730, true);

    @Test
    void everyAssumptionIsDrawnFromItsOwnDistribution() {
        Draws draws = Draws.of(new Assumptions(List.of(PRICE, PACKING, FIXED)), 1000, 0);
        double[] price = column(draws, 0);
        Arrays.sort(price);
        assertThat(price).containsExactly(new Pert(1, 2, 6).quantiles(1000));
        assertThat(Arrays.stream(column(draws, 1)).average().orElseThrow()).isCloseTo(0.7, within(1e-9));
        assertThat(column(draws, 2)).containsOnly(730);
    }

    @Test
    void assumptionsAreDrawnIndependently() {
        Draws draws = Draws.of(new Assumptions(List.of(PRICE, PACKING)), 1000, 0);
        double together = IntStream.range(0, 1000)
                .mapToDouble(i -> (draws.values(i)[0] - 2.5) * (draws.values(i)[1] - 0.7))
                .average().orElseThrow();
        // of standard deviations 0.96 and 0.076 and a standard error of 1 in √1000
        assertThat(together).isCloseTo(0, within(3 * 0.96 * 0.076 / Math.sqrt(1000)));
    }

    @Test
    void anotherAssumptionChangesNoDraw() {
        Draws alone = Draws.of(new Assumptions(List.of(PRICE)), 100, 0);
        Draws among = Draws.of(new Assumptions(List.of(FIXED, PACKING, PRICE)), 100, 0);
        assertThat(column(among, 2)).containsExactly(column(alone, 0));
    }

    @Test
    void anotherSeedDrawsTheSameValuesInAnotherOrder() {
        Assumptions price = new Assumptions(List.of(PRICE));
        double[] one = column(Draws.of(price, 100, 7), 0);
        double[] other = column(Draws.of(price, 100, 8), 0);
        assertThat(other).isNotEqualTo(one).containsExactlyInAnyOrder(one);
    }

    @Test
    void everyMachineComputesTheseBytes() {
        Draws draws = Draws.of(new Assumptions(List.of(PRICE, PACKING)), 64, 0);
        int hash = Arrays.deepHashCode(IntStream.range(0, draws.count()).mapToObj(draws::values).toArray());
        assertThat(hash).isEqualTo(-1403521442);
    }

    private static double[] column(Draws draws, int slot) {
        return IntStream.range(0, draws.count()).mapToDouble(i -> draws.values(i)[slot]).toArray();
    }
}
