package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Reservation;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

/** How many nodes it takes, and what they keep. */
class FleetTest {
    private static Trial instances(double count, double vcpu, double memory) {
        return new Trial().services(service("a").replicas(count).cpu(vcpu, vcpu).memory(memory, memory))
                .nodes(4, 16 * GIB, 1);
    }

    @Test
    void theScarcerResourceDecides() {
        assertThat(instances(10, 1, GIB).bill().structure().nodes()).isEqualTo(3);
        assertThat(instances(10, 0.1, 10 * GIB).bill().structure().nodes()).isEqualTo(7);
    }

    @Test
    void whatTheNodeKeepsAndItsDaemonsTakeIsGoneBeforePacking() {
        Trial trial = instances(10, 1, GIB)
                .reservation(new Reservation(new double[]{ Double.POSITIVE_INFINITY }, new double[]{ 0.02 }, false,
                        new double[0], new double[0], 0, 0, 1, 0))
                .set(Param.DAEMONSET_CPU, 0.5).set(Param.PACKING_EFFICIENCY, 0.8);
        assertThat(trial.bill().structure().nodes()).isEqualTo(4);
        assertThat(line(trial.bill(), Part.PLACEMENT, Measure.VCPU)).isCloseTo(4 * 0.58, within(1e-12));
    }

    @Test
    void thePodLimitDecidesToo() {
        assertThat(instances(30, 0.01, 1).set(Param.NODE_MAX_INSTANCES, 8).bill().structure().nodes()).isEqualTo(4);
    }

    @Test
    void theAvailabilityFloorHolds() {
        assertThat(instances(1, 0.1, 1).set(Param.MIN_NODES, 3).bill().structure().nodes()).isEqualTo(3);
    }

    @Test
    void anInstanceThatDoesNotFitTakesLargerNodes() {
        Bill bill = instances(2, 1, 40 * GIB).bill();
        assertThat(bill.structure().nodes()).isEqualTo(2);
        assertThat(bill.gross().get(Measure.VCPU).likely()).isEqualTo(2 * 16);
        assertThat(bill.gross().get(Measure.COST).likely()).isCloseTo(2 * (160 + 64), within(1e-9));
    }

    @Test
    void aDaemonSetRunsOnceOnEveryNode() {
        Trial trial = new Trial().services(service("a").replicas(6).cpu(1, 1).memory(GIB, GIB),
                service("agent").pinned().cpu(1, 0.5).memory(2 * GIB, GIB)).nodes(4, 16 * GIB, 1);
        Bill bill = trial.bill();
        assertThat(bill.structure().nodes()).isEqualTo(2);
        assertThat(bill.structure().instances()).isEqualTo(8);
        assertThat(bill.net().get(Measure.VCPU).likely()).isCloseTo(6.5, within(1e-12));
        assertThat(line(bill, Part.PLACEMENT, Measure.VCPU)).isCloseTo(0.5, within(1e-12));
        assertThat(line(bill, Part.HEADROOM, Measure.VCPU)).isCloseTo(2 * 0.5, within(1e-9));
    }

    @Test
    void aWholeServersPriceIsSharedBetweenCpuAndMemory() {
        Trial bought = instances(1, 1, GIB).set(Param.PRICE_SERVER_MONTH, 300);
        Bill bill = bought.bill();
        assertThat(bill.gross().get(Measure.COST).likely()).isCloseTo(300, within(1e-9));
        double cpu = 300 * 40 / 56.0 / 4;
        double memory = 300 * 16 / 56.0 / 16;
        assertThat(bill.net().get(Measure.COST).likely()).isCloseTo(cpu + memory, within(1e-9));
    }

    @Test
    void nodesWithoutASizeAreRefused() {
        Trial nothing = new Trial().services(service("a"));
        assertThatThrownBy(nothing::bill).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nodes");
    }
}
