package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.SECONDS;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class PlacementLineTest {
    @Test
    void chargesTheControlPlaneForEachCluster() {
        Trial trial = new Trial().services(service("a")).nodes(4, 16 * GIB, 1).set(Param.CLUSTERS, 2)
                .set(Param.CONTROL_PLANE_FEE, 0.1);
        assertThat(line(trial.bill(), Part.PLACEMENT, Measure.COST)).isCloseTo(146, within(1e-9));
    }

    @Test
    void selfRunControlServersComeOnTopOfTheNodes() {
        Trial trial = new Trial().services(service("a")).nodes(4, 16 * GIB, 1).set(Param.CONTROL_SERVERS, 3)
                .set(Param.CONTROL_SERVER_CPU, 2).set(Param.CONTROL_SERVER_MEMORY, 4 * GIB);
        Bill bill = trial.bill();
        assertThat(line(bill, Part.PLACEMENT, Measure.COST)).isCloseTo(3 * (20 + 4), within(1e-9));
        assertThat(bill.gross().get(Measure.VCPU).likely()).isEqualTo(4 + 6);
    }

    /** 10 requests/s of 100 ms CPU, at 1 GB where a vCPU comes with 2 GB: held 200 ms each. */
    private static Trial function() {
        return new Trial().services(service("a").work(100, 100).memory(Double.NaN, 500 * MB)).entry("a", 10)
                .billing(Billing.REQUESTS).set(Param.WORK_CPU_SHARE, 1).set(Param.FUNCTION_MEMORY, 1000 * MB)
                .set(Param.FUNCTION_MEMORY_PER_VCPU, 2000 * MB).set(Param.FUNCTION_PER_GB_SECOND, 0.00001)
                .set(Param.FUNCTION_PER_REQUEST, 2e-7);
    }

    @Test
    void functionsAreHeldWhileTheyWork() {
        Bill bill = function().bill();
        assertThat(bill.structure().instances()).isCloseTo(2, within(1e-12));
        assertThat(bill.gross().get(Measure.VCPU).likely()).isCloseTo(1, within(1e-12));
        assertThat(bill.net().get(Measure.VCPU).likely()).isCloseTo(1, within(1e-12));
        assertThat(bill.gross().get(Measure.MEMORY).likely()).isCloseTo(2000 * MB, within(1e-3));
        assertThat(bill.net().get(Measure.MEMORY).likely()).isCloseTo(1000 * MB, within(1e-3));
        double invocations = 10 * SECONDS * 2e-7;
        assertThat(line(bill, Part.PLACEMENT, Measure.COST)).isCloseTo(invocations, within(1e-9));
        assertThat(bill.gross().get(Measure.COST).likely()).isCloseTo(invocations + 2 * SECONDS * 0.00001,
                within(1e-9));
    }

    /** a waits for b: 100 ms of b's work and 10 ms of hop, at 10 requests/s. */
    private static Trial caller(Mode mode) {
        return new Trial()
                .services(service("a").work(0, 0).memory(Double.NaN, 1),
                        service("b").work(100, 100).memory(Double.NaN, 1))
                .call("a", "b", 1, mode).entry("a", 10).billing(Billing.REQUESTS)
                .set(Param.FUNCTION_MEMORY, 1000 * MB).set(Param.FUNCTION_PER_GB_SECOND, 0.00001)
                .set(Param.HOP_P50, 10).set(Param.HOP_P99, 10);
    }

    @Test
    void aCallerIsPaidForWhileItWaits() {
        Bill bill = caller(Mode.SEQUENTIAL).bill();
        assertThat(bill.structure().instances()).isCloseTo(1 + 1.1, within(1e-12));
        assertThat(line(bill, Part.PLACEMENT, Measure.COST)).isCloseTo(1.1 * SECONDS * 0.00001, within(1e-9));
    }

    @Test
    void anAsynchronousCallerDoesNotWait() {
        assertThat(caller(Mode.ASYNC).bill().structure().instances()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aWorkflowWaitsInPlaceOfTheCallerAndIsPaidPerTransition() {
        Trial workflow = caller(Mode.SEQUENTIAL).set(Param.WORKFLOW_TRANSITIONS_PER_CALL, 1)
                .set(Param.WORKFLOW_PER_TRANSITION, 0.000025);
        assertThat(workflow.bill().structure().instances()).isCloseTo(1, within(1e-12));
        assertThat(line(workflow.bill(), Part.PLACEMENT, Measure.COST)).isCloseTo(10 * SECONDS * 0.000025,
                within(1e-6));
    }

    @Test
    void coldStartsAreHeldToo() {
        Trial cold = function().set(Param.FUNCTION_COLD_SHARE, 0.01).set(Param.FUNCTION_COLD_START, 500);
        assertThat(cold.bill().structure().instances()).isCloseTo(2 + 10 * 0.01 * 0.5, within(1e-12));
    }
}
