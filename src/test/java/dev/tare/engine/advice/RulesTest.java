package dev.tare.engine.advice;

import dev.tare.engine.Contradiction;

import dev.tare.engine.Blocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Blocker.Reason;

class RulesTest {
    private static final int JAVA = 0;
    private static final int NODE = 1;
    private final Rules.Traits traits = new Rules.Traits(new int[]{ JAVA, JAVA, NODE, JAVA, JAVA, JAVA },
            new Isolation[]{ Isolation.NONE, Isolation.NONE, Isolation.NONE, Isolation.REGULATED, Isolation.UNTRUSTED,
                Isolation.NONE },
            new boolean[]{ false, false, false, false, false, true }, new int[]{ 0, 1, 0, 0, 0, 0 },
            new double[]{ 1, 2, 1, 1, 1, 1 });
    private final Rules rules = Rules.of(traits);

    @Test
    void servicesOfOneKindMayShare() {
        assertThat(reasons(rules, 0, 1)).isEmpty();
    }

    @Test
    void anotherRuntimeIsARewrite() {
        assertThat(reasons(rules, 0, 2)).containsExactly(Reason.RUNTIME);
    }

    @Test
    void regulatedStaysFromTheRest() {
        assertThat(reasons(rules, 0, 3)).containsExactly(Reason.ISOLATION);
    }

    @Test
    void untrustedSharesWithNothing() {
        Isolation[] untrusted = { Isolation.UNTRUSTED, Isolation.UNTRUSTED };
        Rules two = Rules.of(new Rules.Traits(new int[2], untrusted, new boolean[2], new int[2], new double[2]));
        assertThat(reasons(two, 0, 1)).containsExactly(Reason.ISOLATION);
    }

    @Test
    void whatFollowsNodesStaysFromWhatFollowsLoad() {
        assertThat(reasons(rules, 0, 5)).containsExactly(Reason.PLACEMENT);
    }

    @Test
    void teamsBlockOnlyWhenTheySaySo() {
        assertThat(reasons(rules.withTeamsApart(), 0, 1)).containsExactly(Reason.TEAM);
    }

    @Test
    void memoryBlocksWithItsFigures() {
        assertThat(laid(rules.memoryAtMost(2.5)).between(new int[]{ 0 }, new int[]{ 1 }))
                .containsExactly(new Blocker(Reason.MEMORY, 0, 1, 3, 2.5));
    }

    @Test
    void handsetPairsStayApartInBothDirections() {
        Rules apart = rules.keepApart(1, 0);
        assertThat(reasons(apart, 0, 1)).containsExactly(Reason.APART);
        assertThat(laid(apart).keeps(new int[]{ 0, 0, 1, 2, 3, 4 })).isFalse();
    }

    @Test
    void withoutCallsNoConnectedUnit() {
        assertThat(reasons(rules.withConnectedUnits(), 0, 1)).containsExactly(Reason.NO_CALLS);
    }

    @Test
    void everyBrokenRuleIsListed() {
        assertThat(reasons(rules.withTeamsApart().memoryAtMost(1), 1, 2)).containsExactly(Reason.RUNTIME, Reason.TEAM,
                Reason.MEMORY);
    }

    @Test
    void setsKeptTogetherStartAsOneUnit() {
        Constraints laid = laid(rules.keepTogether(0, 1));
        assertThat(laid.finest()).containsExactly(0, 0, 1, 2, 3, 4);
        assertThat(laid.keeps(new int[]{ 0, 1, 2, 3, 4, 5 })).isFalse();
    }

    @Test
    void refusesRulesThatContradict() {
        assertThatThrownBy(() -> laid(rules.keepTogether(0, 2))).isInstanceOf(Contradiction.class)
                .extracting(e -> ((Contradiction) e).blockers().getFirst().reason()).isEqualTo(Reason.RUNTIME);
        assertThatThrownBy(() -> laid(rules.keepTogether(0, 1).keepApart(0, 1))).isInstanceOf(Contradiction.class);
        assertThatThrownBy(() -> laid(rules.keepTogether(0, 1).memoryAtMost(2))).isInstanceOf(Contradiction.class);
    }

    private static Constraints laid(Rules rules) {
        return new Constraints(rules, Pairs.none(rules.services()));
    }

    private static List<Reason> reasons(Rules rules, int a, int b) {
        return laid(rules).between(new int[]{ a }, new int[]{ b }).stream().map(Blocker::reason).toList();
    }
}
