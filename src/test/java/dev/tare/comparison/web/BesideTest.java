package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.comparison.Answer;
import dev.tare.engine.Measure;
import dev.tare.site.Figures;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final Writer WRITER = new Writer(new Figures(Locale.ENGLISH), "USD");

    @Test
    void setsEveryLineBesideItsOtherWithTheDifferenceSigned() {
        Beside beside = beside(HandMade.answer(0.97), Measure.COST);
        assertThat(beside.rows()).extracting(Beside.Row::name).containsExactly("net", "network", "mesh", "images",
                "monitoring", "placement", "isolation", "headroom");
        assertThat(beside.rows()).extracting(Beside.Row::difference).containsExactly("0", "−$212", "−$241", "−$37",
                "−$268", "−$217", "−$54", "−$4");
        assertThat(beside.gross().difference()).isEqualTo("−$1,030");
        assertThat(beside.gross().sign()).isEqualTo("less");
    }

    @Test
    void saysWhichIsCheaperAndHowSureThatIs() {
        assertThat(beside(HandMade.answer(0.97), Measure.COST).verdict())
                .isEqualTo("One process, systemd, all in one is cheaper in 97 of 100 draws of all assumptions.");
        assertThat(beside(HandMade.answer(0.03), Measure.COST).verdict())
                .isEqualTo("EKS + Istio sidecars, one each is cheaper in 97 of 100 draws of all assumptions.");
        assertThat(beside(HandMade.answer(0.5), Measure.P99_MS).verdict())
                .isEqualTo("Which of the two is faster is too close to call.");
    }

    @Test
    void everyFigureLeadsToItsWorking() {
        assertThat(beside(HandMade.answer(0.97), Measure.VCPU).rows().get(2).a().working())
                .isEqualTo("/estates/online-shop/working?scenario=today&part=mesh&measure=vcpu");
    }

    private static Beside beside(Answer answer, Measure measure) {
        return Beside.of(answer, answer.named("today"), answer.named("vm-systemd"), measure, WRITER,
                new Workings("online-shop"));
    }
}
