package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Input;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class HeadroomLineTest {
    private static double found(Bill bill, Measure measure, String name) {
        return bill.lines().stream().filter(line -> line.part() == Part.HEADROOM && line.measure() == measure)
                .flatMap(line -> line.working().inputs().stream()).filter(input -> input.name().startsWith(name))
                .mapToDouble(Input::value).findFirst().orElseThrow();
    }

    /** Three replicas of 1 vCPU and 2 GiB, of which 0.2 vCPU and 0.5 GiB are used, on nodes of 4 vCPU and 16 GiB. */
    private static Trial single() {
        return new Trial().services(service("a").replicas(3).cpu(1, 0.2).memory(2 * GIB, 0.5 * GIB).peakToMean(2))
                .nodes(4, 16 * GIB, 1);
    }

    @Test
    void netAndHeadroomAreWhatTheNodesCost() {
        Bill bill = single().bill();
        assertThat(bill.gross().get(Measure.COST).likely()).isCloseTo(4 * 10 + 16, within(1e-9));
        assertThat(bill.net().get(Measure.VCPU).likely()).isCloseTo(0.6, within(1e-12));
        assertThat(bill.net().get(Measure.MEMORY).likely()).isCloseTo(0.5 * GIB * 1.2, within(1e-3));
    }

    @Test
    void explainsCpuAsUnusedRequestsSpareReplicasAndFreeRoom() {
        Bill bill = single().bill();
        assertThat(found(bill, Measure.VCPU, "spare replicas")).isCloseTo(1, within(1e-9));
        assertThat(found(bill, Measure.VCPU, "asked for and not used")).isCloseTo(3 - 0.6 - 1, within(1e-9));
        assertThat(found(bill, Measure.VCPU, "free room on nodes")).isCloseTo(1, within(1e-9));
    }

    @Test
    void explainsMemoryAsUnusedRequestsSpareReplicasAndFreeRoom() {
        Bill bill = single().bill();
        assertThat(found(bill, Measure.MEMORY, "spare replicas")).isCloseTo((3 - 1.2) * 0.5 * GIB, within(1e-3));
        assertThat(found(bill, Measure.MEMORY, "asked for and not used")).isCloseTo(3 * 1.5 * GIB, within(1e-3));
        assertThat(found(bill, Measure.MEMORY, "free room on nodes")).isCloseTo(10 * GIB, within(1e-3));
    }

    /** Busy needs 6 vCPU at its peak, big needs memory: together every replica of 2 vCPU carries big along. */
    private static Trial monolith() {
        return new Trial()
                .services(service("busy").replicas(6).cpu(1, 0.5).memory(100 * MB, 100 * MB).peakToMean(2),
                        service("big").replicas(1).cpu(1, 0).memory(4 * GIB, 4 * GIB).peakToMean(2))
                .nodes(32, 64 * GIB, 1).set(Param.UNIT_REPLICA_VCPU, 2).set(Param.MIN_REPLICAS, 1).allInOne();
    }

    @Test
    void aSharedUnitCopiesEveryServiceIntoEveryReplica() {
        Bill bill = monolith().bill();
        assertThat(bill.structure().instances()).isEqualTo(3);
        assertThat(found(bill, Measure.MEMORY, "coarse scaling")).isCloseTo(2 * 4 * GIB, within(1e-3));
        assertThat(found(bill, Measure.MEMORY, "spare replicas")).isCloseTo(0, within(1e-3));
    }

    @Test
    void aSharedUnitKeepsToTheAvailabilityFloor() {
        Bill bill = monolith().set(Param.MIN_REPLICAS, 5).bill();
        assertThat(bill.structure().instances()).isEqualTo(5);
        assertThat(found(bill, Measure.MEMORY, "spare replicas")).isCloseTo(4 * 4 * GIB + 2 * 100 * MB, within(1e-3));
        assertThat(found(bill, Measure.MEMORY, "coarse scaling")).isCloseTo(0, within(1e-3));
    }

    @Test
    void aSharedUnitAsksForItsPeakAtTheTargetUtilisation() {
        Trial tight = monolith().set(Param.TARGET_UTILISATION, 0.9);
        assertThat(found(tight.bill(), Measure.VCPU, "asked for and not used")).isCloseTo(6 / 0.9 - 3, within(1e-9));
    }

    @Test
    void aSharedUnitNeverAsksForMoreThanItsServicesOneByOne() {
        Trial loose = monolith().set(Param.TARGET_UTILISATION, 0.1);
        assertThat(found(loose.bill(), Measure.VCPU, "asked for and not used")).isCloseTo(7 - 3, within(1e-9));
    }

    @Test
    void instancesAreSoldInSizes() {
        Trial sizes = new Trial().services(service("a").replicas(2).cpu(0.3, 0.3).memory(0.6 * GIB, 0.6 * GIB))
                .nodes(1, 1, 0).billing(Billing.INSTANCES).set(Param.INSTANCE_VCPU_STEP, 0.25)
                .set(Param.INSTANCE_MEMORY_STEP, 0.5 * GIB);
        Bill bill = sizes.bill();
        assertThat(bill.gross().get(Measure.VCPU).likely()).isCloseTo(1, within(1e-12));
        assertThat(bill.gross().get(Measure.MEMORY).likely()).isCloseTo(2 * GIB, within(1e-3));
        assertThat(found(bill, Measure.VCPU, "sizes rounded up")).isCloseTo(0.4, within(1e-12));
        assertThat(line(bill, Part.HEADROOM, Measure.COST)).isCloseTo(0.4 * 10 + 0.8, within(1e-9));
    }

    @Test
    void aServiceThatIsOffTakesNothing() {
        Trial off = new Trial()
                .services(service("a").replicas(0).cpu(1, 0.5).memory(GIB, GIB).payload(MB).deploys(1),
                        service("b").replicas(0).cpu(1, 0.5).memory(GIB, GIB))
                .nodes(4, 16 * GIB, 0);
        assertThat(off.bill().gross().get(Measure.COST).likely()).isZero();
        assertThat(off.allInOne().bill().gross().get(Measure.COST).likely()).isZero();
    }
}
