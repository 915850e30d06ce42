package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.engine.Measure;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Honest in words whichever shape is lighter. */
class HeadlineTest {
    private static final Writer WRITER = new Writer(new Figures(Locale.ENGLISH), "USD");

    @Test
    void saysWhatAnotherShapeWouldMakeOfIt() {
        assertThat(headline(0.97, today(1060, 1250), oneProcess(1060, 217)))
                .isEqualTo("Of every $1.00 spent on Shop, $0.54 is tare. As one process it would be $0.17.");
    }

    @Test
    void saysWhenTheOtherShapeCostsMore() {
        assertThat(headline(0.02, today(1000, 500), oneProcess(1000, 900))).endsWith(
                "As one process it would cost more: $1,900 a month instead of $1,500.");
    }

    @Test
    void saysWhenItIsTooCloseToCall() {
        assertThat(headline(0.6, today(1000, 500), oneProcess(1000, 490))).endsWith(
                "As one process it might cost more or less: too close to call.");
    }

    @Test
    void doesNotPraiseASmallerBillByALargerShare() {
        assertThat(headline(1, today(1000, 500), oneProcess(400, 300))).endsWith(
                "As one process it would cost less: $700 a month instead of $1,500.");
    }

    @Test
    void anEstateThatIsOneProcessIsHeldAgainstASplit() {
        Weighed today = HandMade.weighed("today", "One process", new Grouping.AllInOne(), true, bill("today", 100, 20));
        Weighed split = HandMade.weighed("eks", "EKS + Istio sidecars", new Grouping.OneEach(), false,
                bill("eks", 100, 400));
        assertThat(headline(0, today, split)).isEqualTo("Of every $1.00 spent on Shop, $0.17 is tare. "
                + "Split one each on EKS + Istio sidecars it would cost more: $500 a month instead of $120.");
    }

    @Test
    void withoutWorkAllIsTare() {
        assertThat(headline(0.99, today(0, 500), oneProcess(0, 100)))
                .startsWith("All that is spent on Shop is tare: no work of its own is known.");
    }

    @Test
    void withoutCostNothingIsSaidOfIt() {
        assertThat(headline(0.5, today(0, 0), oneProcess(0, 0))).isEqualTo("Nothing on Shop costs anything yet.");
    }

    @Test
    void aSmallShareIsNotWrittenAsNone() {
        assertThat(headline(0.5, today(100_000, 100), oneProcess(100_000, 100)))
                .startsWith("Of every $1.00 spent on Shop, less than $0.01 is tare.");
        assertThat(headline(0.5, today(1, 100_000), oneProcess(1, 100_000))).contains("$0.99 is tare");
    }

    private static Weighed today(double net, double tare) {
        return HandMade.weighed("today", "EKS", new Grouping.OneEach(), true, bill("today", net, tare));
    }

    private static Weighed oneProcess(double net, double tare) {
        return HandMade.weighed("vm-systemd", "One process", new Grouping.AllInOne(), false,
                bill("vm-systemd", net, tare));
    }

    private static dev.tare.engine.Bill bill(String name, double net, double tare) {
        return HandMade.bill(name, net, tare, 0, 0, 0, 0, 0, 0);
    }

    private static String headline(double chanceOtherIsLess, Weighed today, Weighed other) {
        Answer answer = new Answer("USD", Question.of(List.of(today.ask(), other.ask())), List.of(today, other),
                List.of(new Answer.Comparison(other.name(), today.name(), Measure.COST, chanceOtherIsLess)), List.of());
        return Headline.of("Shop", answer, today, other, WRITER).text();
    }
}
