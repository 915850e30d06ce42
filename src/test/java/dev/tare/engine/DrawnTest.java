package dev.tare.engine;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnTest {
    private static final int DRAWS = 40;
    private static final Trial PAIR = new Trial().services(service("a").replicas(3).cpu(1, 0.5), service("b"))
            .call("a", "b", 2).entry("a", 50).nodes(4, 16 * GIB, 1).range(Param.PRICE_VCPU_HOUR, 0.01, 0.02, 0.07)
            .range(Param.DEFAULT_WORK_P50, 1, 2, 8).range(Param.HOP_P50, 0.2, 0.5, 3).set(Param.HOP_P99, 4);
    private static final Engine ENGINE = PAIR.engine();
    private static final Draws VALUES = Draws.of(PAIR.assumptions(), DRAWS, 3);

    @Test
    void everyDrawIsTheBillAtItsValues() {
        Drawn drawn = ENGINE.draw(List.of(PAIR.scenario()), VALUES);
        assertThat(drawn.count(Measure.COST)).isEqualTo(DRAWS);
        assertThat(drawn.count(Measure.P99_MS)).isZero();
        for (int draw = 0; draw < DRAWS; draw++) {
            Brief brief = ENGINE.brief(PAIR.scenario(), VALUES.values(draw));
            assertThat(drawn.net(0, Measure.COST)[draw]).isEqualTo(brief.net());
            assertThat(drawn.part(0, Measure.COST, Part.HEADROOM)[draw])
                    .isEqualTo(brief.lines()[Part.HEADROOM.ordinal()]);
            assertThat(drawn.gross(0, Measure.VCPU)[draw]).isCloseTo(brief.vcpu(), within(1e-9));
        }
    }

    @Test
    void netAndTareAreGrossInEveryDraw() {
        Drawn amounts = ENGINE.draw(List.of(PAIR.scenario()), VALUES);
        Drawn times = ENGINE.drawTimes(List.of(PAIR.scenario()), VALUES.first(5));
        for (Measure measure : Measure.values()) {
            Drawn drawn = measure == Measure.P99_MS ? times : amounts;
            double[] gross = drawn.gross(0, measure);
            double[] net = drawn.net(0, measure);
            double[] tare = drawn.tare(0, measure);
            assertThat(gross).as(measure.name()).hasSize(measure == Measure.P99_MS ? 5 : DRAWS);
            for (int draw = 0; draw < gross.length; draw++) {
                assertThat(net[draw] + tare[draw]).as(measure.name()).isCloseTo(gross[draw], within(1e-9));
            }
        }
    }

    @Test
    void timeAtTheLikelyValuesIsTheBills() {
        double[] likely = PAIR.assumptions().likely();
        Drawn times = ENGINE.drawTimes(List.of(PAIR.scenario()), Draws.at(new double[][]{ likely }));
        Bill bill = PAIR.bill();
        assertThat(times.gross(0, Measure.P99_MS)[0])
                .isCloseTo(bill.gross().get(Measure.P99_MS).likely(), within(1e-9));
        assertThat(times.net(0, Measure.P99_MS)[0]).isCloseTo(bill.net().get(Measure.P99_MS).likely(), within(1e-9));
    }

    @Test
    void whatIsHeldNoLongerVaries() {
        int price = PAIR.assumptions().slot(Param.PRICE_VCPU_HOUR.name());
        Drawn drawn = ENGINE.draw(List.of(PAIR.scenario()), VALUES.holding(Map.of(price, 0.05)));
        assertThat(drawn.gross(0, Measure.COST)).containsOnly(drawn.gross(0, Measure.COST)[0]);
        assertThat(VALUES.values(0)[price]).isNotEqualTo(0.05);
    }
}
