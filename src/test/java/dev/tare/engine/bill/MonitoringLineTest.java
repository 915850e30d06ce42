package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.SECONDS;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class MonitoringLineTest {
    /** a takes 100 requests/s and calls b twice for each; on two nodes. */
    private static Trial pair() {
        return new Trial().services(service("a").replicas(4).logs(500).series(10), service("b").replicas(6).series(20))
                .call("a", "b", 2).entry("a", 100).nodes(16, 64 * GIB, 2);
    }

    private static double cost(Trial trial) {
        return line(trial.bill(), Part.MONITORING, Measure.COST);
    }

    @Test
    void boughtWatchingIsPaidPerHost() {
        assertThat(cost(pair().set(Param.WATCH_PER_HOST, 20))).isCloseTo(40, within(1e-9));
    }

    @Test
    void containersAreFreeUpToTheAllotment() {
        Trial trial = pair().set(Param.WATCH_PER_CONTAINER, 0.002).set(Param.WATCH_CONTAINER_ALLOTMENT, 3);
        assertThat(cost(trial)).isCloseTo((10 - 6) * 0.002 * 730, within(1e-9));
    }

    @Test
    void sidecarsAreContainersToo() {
        Trial trial = new Trial().services(service("a").replicas(2).sidecar("p", Role.OTHER, 0.1, 1))
                .nodes(16, 64 * GIB, 1).set(Param.WATCH_PER_CONTAINER, 0.002);
        assertThat(cost(trial)).isCloseTo(4 * 0.002 * 730, within(1e-9));
    }

    @Test
    void logsAreEachServicesBytesTimesItsRequests() {
        Trial trial = pair().set(Param.DEFAULT_LOG_BYTES, 300).set(Param.WATCH_PER_LOG_GB, 0.1);
        double bytes = (100 * 500 + 200 * 300) * SECONDS;
        assertThat(cost(trial)).isCloseTo(bytes / 1e9 * 0.1, within(1e-9));
    }

    @Test
    void seriesComeFromInstancesServicesAndMeshedPairs() {
        Trial trial = pair().set(Param.SERIES_PER_INSTANCE, 250).set(Param.WATCH_PER_SERIES, 0.05)
                .set(Param.WATCH_SERIES_ALLOTMENT, 100);
        double series = 10 * 250 + 4 * 10 + 6 * 20;
        assertThat(cost(trial)).isCloseTo((series - 200) * 0.05, within(1e-9));
        Trial meshed = trial.set(Param.MESH_PROXIES, 1).set(Param.SERIES_PER_MESH_EDGE, 200);
        assertThat(cost(meshed)).isCloseTo((series + 200 - 200) * 0.05, within(1e-9));
    }

    @Test
    void selfRunMetricsHoldEverySeriesInMemory() {
        Trial trial = pair().set(Param.SERIES_PER_INSTANCE, 250).set(Param.MEMORY_PER_SERIES, 2500)
                .set(Param.WATCH_SERVER_MEMORY, GIB).set(Param.WATCH_SERVER_CPU, 0.5);
        double bytes = GIB + (10 * 250 + 160) * 2500.0;
        assertThat(line(trial.bill(), Part.MONITORING, Measure.MEMORY)).isCloseTo(bytes, within(1e-3));
        assertThat(line(trial.bill(), Part.MONITORING, Measure.VCPU)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void spansAreSampledHops() {
        Trial trial = pair().set(Param.TRACE_SAMPLING, 0.1).set(Param.SPAN_BYTES, 500).set(Param.WATCH_PER_SPAN_GB, 1);
        assertThat(cost(trial)).isCloseTo(200 * 0.1 * 500 * SECONDS / 1e9, within(1e-9));
        assertThat(cost(trial.allInOne())).isZero();
    }

    @Test
    void agentsRunOnEveryNode() {
        Trial trial = pair().set(Param.AGENT_CPU, 0.1).set(Param.AGENT_MEMORY, GIB);
        assertThat(cost(trial)).isCloseTo(2 * (0.1 * 10 + 1), within(1e-9));
    }
}
