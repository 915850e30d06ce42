package dev.tare.engine.latency;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.tare.engine.Journey;
import dev.tare.engine.Percentiles;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.latency.Sample.Read;

/**
 * Draws requests through one call graph for any number of scenarios. What the scenarios share — the way of requests,
 * the keys of their draws, rows of times, the answers without infrastructure — is found once; a simulation may be
 * shared between threads.
 *
 * <p>Requests are drawn in blocks of 1024: 64 of them, fewer where the graph is large, so that the calls of all requests
 * stay near 6 million. The 99th percentile of a chain of ten like hops (σ 0.8) then has a standard error of 0.5 %; of an
 * estate of 200 services drawn in 8 blocks 0.4 %.
 */
public final class Simulation {
    private static final int MOST_BLOCKS = 64;
    private static final int FEW = 8;
    /** Calls made and answers worked out, all requests together, that take about ten milliseconds. */
    private static final double MOST_WORK = 6e6;
    /** What a call costs that no request makes, as a share of one that every request makes. */
    private static final double CALL = 0.1;
    private static final long SEED = 0x7461_7265L;
    private static final int MOST_CONVOLVED = 20_000;

    private final Topology topology;
    private final Traffic traffic;
    private final Paths paths;
    private final Plan plan;
    private final Rows rows;
    private final Tails tails;
    private final int blocks;
    private final AtomicReference<@Nullable Room> spare = new AtomicReference<>();
    private final Nets nets = new Nets();

    /** Requests through this graph. */
    public Simulation(Topology topology, Traffic traffic) {
        this(topology, traffic, SEED, 0);
    }

    /** Requests through this graph with another seed and a stated number of draws, whole blocks; 0: as fits. */
    Simulation(Topology topology, Traffic traffic, long seed, int draws) {
        this(topology, traffic, seed, draws, new Rows());
    }

    /** The same with times from these rows. */
    Simulation(Topology topology, Traffic traffic, long seed, int draws, Rows rows) {
        this.rows = rows;
        tails = new Tails(seed, seed == SEED);
        this.topology = topology;
        this.traffic = traffic;
        paths = new Paths(topology, traffic, seed);
        plan = new Plan(topology, paths);
        blocks = draws > 0 ? draws / Orders.BLOCK : fitting();
    }

    /** Latency when service {@code s} is in unit {@code units[s]} and things take these times. */
    public Latency run(int[] units, Times times) {
        return run(units, times, blocks);
    }

    /**
     * Where the time of requests goes that arrive at a service, or at all entry points by their rates where it is negative;
     * a quantile is of one entry point alone.
     */
    public Journey journey(int[] units, Times times, int service, Journey.Band band) {
        if (service < 0 && band != Journey.Band.ALL) {
            throw new IllegalArgumentException("expected an entry point for a quantile, found none");
        }
        return new Journeys(this, units.clone(), times, traffic.entries(), service).about(band);
    }

    /** The same from the first eighth of these requests alone, for those who ask at hundreds of assumption values. */
    public Latency few(int[] units, Times times) {
        return run(units, times, Math.max(1, blocks / FEW));
    }

    /**
     * Percentiles over all entry points by their rates, as {@link Convolution} finds them; nothing where that would take
     * seconds.
     */
    public Optional<Percentiles> convolved(int[] units, Times times) {
        Convolution convolution = new Convolution(plan, units.clone(), times);
        return convolution.work(traffic.entries()) <= MOST_CONVOLVED
                ? Optional.of(convolution.over(traffic.entries()))
                : Optional.empty();
    }

    private Latency run(int[] units, Times times, int wanted) {
        if (units.length != topology.services() || times.workP50().length != topology.services()) {
            throw new IllegalArgumentException("expected a unit and a work time for each of " + topology.services()
                    + " services, found " + units.length + " and " + times.workP50().length);
        }
        Stack stack = new Stack(times, rows);
        Report report = new Report(stack, paths, traffic.entries(), wanted, topology.services());
        Nets.Net net = new Nets.Net(wanted, times.workP50(), times.workP99(), times.inProcess());
        Read @Nullable [] known = nets.known(net);
        if (known != null) {
            report.net(known);
        }
        draw(new Answers(this, units.clone(), times, stack, known == null ? 0 : 1), stack, report, wanted);
        nets.keep(net, report.net());
        return report.done(wanted * Orders.BLOCK, plan.cut());
    }

    private void draw(Answers answers, Stack stack, Report report, int wanted) {
        if (report.complete(answers.anyRemote())) {
            return;
        }
        Room room = spare.getAndSet(null);
        room = room != null && room.fits(stack.levels()) ? room : new Room(plan.slots(), stack.levels());
        for (int block = 0; block < wanted; block++) {
            answers.block(block, room, report);
        }
        spare.set(room);
    }

    Paths paths() {
        return paths;
    }

    Plan plan() {
        return plan;
    }

    Tails tails() {
        return tails;
    }

    Rows rows() {
        return rows;
    }

    int blocks() {
        return blocks;
    }

    private int fitting() {
        double load = 3.0 * traffic.entries().size();
        for (Plan.Step step : plan.steps()) {
            load++;
            for (Leg leg : plan.legs(step)) {
                load += CALL + Math.min(leg.times(), leg.copies());
            }
        }
        return (int) Math.clamp(MOST_WORK / load / Orders.BLOCK, 1, MOST_BLOCKS);
    }
}
