package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test
    void everyOrderTakesEverySliceOnce() {
        for (int order = 0; order < Orders.COUNT; order++) {
            double[] shares = Orders.shares(order);
            for (int slice = 0; slice < Orders.BLOCK; slice++) {
                assertThat(shares[Orders.places(order)[slice]] * Orders.BLOCK).isCloseTo(slice + Orders.within(order),
                        within(1e-9));
            }
        }
    }

    @Test
    void exampleOfTheDocumentation() {
        assertThat(IntStream.range(0, 4).mapToDouble(Orders::within)).containsExactly(1 / 64.0, 33 / 64.0, 17 / 64.0,
                49 / 64.0);
    }

    @Test
    void asManyLieBelowAShareAsItSays() {
        int below = IntStream.range(0, Orders.COUNT).map(order -> Orders.below(order, 0.02)).sum();
        assertThat(below).isCloseTo((int) (0.02 * Orders.COUNT * Orders.BLOCK), within(1));
        assertThat(Orders.below(3, 0)).isZero();
        assertThat(Orders.below(3, 1)).isEqualTo(Orders.BLOCK);
    }

    @Test
    void ordersHaveNothingToDoWithEachOther() {
        for (int order = 1; order < Orders.COUNT; order++) {
            double[] one = Orders.z(0);
            double[] other = Orders.z(order);
            double together = IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
            assertThat(together / Arrays.stream(one).map(z -> z * z).sum()).isBetween(-0.12, 0.12);
        }
    }
}
