package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import dev.tare.estate.EstateDocument.Lock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Moving services between units loses none and puts none twice. */
class BoardTest {
    private static final List<String> SERVICES = List.of("a", "b", "c", "d", "e", "f");
    private static final Board APART = new Board(SERVICES, Map.of());

    @Property(tries = 200)
    void everyServiceStaysOnTheBoardOnce(@ForAll long seed) {
        Random random = new Random(seed);
        Board board = APART;
        for (int i = 0; i < 12; i++) {
            board = board.move(SERVICES.stream().filter(_ -> random.nextInt(3) == 0).toList(), target(board, random));
            List<String> all = new ArrayList<>(board.alone());
            board.units().values().forEach(all::addAll);
            assertThat(all).containsExactlyInAnyOrderElementsOf(SERVICES);
            assertThat(board.units().values()).allSatisfy(unit -> assertThat(unit).hasSizeGreaterThan(1));
            assertThat(board.count()).isEqualTo(board.units().size() + board.alone().size());
        }
    }

    private static String target(Board board, Random random) {
        List<String> targets = new ArrayList<>(List.of(Board.ALONE, Board.NEW, "unit:nobody", "service:nobody"));
        board.units().keySet().forEach(unit -> targets.add(Board.UNIT + unit));
        SERVICES.forEach(service -> targets.add(Board.SERVICE + service));
        return targets.get(random.nextInt(targets.size()));
    }

    @Test
    void aServiceJoinsAnother() {
        Board both = APART.move(List.of("b"), "service:a");
        assertThat(both.units()).containsExactly(Map.entry("a", List.of("a", "b")));
        assertThat(both.move(List.of("c"), "service:b").units())
                .containsExactly(Map.entry("a", List.of("a", "b", "c")));
        assertThat(both.move(List.of("c"), "unit:a")).isEqualTo(both.move(List.of("c"), "service:b"));
    }

    @Test
    void aUnitThatIsLeftByAllButOneIsNoUnit() {
        Board both = APART.move(List.of("a", "b"), Board.NEW);
        assertThat(both.move(List.of("a"), Board.ALONE)).isEqualTo(APART);
        assertThat(both.split("a")).isEqualTo(APART);
    }

    @Test
    void twoNewUnitsNeverShareAName() {
        Board board = APART.move(List.of("a", "b"), Board.NEW).move(List.of("b", "c", "d"), Board.NEW)
                .move(List.of("a", "e"), Board.NEW);
        assertThat(board.units()).containsOnlyKeys("a", "b");
        Board taken = new Board(SERVICES, Map.of("c", List.of("a", "b"))).move(List.of("c", "d"), Board.NEW);
        assertThat(taken.units()).containsOnlyKeys("c", "c 2");
    }

    @Test
    void unitsKeepTheNamesTheyWereGiven() {
        Board named = Board.of(SERVICES, new int[]{ 0, 1, 0, 2, 1, 1 }, Map.of("web", List.of("e", "b")));
        assertThat(named.units()).containsOnlyKeys("a", "web");
        assertThat(named.isGrouped(new int[]{ 5, 3, 5, 9, 3, 3 })).isTrue();
        assertThat(named.isGrouped(new int[]{ 0, 1, 0, 2, 1, 0 })).isFalse();
    }

    @Test
    void locksSayWhatABoardBreaks() {
        Locks locks = new Locks(List.of(List.of("a", "b")), List.of(List.of("c", "d")));
        assertThat(locks.broken(APART)).containsExactly("c and d are set to stay together and do not.");
        assertThat(locks.broken(APART.move(List.of("a", "b", "c", "d"), Board.NEW)))
                .containsExactly("a and b are set to stay apart and share unit a.");
    }

    @Test
    void locksOfTheEstateAreSaidWithTheirReasonAndOnce() {
        Lock kept = new Lock("a", Lock.APART, "b", "card data");
        Lock known = new Lock("c", Lock.TOGETHER, "d", null);
        Locks locks = new Locks(List.of(), List.of(List.of("c", "d")));
        assertThat(locks.broken(APART, List.of(kept, known)))
                .containsExactly("c and d are set to stay together and do not.");
        assertThat(Locks.NONE.broken(APART.move(List.of("a", "b", "c", "d"), Board.NEW), List.of(kept, known)))
                .containsExactly("a and b are set to stay apart and share unit a. Why: card data");
    }
}
