package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.comparison.Answer;
import dev.tare.engine.Measure;
import dev.tare.site.Figures;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BarsTest {
    private final Bars bars = bars(HandMade.answer(0.97));

    @Test
    void todayComesFirstAndTheOthersFromHeavyToLight() {
        assertThat(bars.bars().getFirst().today()).isTrue();
        assertThat(bars.bars().stream().skip(1).map(Bars.Bar::likely)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void segmentsJoinWithoutGapAndEndAtTheLikelyGross() {
        for (Bars.Bar bar : bars.bars()) {
            double end = 0;
            for (Bars.Segment segment : bar.segments()) {
                assertThat(percent(segment.x())).isCloseTo(end, within(0.002));
                end += percent(segment.width());
            }
            assertThat(end).isCloseTo(percent(bar.at()), within(0.01));
        }
    }

    @Test
    void everyFigureStandsInWords() {
        assertThat(bars.bars().getFirst().text())
                .isEqualTo("EKS + Istio sidecars, one each: $2,310, $1,890\u00a0–\u00a02,910, 54\u00a0% tare");
    }

    private static double percent(String written) {
        return Double.parseDouble(written.replace("%", ""));
    }

    private static Bars bars(Answer answer) {
        return Bars.of(answer.weighed(), Measure.COST, new Writer(new Figures(Locale.ENGLISH), "USD"),
                new Workings("online-shop"), new Was(answer, new Writer(new Figures(Locale.ENGLISH), "USD")));
    }
}
