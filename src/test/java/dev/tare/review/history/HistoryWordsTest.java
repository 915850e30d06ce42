package dev.tare.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.review.Standing;
import dev.tare.review.Standing.Facts;
import dev.tare.review.Standing.Spread;
import dev.tare.review.Standing.Totals;
import dev.tare.review.history.Course.Step;
import dev.tare.site.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentence above a history, from figures made by hand. */
class HistoryWordsTest {
    private static final Instant START = Instant.parse("2026-10-21T08:00:00Z");

    @Test
    void saysWhatRoseByHowMuchAndWhy() {
        assertThat(headline(false, step(0, 1500, 800, 700), step(30, 1620, 900, 720)))
                .isEqualTo("Tare rose by $120 a month (8 %) in 30 days, mostly mesh.");
    }

    @Test
    void saysWhatFellWithoutAReasonWhereNoneIsMostOfIt() {
        assertThat(headline(false, step(0, 1500, 800, 700), step(1, 1400, 750, 650)))
                .isEqualTo("Tare fell by $100 a month (6.7 %) in 1 day.");
    }

    @Test
    void doesNotClaimWhatTheDrawsDoNotSay() {
        assertThat(headline(true, step(0, 1500, 800, 700), step(7, 1490, 790, 700)))
                .isEqualTo("Tare may have risen or fallen in 7 days (\u2212$10 a month): too close to call.");
    }

    @Test
    void saysWhenNothingMoved() {
        assertThat(headline(false, step(0, 1500, 800, 700), step(7, 1500, 800, 700)))
                .isEqualTo("Tare stayed as it was in 7 days.");
        assertThat(headline(false, step(0, 1500, 800, 700))).isEqualTo("The history of this estate begins here.");
    }

    private static String headline(boolean open, Step... steps) {
        return new HistoryWords(new Course(List.of(steps), List.of()),
                new Amounts("USD", new Figures(Locale.ENGLISH)), "cost", open).headline().replace('\u00a0', ' ');
    }

    private static Step step(long day, double tare, double mesh, double headroom) {
        Totals totals = new Totals(spread(tare + 100), spread(100), spread(tare));
        Standing standing = new Standing("USD", "EKS", 1, 0, Map.of("cost", totals),
                Map.of("mesh", Map.of("cost", spread(mesh)), "headroom", Map.of("cost", spread(headroom))), Map.of(),
                Map.of(), new Facts(0, 0, 0, 0, 0, 0, 0), List.of(), 0);
        return new Step("s" + day, START.plus(Duration.ofDays(day)), day, "A change", standing);
    }

    private static Spread spread(double likely) {
        return new Spread(likely * 0.9, likely, likely * 1.2);
    }
}
