package dev.tare.engine.bill;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.GIB;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Curve;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Trial;
import org.junit.jupiter.api.Test;

class MeshLineTest {
    /** a takes 100 requests/s and calls b once for each. */
    private static Trial pair() {
        return new Trial().services(service("a").replicas(2), service("b").replicas(1)).call("a", "b", 1)
                .entry("a", 100).nodes(16, 64 * GIB, 2);
    }

    private static Trial sidecars() {
        return pair().set(Param.MESH_PROXIES, 1).set(Param.MESH_PROXY_CPU_AT_1000, 0.2)
                .set(Param.MESH_PROXY_MEMORY, 60 * MB);
    }

    @Test
    void proxiesSeeWhatComesInAndWhatGoesOut() {
        double a = 2 * 0.2 * (100 + 100) / 2 / 1000;
        double b = 0.2 * 100 / 1000;
        assertThat(line(sidecars().bill(), Part.MESH, Measure.VCPU)).isCloseTo(a + b, within(1e-12));
    }

    @Test
    void aProxyNeverTakesLessThanItAsksFor() {
        Trial trial = sidecars().set(Param.MESH_PROXY_CPU_REQUEST, 0.1);
        assertThat(line(trial.bill(), Part.MESH, Measure.VCPU)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void proxyCpuFollowsTheCurve() {
        Curve curve = new Curve(new double[]{ 1000, 2000 }, new double[]{ 1, 1.5 });
        Trial trial = new Trial().services(service("a").replicas(1), service("b").replicas(1)).entry("a", 1500)
                .nodes(16, 64 * GIB, 1).set(Param.MESH_PROXIES, 1).set(Param.MESH_PROXY_CPU_AT_1000, 0.2).curve(curve);
        assertThat(line(trial.bill(), Part.MESH, Measure.VCPU)).isCloseTo(0.2 * 1.25, within(1e-12));
    }

    @Test
    void memoryGrowsWithTheServicesAProxyIsToldAbout() {
        Trial trial = sidecars().set(Param.MESH_PROXY_MEMORY_PER_SERVICE, 5 * MB);
        assertThat(line(trial.bill(), Part.MESH, Measure.MEMORY)).isCloseTo(3 * 70 * MB, within(1e-3));
    }

    @Test
    void nodeProxiesRunOnEveryNodeAndShareTheTraffic() {
        Trial trial = pair().set(Param.MESH_NODE_CPU_AT_1000, 0.06).set(Param.MESH_NODE_MEMORY, 12 * MB)
                .set(Param.MESH_CONTROL_CPU, 1).set(Param.MESH_CONTROL_MEMORY, 1500 * MB);
        double passing = 2 * 100 + 100;
        assertThat(line(trial.bill(), Part.MESH, Measure.VCPU)).isCloseTo(1 + 0.06 * passing / 1000, within(1e-12));
        assertThat(line(trial.bill(), Part.MESH, Measure.MEMORY)).isCloseTo(2 * 12 * MB + 1500 * MB, within(1e-3));
    }

    @Test
    void waypointsRunForEachTeam() {
        Trial trial = new Trial().services(service("a").team("x"), service("b").team("y")).call("a", "b", 1)
                .entry("a", 100).nodes(16, 64 * GIB, 2).set(Param.MESH_NODE_MEMORY, 1)
                .set(Param.MESH_WAYPOINTS_PER_TEAM, 1).set(Param.MESH_WAYPOINT_CPU_REQUEST, 0.001)
                .set(Param.MESH_WAYPOINT_CPU_AT_1000, 0.25).set(Param.MESH_WAYPOINT_MEMORY, 60 * MB);
        assertThat(line(trial.bill(), Part.MESH, Measure.VCPU)).isCloseTo(2 * 0.25 * 50 / 1000, within(1e-12));
        assertThat(line(trial.bill(), Part.MESH, Measure.MEMORY)).isCloseTo(2 * 60 * MB + 2, within(1e-3));
    }

    @Test
    void aSingleUnitHasNobodyToMeshWith() {
        Trial trial = sidecars().set(Param.MESH_CONTROL_MEMORY, GIB).allInOne();
        assertThat(line(trial.bill(), Part.MESH, Measure.COST)).isZero();
    }

    @Test
    void todayPaysForTheSidecarsThatAreRegistered() {
        Trial trial = new Trial()
                .services(service("a").replicas(2).sidecar("istio-proxy", Role.MESH, 0.1, 128 * MB),
                        service("b").replicas(1))
                .call("a", "b", 1).entry("a", 100).nodes(16, 64 * GIB, 2).today().set(Param.MESH_PROXIES, 1)
                .set(Param.MESH_PROXY_CPU_REQUEST, 5).set(Param.MESH_PROXY_MEMORY_REQUEST, 5 * GIB);
        assertThat(line(trial.bill(), Part.MESH, Measure.VCPU)).isCloseTo(0.2, within(1e-12));
        assertThat(line(trial.bill(), Part.MESH, Measure.MEMORY)).isCloseTo(2 * 128 * MB, within(1e-3));
    }

    @Test
    void todayRunsTheShapesProxiesWhereTheyAreInjectedAndNotRegistered() {
        assertThat(line(sidecars().today().bill(), Part.MESH, Measure.MEMORY)).isCloseTo(3 * 60 * MB, within(1e-3));
    }

    @Test
    void anotherShapeReplacesRegisteredMeshSidecars() {
        Trial trial = new Trial()
                .services(service("a").replicas(2).sidecar("istio-proxy", Role.MESH, 0.1, 128 * MB), service("b"))
                .call("a", "b", 1).entry("a", 100).nodes(16, 64 * GIB, 2);
        assertThat(line(trial.bill(), Part.MESH, Measure.MEMORY)).isZero();
    }
}
