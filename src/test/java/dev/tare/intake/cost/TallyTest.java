package dev.tare.intake.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static Charge charge(int resource, String app, String cents) {
        return new Charge("USD", "", LocalDate.of(2026, 10, 1 + resource % 28), null, "compute",
                Map.of(Label.RESOURCE, "r" + resource, "tag:app", app, "tag:id", "i" + resource),
                new BigDecimal(cents));
    }

    /** What millions of rows say in common is kept; what only one says is forgotten; the sum is neither. */
    @Test
    void forgetsResourcesBeforeProgramsAndNoMoneyEver() {
        Tally tally = new Tally();
        for (int i = 0; i < 100_000; i++) {
            tally.add(charge(i, "app-" + i % 7, "0.0000001"));
        }
        List<CostLine> lines = tally.lines();
        assertThat(tally.isCoarse()).isTrue();
        assertThat(lines).hasSize(7).extracting(line -> line.labels().get("tag:app")).doesNotContainNull();
        assertThat(lines.stream().map(CostLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.01");
        assertThat(lines.stream().mapToLong(CostLine::rows).sum()).isEqualTo(100_000);
    }

    @Test
    void staysSmallWhenEvenProgramsAreCountless() {
        Tally tally = new Tally();
        for (int i = 0; i < 2 * Tally.MOST_LINES; i++) {
            tally.add(charge(i, "app-" + i, "1"));
        }
        assertThat(tally.lines()).singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualByComparingTo("40000"));
    }
}
