package dev.tare.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Reach;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.graph.EdgeReversedGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Graph facts of 20,000 services and 200,000 calls, each beside JGraphT's answer to the same question. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-XX:+UseSerialGC", "-Xmx2500m" })
@Warmup(iterations = 8)
@Measurement(iterations = 5)
public class GraphBench {
    private static final int SAMPLED = 20;

    private Shop shop;
    private Topology topology;
    private Traffic traffic;
    private int[] oneEach;
    private Graph<Integer, DefaultEdge> peer;

    @Setup
    public void open() {
        shop = new Shop(20_000);
        topology = new Topology(shop.graph);
        traffic = Traffic.solve(topology, 1, 1);
        oneEach = new int[topology.services()];
        Arrays.setAll(oneEach, i -> i);
        peer = peerLoads();
        check();
    }

    /** Speed counts only where the answers are the same. */
    private void check() {
        if (topology.components() != peerComponents().size() || topology.parts() != peerParts().size()
                || degrees() != peerDegrees()) {
            throw new IllegalStateException("JGraphT finds something else");
        }
    }

    /** Load, degrees, strongly connected components in order, weakly connected parts. */
    @Benchmark
    public Topology layout() {
        return new Topology(shop.graph);
    }

    /** Requests everywhere. */
    @Benchmark
    public Traffic traffic() {
        return Traffic.solve(topology, 1, 1);
    }

    /** Hops of every service, depth, rates on the wire. */
    @Benchmark
    public Hops hopsAndDepth() {
        return Hops.of(topology, traffic, oneEach);
    }

    /** Callers and callees of every service. */
    @Benchmark
    public long degrees() {
        long sum = 0;
        for (int service = 0; service < topology.services(); service++) {
            sum += (long) topology.fanIn(service) * topology.fanOut(service);
        }
        return sum;
    }

    /** Blast radius of every service. */
    @Benchmark
    public Reach reach() {
        return Reach.of(topology);
    }

    /** All of it. */
    @Benchmark
    public long facts() {
        Topology laid = new Topology(shop.graph);
        Hops hops = Hops.of(laid, Traffic.solve(laid, 1, 1), oneEach);
        return hops.depth() + Reach.of(laid).dependants(0) + degrees();
    }

    @Benchmark
    public Graph<Integer, DefaultEdge> peerLoads() {
        Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (int service = 0; service < shop.graph.services().size(); service++) {
            graph.addVertex(service);
        }
        shop.graph.calls().forEach(call -> graph.addEdge(call.from(), call.to()));
        return graph;
    }

    @Benchmark
    public List<Set<Integer>> peerComponents() {
        return new GabowStrongConnectivityInspector<>(peer).stronglyConnectedSets();
    }

    @Benchmark
    public List<Set<Integer>> peerParts() {
        return new ConnectivityInspector<>(peer).connectedSets();
    }

    @Benchmark
    public long peerDegrees() {
        long sum = 0;
        for (int service = 0; service < topology.services(); service++) {
            sum += (long) peer.inDegreeOf(service) * peer.outDegreeOf(service);
        }
        return sum;
    }

    /** Callers, near and far, of every thousandth service only: all of them would take minutes. */
    @Benchmark
    public int peerReachOfSome() {
        int found = 0;
        Graph<Integer, DefaultEdge> up = new EdgeReversedGraph<>(peer);
        for (int service = 0; service < topology.services(); service += topology.services() / SAMPLED) {
            BreadthFirstIterator<Integer, DefaultEdge> callers = new BreadthFirstIterator<>(up, service);
            while (callers.hasNext()) {
                callers.next();
                found++;
            }
        }
        return found;
    }
}
