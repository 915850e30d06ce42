package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlacedTest {
    private static final List<Placed<String>> ABC = List.of(new Placed<>(0, "a"), new Placed<>(1, "b"),
            new Placed<>(2, "c"));

    @Test
    void leavesAGapWhereOneWentAndUsesItForTheNext() {
        List<Placed<String>> without = arrange(ABC, "a", "c");
        assertThat(without).isEqualTo(List.of(ABC.get(0), ABC.get(2)));
        assertThat(arrange(without, "a", "x", "c")).isEqualTo(
                List.of(new Placed<>(0, "a"), new Placed<>(1, "x"), new Placed<>(2, "c")));
    }

    @Test
    void addsAtTheEndWithoutMovingAnybody() {
        assertThat(arrange(ABC, "a", "b", "c", "d"))
                .isEqualTo(List.of(ABC.get(0), ABC.get(1), ABC.get(2), new Placed<>(3, "d")));
    }

    @Test
    void numbersAnewWhereThereIsNoRoom() {
        assertThat(arrange(ABC, "x", "a", "b", "c")).extracting(Placed::position).containsExactly(0, 1, 2, 3);
    }

    @Test
    void tellsWhatIsNotTheVerySame() {
        List<Placed<String>> other = List.of(ABC.get(0), new Placed<>(1, "B"), new Placed<>(3, "c"));
        assertThat(Placed.exceptSame(ABC, other)).isEqualTo(List.of(ABC.get(1), ABC.get(2)));
        assertThat(Placed.exceptSame(other, ABC)).isEqualTo(List.of(other.get(1), other.get(2)));
    }

    @Property
    void keepsTheWantedOrderWhateverWasThere(@ForAll @Size(max = 30) List<Integer> before,
            @ForAll @Size(max = 30) List<Integer> wanted) {
        List<Placed<Integer>> placed = IntStream.range(0, before.size())
                .mapToObj(i -> new Placed<>(i * 2, before.get(i)))
                .toList();
        List<Placed<Integer>> arranged = Placed.arrange(placed, wanted, Function.identity());
        assertThat(Placed.values(arranged)).isEqualTo(wanted);
        assertThat(arranged).extracting(Placed::position).isSorted().doesNotHaveDuplicates()
                .allSatisfy(position -> assertThat(position).isNotNegative());
    }

    private static List<Placed<String>> arrange(List<Placed<String>> before, String... wanted) {
        return Placed.arrange(before, List.of(wanted), Function.identity());
    }
}
