package dev.tare.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import org.junit.jupiter.api.Test;

class TopologyTest {
    @Test
    void exampleOfTheDocumentation() {
        CallGraph graph = Graphs.of("a > b", "b > c", "c > b", "d");
        Topology topology = new Topology(graph);
        assertThat(topology.components()).isEqualTo(3);
        assertThat(topology.loops()).isEqualTo(1);
        assertThat(topology.parts()).isEqualTo(2);
        assertThat(topology.component(1)).isEqualTo(topology.component(2));
        assertThat(topology.size(topology.component(1))).isEqualTo(2);
        assertThat(topology.component(0)).isLessThan(topology.component(1));
        assertThat(topology.part(0)).isEqualTo(topology.part(2)).isNotEqualTo(topology.part(3));
    }

    @Test
    void callsToTheSameServiceStayApart() {
        Topology topology = new Topology(Graphs.of("a > b 2", "a > b 3 async", "c > b"));
        assertThat(topology.fanOut(0)).isEqualTo(2);
        assertThat(topology.fanIn(1)).isEqualTo(3);
        assertThat(topology.perRequest(topology.out(0, 1))).isEqualTo(3);
        assertThat(topology.waits(topology.out(0, 1))).isFalse();
        assertThat(topology.from(topology.in(1, 2))).isEqualTo(2);
    }

    @Test
    void aCallToItselfIsNoLoop() {
        Topology topology = new Topology(Graphs.of("a > b", "b > b 0.5"));
        assertThat(topology.loops()).isZero();
        assertThat(topology.selfCalls()).containsExactly(1);
    }

    @Test
    void whatIsNotStatedHappensOnceButNotToItself() {
        Topology topology = new Topology(Graphs.of("a > b ?", "b > b ?"));
        assertThat(topology.perRequest(0)).isEqualTo(1);
        assertThat(topology.perRequest(1)).isZero();
    }

    @Test
    void callbacksThatNobodyWaitsForMakeNoWaitingLoop() {
        Topology topology = new Topology(Graphs.of("a > b", "b > a 0.1 async"));
        assertThat(topology.loops()).isEqualTo(1);
        assertThat(topology.waiting().count()).isEqualTo(2);
        assertThat(topology.waiting().of(0)).isLessThan(topology.waiting().of(1));
    }

    @Test
    void aChainOfTwoHundredThousandServicesIsNoDeeperThanOne() {
        int services = 200_000;
        List<Service> chain = IntStream.range(0, services).mapToObj(i -> Service.named("s" + i)).toList();
        List<Call> calls = IntStream.range(1, services)
                .mapToObj(i -> new Call(i - 1, i, Mode.SEQUENTIAL, 1, Double.NaN, Double.NaN)).toList();
        CallGraph graph = new CallGraph(chain, calls, List.of(new Entry(0, 1, 1)), List.of());
        Topology topology = new Topology(graph);
        assertThat(topology.components()).isEqualTo(services);
        Traffic traffic = Traffic.solve(topology, 1, 1);
        assertThat(Hops.of(topology, traffic, Graphs.oneEach(graph)).depth()).isEqualTo(services - 1);
        assertThat(traffic.mean(services - 1)).isEqualTo(1);
    }

    @Test
    void refusesWhatNamesNoService() {
        Call call = new Call(0, 1, Mode.SEQUENTIAL, 1, 0, 0);
        CallGraph graph = new CallGraph(List.of(Service.named("a")), List.of(call), List.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new Topology(graph)).withMessageContaining("found 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Topology(Graphs.of("a > b -1")));
    }

    @Test
    void anEmptyGraphHasNothing() {
        Topology topology = new Topology(Graphs.of());
        assertThat(topology.components() + topology.parts() + topology.services()).isZero();
        Traffic traffic = Traffic.solve(topology, 1, 1);
        assertThat(Hops.of(topology, traffic, new int[0]).hopsPerRequest()).isZero();
    }
}
