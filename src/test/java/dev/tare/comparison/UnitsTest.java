package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tare.estate.EstateDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class UnitsTest {
    private static final EstateDocument ESTATE = new YAMLMapper().readValue("""
            name: shop
            services: [{name: a, team: x}, {name: b}, {name: c, team: x}, {name: d, team: y}, {name: e}]
            """, EstateDocument.class);

    @Test
    void oneEach() {
        assertThat(units("one-each")).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void perTeamLeavesTheTeamlessAlone() {
        assertThat(units("per-team")).containsExactly(0, 1, 0, 2, 3);
    }

    @Test
    void allInOne() {
        assertThat(units("all-in-one")).containsOnly(0);
    }

    @Test
    void byHandLeavesTheUnnamedAlone() {
        assertThat(units(Map.of("front", List.of("d", "a")))).containsExactly(0, 1, 2, 0, 3);
    }

    @Test
    void membersAreTheUnitsTheOtherWayRound() {
        assertThat(Units.members(new int[]{ 0, 1, 0 })).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void aGroupingNobodyKnowsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grouping.read("in-two"))
                .withMessageContaining("one-each");
        assertThatIllegalArgumentException().isThrownBy(() -> Grouping.read(7));
        assertThatIllegalArgumentException().isThrownBy(() -> Grouping.read(Map.of("front", "a")));
    }

    private static int[] units(Object grouping) {
        return Units.of(Grouping.read(grouping), ESTATE, name -> IntStream.range(0, ESTATE.services().size())
                .filter(i -> ESTATE.services().get(i).name().equals(name)).findFirst());
    }

}
