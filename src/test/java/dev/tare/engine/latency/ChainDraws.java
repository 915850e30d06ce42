package dev.tare.engine.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/** Requests through a chain of ten remote hops and nothing else: what samplers are held against. */
public final class ChainDraws {
    /** Hops of the chain. */
    public static final int HOPS = 10;

    private static final CallGraph GRAPH = new CallGraph(
            IntStream.rangeClosed(0, HOPS).mapToObj(i -> Service.named("s" + i)).toList(),
            IntStream.range(0, HOPS).mapToObj(i -> new Call(i, i + 1, Mode.SEQUENTIAL, 1, Double.NaN, Double.NaN))
                    .toList(),
            List.of(new Entry(0, 1, 1)), List.of());

    private final Topology topology = new Topology(GRAPH);
    private final Traffic traffic = Traffic.solve(topology, 1, 1);
    private final int[] units = IntStream.rangeClosed(0, HOPS).toArray();
    private final Simulation simulation = new Simulation(topology, traffic);
    private final Supplier<Rows> rows;
    private final Times times;

    private ChainDraws(Extra hop, Supplier<Rows> rows) {
        this.rows = rows;
        double[] none = new double[HOPS + 1];
        times = new Times(none, none, 0, hop, Extra.NONE, Extra.NONE, Extra.NONE, Extra.NONE);
    }

    /** Lognormal hops of these parameters of the logarithm. */
    public static ChainDraws lognormal(double mu, double sigma) {
        return new ChainDraws(Extra.always(Math.exp(mu), Math.exp(mu + sigma * Normal.Z99)), Rows::new);
    }

    /** Hops that take one of fifty times of a file, each as likely. */
    public static ChainDraws measured() {
        InputStream file = Objects
                .requireNonNull(ChainDraws.class.getResourceAsStream("/engine/latency/measured-hop.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return empirical(lines.lines().filter(line -> !line.startsWith("#")).skip(1)
                    .mapToDouble(Double::parseDouble).toArray());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static ChainDraws empirical(double[] ascending) {
        return new ChainDraws(Extra.always(1, 2), () -> new Rows(new Measured(ascending)));
    }

    /** Times that stand in a row, each as likely. */
    private record Measured(double[] ascending) implements Rows.Filling {
        @Override
        public void fill(Lognormal time, double[] row, int order) {
            double[] shares = Orders.shares(order);
            Arrays.setAll(row, i -> at(time, shares[i]));
        }

        @Override
        public double at(Lognormal time, double share) {
            return ascending[(int) (share * ascending.length)];
        }
    }

    /** The usual run of the product: percentiles of as many requests as fit. */
    public Latency run() {
        return simulation.run(units, times);
    }

    /** The same without drawing. */
    public double convolved(double share) {
        return new Convolution(simulation.plan(), units, times).told(0).at(share);
    }

    /** So many requests as sums of rows, with nothing around them. */
    public double[] rowsAlone(int requests) {
        Rows fresh = rows.get();
        Lognormal hop = new Lognormal(1, times.network().p50(0), times.network().p99(0));
        double[] all = new double[requests];
        double[] sum = new double[Orders.BLOCK];
        double[] turned = new double[Orders.BLOCK];
        for (int block = 0; block < requests / Orders.BLOCK; block++) {
            Arrays.fill(sum, 0);
            for (int i = 0; i < HOPS; i++) {
                Sample.rotate(turned, fresh.of(hop, Orders.of(block + i)), Shuffle.start(Shuffle.key(block, i), i));
                Sample.add(sum, turned);
            }
            System.arraycopy(sum, 0, all, block * Orders.BLOCK, Orders.BLOCK);
        }
        return all;
    }

    /** Ascending times of every request drawn with so many seeds. */
    public double[] sorted(int seeds) {
        return IntStream.range(0, seeds).mapToObj(this::drawn).flatMapToDouble(DoubleStream::of).sorted().toArray();
    }

    /** Which of an ascending row stands at a share. */
    public static double quantile(double[] sorted, double share) {
        return Sample.quantile(sorted, share);
    }

    private double[] drawn(int seed) {
        Simulation simulation = new Simulation(topology, traffic, seed, 64 * Orders.BLOCK, rows.get());
        double[] all = new double[simulation.blocks() * Orders.BLOCK];
        Stack stack = new Stack(times, simulation.rows());
        Room room = new Room(simulation.plan().slots(), stack.levels());
        Answers answers = new Answers(simulation, units, times, stack, 0);
        for (int block = 0; block < simulation.blocks(); block++) {
            answers.block(block, room, (service, at, rows, plain, same) -> {
                if (service == 0) {
                    System.arraycopy(rows[1], 0, all, at * Orders.BLOCK, Orders.BLOCK);
                }
            });
        }
        return all;
    }
}
