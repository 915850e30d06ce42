package dev.tare.review.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.review.Standing.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rows of money are made of, with and without figures that were kept undivided. */
class CrossingTest {
    private static final Money CART = new Money(4, 6, "shop", Map.of("mesh", 5.0, "images", 1.0));
    private static final Money OLD = new Money(1, 3, "shop");

    @Test
    void aServiceOpensIntoItsLines() {
        Map<String, Money> parts = new Crossing(By.SERVICE, Map.of()).of("cart", CART);
        assertThat(parts).containsOnlyKeys("net", "mesh", "images");
        assertThat(parts.get("net").gross()).isEqualTo(4);
        assertThat(parts.get("mesh").tare()).isEqualTo(5);
    }

    @Test
    void aLineOpensIntoItsServices() {
        Crossing crossing = new Crossing(By.LINE, Map.of("cart", CART, "ad", new Money(2, 0, null)));
        assertThat(crossing.of("mesh", new Money(0, 5, null))).containsOnlyKeys("cart");
        assertThat(crossing.of("net", new Money(6, 0, null))).containsOnlyKeys("cart", "ad");
    }

    @Test
    void whatWasKeptUndividedIsAPartOfItsOwnSoThatTheSumHolds() {
        Money sum = CART.plus(OLD);
        Map<String, Money> parts = new Crossing(By.SERVICE, Map.of()).of("cart", sum);
        assertThat(parts.get(Crossing.UNDIVIDED).tare()).isCloseTo(3, within(1e-12));
        assertThat(parts.values().stream().mapToDouble(Money::gross).sum()).isCloseTo(sum.gross(), within(1e-12));
        Map<String, Money> line = new Crossing(By.LINE, Map.of("cart", sum)).of("mesh", new Money(0, 7, null));
        assertThat(line.get(Crossing.UNDIVIDED).tare()).isCloseTo(2, within(1e-12));
    }

    @Test
    void aThirdOfAMonthIsAThirdOfEveryLine() {
        assertThat(CART.times(0.5).lines()).containsEntry("mesh", 2.5);
        assertThat(CART.times(0.5).gross()).isEqualTo(5);
    }
}
