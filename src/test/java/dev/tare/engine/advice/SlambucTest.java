package dev.tare.engine.advice;

import dev.tare.engine.Blocker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * The published example of SLAMBUC (Czentye, Pelle, Sonkoly, NOMS 2023; its {@code graph_test_tree_ser}): a tree of ten
 * functions, memory limit 6. Cost = Σ over nodes rate-in · time + rate · data for the entry + 2 · rate · data for every
 * other cut edge. Expected: no merge 1090, optimum 858 in three tied plans, all in one 822 at memory 15.
 */
class SlambucTest {
    private static final double[] TIME = { 78, 55, 64, 43, 21, 99, 70, 26, 10, 37 };
    private static final double[] MEMORY = { 2, 3, 1, 1, 1, 1, 3, 1, 1, 1 };
    /** Parent, child, rate, data. */
    private static final int[][] EDGES = { { 1, 2, 2, 4 }, { 1, 3, 1, 11 }, { 3, 4, 2, 5 }, { 4, 5, 3, 7 },
        { 4, 6, 2, 1 }, { 6, 7, 1, 8 }, { 6, 8, 3, 4 }, { 6, 9, 3, 18 }, { 8, 10, 1, 8 } };

    @Test
    void weighsTheTwoEnds() {
        assertThat(tree().weigh(Grouping.oneEach(10))).isEqualTo(1090);
        assertThat(tree().weigh(new int[10])).isEqualTo(822);
    }

    @Test
    void allInOneBreaksTheLimit() {
        Constraints rules = new Constraints(limited(), tree().pairs());
        assertThat(rules.keeps(new int[10])).isFalse();
        int[] rest = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
        assertThat(rules.between(new int[]{ 0 }, rest)).singleElement().satisfies(blocker -> {
            assertThat(blocker.reason()).isEqualTo(Blocker.Reason.MEMORY);
            assertThat(blocker.found()).isEqualTo(15);
            assertThat(blocker.limit()).isEqualTo(6);
        });
    }

    @Test
    void enumerationFindsTheThreeTiedPlans() {
        Enumeration.Optimum best = Enumeration.of(new Constraints(limited(), tree().pairs()), tree(), Limit.NONE);
        assertThat(best.weight()).isEqualTo(858);
        assertThat(best.groupings()).hasSize(3).allSatisfy(plan -> assertThat(blocks(plan))
                .allSatisfy(block -> assertThat(new Contact(tree().pairs()).holdsTogether(block)).isTrue()));
    }

    @Test
    void branchAndPriceProvesTheOptimum() {
        Rules unconnected = Rules.of(Rules.Traits.alike(MEMORY)).memoryAtMost(6);
        BranchAndPrice.Answer answer = BranchAndPrice.search(tree(), new Constraints(unconnected, tree().pairs()),
                Grouping.oneEach(10), 1_000_000);
        assertThat(answer.weight()).isEqualTo(858);
        assertThat(answer.proven()).isTrue();
    }

    static Rules limited() {
        return Rules.of(Rules.Traits.alike(MEMORY)).memoryAtMost(6).withConnectedUnits();
    }

    static Terms tree() {
        double work = 8 + TIME[0];
        double transfer = 0;
        for (int[] edge : EDGES) {
            work += edge[2] * TIME[edge[1] - 1];
            transfer += 2.0 * edge[2] * edge[3];
        }
        int[] parent = Arrays.stream(EDGES).mapToInt(edge -> edge[0] - 1).toArray();
        int[] child = Arrays.stream(EDGES).mapToInt(edge -> edge[1] - 1).toArray();
        double[] saved = Arrays.stream(EDGES).mapToDouble(edge -> -2.0 * edge[2] * edge[3]).toArray();
        return new Terms(work + transfer, Terms.Load.weightless(MEMORY), Sizing.FREE,
                Pairs.of(10, parent, child, saved), 0);
    }

    private static List<int[]> blocks(int[] plan) {
        return List.of(Grouping.members(plan));
    }
}
