package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class IsolationLineTest {
    private static Trial java() {
        return new Trial().runtime(60 * MB, false)
                .services(service("a").replicas(3).memory(100 * MB, 100 * MB).cpu(1, 0.1),
                        service("b").replicas(3).memory(200 * MB, 200 * MB).cpu(1, 0.1))
                .nodes(16, 64 * GIB, 1);
    }

    @Test
    void theRuntimesBaseIsPaidAgainInEveryFurtherProcess() {
        Bill apart = java().set(Param.ISOLATION_MEMORY, 10 * MB).bill();
        assertThat(line(apart, Part.ISOLATION, Measure.MEMORY)).isCloseTo((5 * 60 + 6 * 10) * MB, within(1e-3));
        assertThat(apart.net().get(Measure.MEMORY).likely()).isCloseTo((40 + 140 + 60) * MB, within(1e-3));
    }

    @Test
    void servicesThatShareAProcessShareTheBase() {
        Bill together = java().set(Param.MIN_REPLICAS, 2).allInOne().bill();
        assertThat(line(together, Part.ISOLATION, Measure.MEMORY)).isCloseTo(60 * MB, within(1e-3));
        assertThat(together.net().get(Measure.MEMORY).likely()).isCloseTo((40 + 140 + 60) * MB, within(1e-3));
    }

    @Test
    void aRuntimeOfOneCoreNeedsAProcessForEveryCore() {
        Trial node = new Trial().runtime(30 * MB, true)
                .services(service("a").replicas(4).cpu(1, 0.9).memory(100 * MB, 100 * MB),
                        service("b").replicas(4).cpu(1, 0.9).memory(100 * MB, 100 * MB))
                .nodes(64, 64 * GIB, 1).set(Param.UNIT_REPLICA_VCPU, 4).set(Param.MIN_REPLICAS, 1).allInOne();
        Bill bill = node.bill();
        assertThat(bill.structure().instances()).isEqualTo(2);
        assertThat(line(bill, Part.ISOLATION, Measure.MEMORY)).isCloseTo((2 * 4 - 1) * 30 * MB, within(1e-3));
    }

    @Test
    void aBaseIsNeverMoreThanTheSmallestProcess() {
        Trial small = new Trial().runtime(60 * MB, false).services(service("a").replicas(2).memory(20 * MB, 20 * MB))
                .nodes(16, 64 * GIB, 1);
        assertThat(line(small.bill(), Part.ISOLATION, Measure.MEMORY)).isCloseTo(20 * MB, within(1e-3));
    }

    @Test
    void cpuIsLostToTheWallAsAShareOfWhatIsUsed() {
        Bill bill = java().set(Param.ISOLATION_CPU_SHARE, 0.05).set(Param.ISOLATION_CPU, 0.25).bill();
        assertThat(line(bill, Part.ISOLATION, Measure.VCPU)).isCloseTo(0.05 * 0.6 + 6 * 0.25, within(1e-12));
    }
}
