package dev.tare.review.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.review.Standing.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Months of money, worked out by hand. */
class LedgerTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void aRateHeldForAThirdOfAMonthComesToAThirdOfIt() {
        List<MonthCost> months = Ledger.of(
                List.of(step("2026-03-31T00:00:00Z", 300), step("2026-04-11T00:00:00Z", 600)),
                JANUARY, Instant.parse("2026-05-02T00:00:00Z"));

        assertThat(months).extracting(MonthCost::month).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4),
                YearMonth.of(2026, 5));
        assertThat(months.get(1).total().gross()).isCloseTo(100 + 400, within(1e-9));
        assertThat(months.get(1).totalSoFar().gross()).isCloseTo(500, within(1e-9));
    }

    @Test
    void theRunningMonthGoesOnAtTodaysRate() {
        MonthCost april = Ledger.of(List.of(step("2026-03-01T00:00:00Z", 300), step("2026-04-11T00:00:00Z", 600)),
                JANUARY, Instant.parse("2026-04-16T00:00:00Z")).getLast();

        assertThat(april.total().gross()).isCloseTo(500, within(1e-9));
        assertThat(april.totalSoFar().gross()).isCloseTo(100 + 100, within(1e-9));
        assertThat(april.knownFrom()).isNull();
    }

    @Test
    void whatWasBeforeTheFirstFigureIsTakenToHaveBeenTheSame() {
        MonthCost april = Ledger.of(List.of(step("2026-04-21T00:00:00Z", 300)), JANUARY,
                Instant.parse("2026-04-24T00:00:00Z")).getLast();

        assertThat(april.total().gross()).isCloseTo(300, within(1e-9));
        assertThat(april.totalSoFar().gross()).isCloseTo(30, within(1e-9));
        assertThat(april.knownFrom()).isEqualTo("2026-04-21T00:00:00Z");
    }

    @Test
    void nothingIsToldOfMonthsBeforeTheYear() {
        List<MonthCost> months = Ledger.of(List.of(step("2024-01-01T00:00:00Z", 300)), JANUARY,
                Instant.parse("2026-02-10T00:00:00Z"));

        assertThat(months).extracting(MonthCost::month).containsExactly(JANUARY, YearMonth.of(2026, 2));
        assertThat(months).allSatisfy(month -> assertThat(month.total().gross()).isCloseTo(300, within(1e-9)));
    }

    @Test
    void whoIsGoneCostsUntilThen() {
        MonthCost april = Ledger.of(List.of(new Step(Instant.parse("2026-03-01T00:00:00Z"), Map.of("a", money(300))),
                new Step(Instant.parse("2026-04-11T00:00:00Z"), Map.of("b", money(30)))), JANUARY,
                Instant.parse("2026-05-01T00:00:00Z")).get(1);

        assertThat(april.of("a").gross()).isCloseTo(100, within(1e-9));
        assertThat(april.of("b").gross()).isCloseTo(20, within(1e-9));
    }

    @Property(tries = 200)
    void aMonthLiesBetweenItsLeastAndItsDearestRate(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 1e6) Double> rates,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        List<Step> steps = new ArrayList<>();
        Instant at = Instant.parse("2026-01-10T00:00:00Z");
        for (double rate : rates) {
            steps.add(new Step(at, Map.of("a", money(rate))));
            at = at.plusSeconds(days * 86_400L);
        }
        double least = rates.stream().mapToDouble(each -> each).min().orElseThrow();
        double most = rates.stream().mapToDouble(each -> each).max().orElseThrow();

        assertThat(Ledger.of(steps, JANUARY, at)).isNotEmpty().allSatisfy(month -> assertThat(month.total().gross())
                .isBetween(least - 1e-6, most + 1e-6).isGreaterThanOrEqualTo(month.totalSoFar().gross() - 1e-6));
    }

    private static Step step(String at, double rate) {
        return new Step(Instant.parse(at), Map.of("a", money(rate)));
    }

    private static Money money(double gross) {
        return new Money(gross / 4, gross * 3 / 4, null);
    }
}
