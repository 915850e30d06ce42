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
import dev.tare.engine.Service.Role;
import dev.tare.engine.Shape.Helpers;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

/** What becomes of registered sidecars when the shape or the grouping changes. */
class SidecarsTest {
    private static Trial logged() {
        return new Trial()
                .services(service("a").replicas(2).sidecar("fluent-bit", Role.LOGGING, 0.05, 40 * MB),
                        service("b").replicas(3).sidecar("fluent-bit", Role.LOGGING, 0.05, 50 * MB))
                .nodes(16, 64 * GIB, 2);
    }

    private static double watching(Trial trial) {
        return line(trial.bill(), Part.MONITORING, Measure.MEMORY);
    }

    @Test
    void loggingStandsBesideEachReplicaToday() {
        assertThat(watching(logged().today())).isCloseTo((2 * 40 + 3 * 50) * MB, within(1e-3));
    }

    @Test
    void aHostToolLeavesNothingToRun() {
        assertThat(watching(logged().helpers(Helpers.HOST_TOOL))).isZero();
    }

    @Test
    void aNodeAgentTakesThePlaceOfAll() {
        Trial trial = logged().helpers(Helpers.NODE_AGENT).set(Param.AGENT_MEMORY, 100 * MB);
        assertThat(watching(trial)).isCloseTo(2 * 100 * MB, within(1e-3));
    }

    @Test
    void sidecarAgentsAreAddedOnlyWhereNoneIsRegistered() {
        Trial trial = new Trial()
                .services(service("a").replicas(1).sidecar("fluent-bit", Role.LOGGING, 0.05, 40 * MB),
                        service("b").replicas(1))
                .nodes(16, 64 * GIB, 2).helpers(Helpers.SIDECAR).set(Param.AGENT_SIDECARS, 1)
                .set(Param.AGENT_SIDECAR_MEMORY, 70 * MB);
        assertThat(watching(trial)).isCloseTo((40 + 70) * MB, within(1e-3));
    }

    @Test
    void securityIsWatchingToo() {
        Trial trial = new Trial().services(service("a").replicas(2).sidecar("falco", Role.SECURITY, 0.1, 90 * MB))
                .nodes(16, 64 * GIB, 1).today();
        assertThat(watching(trial)).isCloseTo(2 * 90 * MB, within(1e-3));
    }

    @Test
    void databaseProxiesStayOncePerUnit() {
        Trial trial = new Trial()
                .services(service("a").replicas(1).sidecar("sql-proxy", Role.DATABASE, 0.1, 30 * MB),
                        service("b").replicas(1).sidecar("sql-proxy", Role.DATABASE, Double.NaN, 40 * MB))
                .nodes(16, 64 * GIB, 1).set(Param.DEFAULT_SIDECAR_CPU, 0.25);
        Bill apart = trial.bill();
        assertThat(line(apart, Part.PLACEMENT, Measure.MEMORY)).isCloseTo(70 * MB, within(1e-3));
        assertThat(line(apart, Part.PLACEMENT, Measure.VCPU)).isCloseTo(0.35, within(1e-12));
        Bill together = trial.allInOne().bill();
        assertThat(line(together, Part.PLACEMENT, Measure.MEMORY)).isCloseTo(40 * MB, within(1e-3));
        assertThat(line(together, Part.PLACEMENT, Measure.VCPU)).isCloseTo(0.1, within(1e-12));
    }
}
