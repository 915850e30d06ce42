package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class NetworkLineTest {
    /** 500 requests/s, each calling twice: 1000 remote calls/s of 4 kB. */
    private static Trial pair() {
        return new Trial().services(service("a"), service("b")).call("a", "b", 2).entry("a", 500)
                .nodes(64, 64 * GIB, 1).set(Param.CALL_CPU, 0.2).set(Param.CROSS_ZONE_SHARE, 1 / 3.0)
                .set(Param.PRICE_CROSS_ZONE, 0.01).set(Param.DEFAULT_REQUEST_BYTES, 1000)
                .set(Param.DEFAULT_RESPONSE_BYTES, 3000);
    }

    @Test
    void serialisesAtBothEndsOfEveryRemoteCall() {
        assertThat(line(pair().bill(), Part.NETWORK, Measure.VCPU)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void paysForBytesBetweenZonesInBothDirections() {
        double serialisation = 0.2 * 10;
        assertThat(line(pair().bill(), Part.NETWORK, Measure.COST)).isCloseTo(serialisation + 70.08, within(1e-9));
    }

    @Test
    void countsBytesBetweenUnits() {
        assertThat(pair().bill().structure().wireBytesPerMonth()).isEqualTo(1000 * 2_628_000.0 * 4000);
    }

    @Test
    void isNotThereInOneUnit() {
        Bill bill = pair().allInOne().bill();
        assertThat(bill.lines()).extracting(Bill.Line::part).doesNotContain(Part.NETWORK);
        assertThat(bill.structure().wireBytesPerMonth()).isZero();
    }

    @Test
    void keepsTheLoadBalancerOfASingleUnitInPlacement() {
        Trial trial = pair().set(Param.LOAD_BALANCERS, 1).set(Param.LOAD_BALANCER, 0.1);
        double between = line(trial.bill(), Part.NETWORK, Measure.COST);
        assertThat(between).isCloseTo(2 + 70.08 + 73, within(1e-9));
        Bill one = trial.allInOne().bill();
        assertThat(line(one, Part.NETWORK, Measure.COST)).isZero();
        assertThat(line(one, Part.PLACEMENT, Measure.COST)).isCloseTo(73, within(1e-9));
    }
}
