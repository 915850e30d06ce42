package dev.tare.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Both exact searches against every partition there is, up to ten services, with every term and rule in play. */
class ExactnessTest {
    private static final Map<Integer, List<int[]>> PARTITIONS = new ConcurrentHashMap<>();

    @Property(tries = 60)
    void enumerationMissesNoGrouping(@ForAll @IntRange(min = 1, max = 10) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 2, seed);
        Enumeration.Optimum found = Enumeration.of(instance.constraints(), instance.terms(), Limit.NONE);
        assertThat(found.weight()).isCloseTo(bruteForce(instance), within(1e-9));
        assertThat(found.groupings()).allMatch(instance.constraints()::keeps);
    }

    @Property(tries = 150)
    void branchAndPriceProvesTheOptimum(@ForAll @IntRange(min = 1, max = 10) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Constraints rules = instance.constraints();
        BranchAndPrice.Answer found = BranchAndPrice.search(instance.terms(), rules, rules.finest(), 2_000_000);
        double best = bruteForce(instance);
        assertThat(found.proven()).isTrue();
        assertThat(found.weight()).isCloseTo(best, within(1e-6));
        assertThat(found.bound()).isLessThanOrEqualTo(best + 1e-9);
        assertThat(instance.terms().weigh(found.grouping())).isCloseTo(found.weight(), within(1e-9));
        assertThat(rules.keeps(found.grouping())).isTrue();
    }

    private static double bruteForce(Instances instance) {
        Constraints rules = instance.constraints();
        return PARTITIONS.computeIfAbsent(instance.terms().services(), Instances::partitions).stream()
                .filter(rules::keeps).mapToDouble(instance.terms()::weigh).min().orElseThrow();
    }
}
