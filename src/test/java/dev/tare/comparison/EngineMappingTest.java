package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import dev.tare.estate.EstateDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class EngineMappingTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void aliasesResolveToTheirService() {
        CallGraph graph = graph("""
                name: shop
                services: [{name: cart, aliases: [cart.shop, cartservice]}, {name: web}]
                calls: [{from: web, to: cartservice}]
                entries: [{service: web, meanPerSecond: 12}]
                """);
        assertThat(graph.calls()).singleElement()
                .satisfies(call -> assertThat(new int[]{ call.from(), call.to() }).containsExactly(1, 0));
        assertThat(graph.entries()).singleElement().satisfies(entry -> assertThat(entry.service()).isEqualTo(1));
    }

    @Test
    void aNameWinsOverAnotherServicesAlias() {
        CallGraph graph = graph("""
                name: shop
                services: [{name: web, aliases: [cart]}, {name: cart}]
                calls: [{from: web, to: cart}]
                """);
        assertThat(graph.calls().getFirst().to()).isEqualTo(1);
    }

    @Test
    void startUpOrderIsNoCall() {
        assertThat(graph("""
                name: shop
                services: [{name: web}, {name: config}]
                calls: [{from: web, to: config, kind: startup-order}]
                """).calls()).isEmpty();
    }

    @Test
    void aCallToNobodyHereIsLeftOut() {
        assertThat(graph("""
                name: shop
                services: [{name: web}]
                calls: [{from: web, to: elsewhere}]
                """).calls()).isEmpty();
    }

    @Test
    void modesAreKept() {
        assertThat(graph("""
                name: shop
                services: [{name: a}, {name: b}]
                calls: [{from: a, to: b}, {from: a, to: b, mode: parallel}, {from: a, to: b, mode: async}]
                """).calls()).extracting(CallGraph.Call::mode).containsExactly(Mode.SEQUENTIAL, Mode.PARALLEL,
                Mode.ASYNC);
    }

    @Test
    void whatNobodyStatedStaysNotStated() {
        Service service = graph("{name: shop, services: [{name: a}]}").services().getFirst();
        assertThat(service.cpuRequest()).isNaN();
        assertThat(service.replicas()).isNaN();
        assertThat(service.imageCompressed()).isNaN();
        assertThat(service.isolation()).isEqualTo(Service.Isolation.NONE);
    }

    @Test
    void aLimitWithoutARequestIsTheRequest() {
        Service service = graph(
                "{name: shop, services: [{name: a, cpu: {limit: 0.5}, memory: {request: 64, limit: 128}}]}")
                .services().getFirst();
        assertThat(service.cpuRequest()).isEqualTo(0.5);
        assertThat(service.memoryRequest()).isEqualTo(64);
    }

    @Test
    void aDaemonSetFollowsNodesAndACronJobKeepsNoReplica() {
        CallGraph graph = graph("{name: shop, services: [{name: a, kind: DaemonSet}, {name: b, kind: CronJob}]}");
        assertThat(graph.services().get(0).pinned()).isTrue();
        assertThat(graph.services().get(1).replicas()).isZero();
    }

    @Test
    void aKnownImageBringsItsSizeUnlessOneIsStated() {
        CallGraph graph = graph("""
                name: shop
                services:
                - {name: a, image: {reference: "node:22-alpine"}}
                - {name: b, image: {reference: "node:22-alpine", compressedBytes: 7}}
                """);
        assertThat(graph.services().get(0).imageCompressed()).isBetween(50e6, 70e6);
        assertThat(graph.services().get(1).imageCompressed()).isEqualTo(7);
    }

    @Test
    void sidecarsKeepTheirRoleAndRequests() {
        Service service = graph("""
                name: shop
                services: [{name: a, sidecars: [{name: istio-proxy, role: mesh, native: false, cpu: {request: 0.1}}, {name: x, role: odd, native: true}]}]
                """).services().getFirst();
        assertThat(service.sidecars()).extracting(Service.Sidecar::role).containsExactly(Service.Role.MESH,
                Service.Role.OTHER);
        assertThat(service.sidecars().getFirst().cpuRequest()).isEqualTo(0.1);
    }

    private static CallGraph graph(String yaml) {
        EstateDocument estate = YAML.readValue(yaml, EstateDocument.class);
        return new EngineMapping(TestCatalogue.SHIPPED, estate).graph(estate);
    }
}
