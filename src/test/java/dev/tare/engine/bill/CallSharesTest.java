package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallTares;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class CallSharesTest {
    /** 100 requests/s: three calls to b, one to c; 0.08 vCPU of calls at 10 USD, bytes between zones beside them. */
    private static Trial fork() {
        return new Trial().services(service("a"), service("b"), service("c")).call("a", "b", 3)
                .call("a", "c", 1, Mode.ASYNC).entry("a", 100).nodes(64, 64 * GIB, 1).set(Param.CALL_CPU, 0.2)
                .set(Param.CROSS_ZONE_SHARE, 1).set(Param.PRICE_CROSS_ZONE, 0.01)
                .set(Param.DEFAULT_REQUEST_BYTES, 1000).set(Param.DEFAULT_RESPONSE_BYTES, 1000);
    }

    private static CallTares calls(Trial trial) {
        return trial.engine().calls(trial.scenario(), trial.assumptions());
    }

    @Test
    void aCallCarriesItsShareOfCpuAndItsBytes() {
        CallTares tares = calls(fork());
        double cpu = 0.3 * 0.2 * 10;
        double bytes = 300 * Trial.SECONDS * 2000 / 1e9 * 0.01 * 2;
        assertThat(tares.calls().get(0).perSecond()).isEqualTo(300);
        assertThat(tares.calls().get(0).total().likely()).isCloseTo(cpu + bytes, within(1e-9));
        assertThat(tares.calls().get(1).total().likely()).isCloseTo((cpu + bytes) / 3, within(1e-9));
    }

    @Test
    void nothingIsCarriedInsideAUnit() {
        CallTares tares = calls(fork().units(0, 0, 1));
        assertThat(tares.calls().get(0).remote()).isFalse();
        assertThat(tares.calls().get(0).total().high()).isZero();
        assertThat(tares.calls().get(1).total().likely()).isPositive();
        assertThat(tares.structure().hopsPerRequest()).isEqualTo(1);
    }

    @Test
    void whatNoCallCarriesStaysElsewhere() {
        Trial apart = fork().set(Param.LOAD_BALANCERS, 1).set(Param.LOAD_BALANCER, 0.1);
        Trial silent = new Trial().services(service("a"), service("b")).entry("a", 1).nodes(64, 64 * GIB, 1)
                .set(Param.LOAD_BALANCERS, 1).set(Param.LOAD_BALANCER, 0.1);
        assertThat(calls(apart).elsewhere().get(Part.NETWORK).likely()).isCloseTo(0, within(1e-9));
        assertThat(calls(silent).elsewhere().get(Part.NETWORK).likely())
                .isCloseTo(Trial.line(silent.bill(), Part.NETWORK, Measure.COST), within(1e-9)).isPositive();
    }

    @Test
    void callsThatNeverHappenCarryTheSame() {
        CallTares tares = calls(fork().entry("b", 0).set(Param.LOAD_BALANCERS, 1).set(Param.LOAD_BALANCER, 0.1)
                .units(0, 1, 2));
        assertThat(tares.elsewhere().get(Part.NETWORK).likely()).isCloseTo(0, within(1e-9));
        Trial still = new Trial().services(service("a"), service("b"), service("c")).call("a", "b", 1)
                .call("a", "c", 2).entry("a", 0).nodes(64, 64 * GIB, 1).set(Param.LOAD_BALANCERS, 1)
                .set(Param.LOAD_BALANCER, 0.1);
        assertThat(calls(still).calls()).extracting(call -> call.total().likely()).containsOnly(36.5);
    }
}
