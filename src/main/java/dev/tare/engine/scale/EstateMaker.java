package dev.tare.engine.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.MadeUpEstate;
import dev.tare.engine.Service;

/**
 * Makes an estate up. Calls go from a layer to a deeper one; one call in a thousand is answered by a call back. Teams keep
 * most calls, and nine tenths of the traffic, inside. A service passes on at most 0.95 calls for each request, so that no
 * loop can multiply its own traffic.
 */
public final class EstateMaker {
    private final MadeUpEstate wanted;
    private final SplittableRandom random;
    private final int services;
    private final int[] out;
    private final int[] in;
    private final int[] layer;
    private final int[] team;
    private final int[][] members;
    private final int[] left;
    private final BitSet[] callers;
    private final List<int[]> edges = new ArrayList<>();

    private EstateMaker(MadeUpEstate wanted, long seed) {
        this.wanted = wanted;
        services = wanted.services();
        random = new SplittableRandom(seed);
        out = shuffled(new Numbers(wanted.fanOut()).numbers(services, wanted.calls()));
        in = shuffled(new Numbers(wanted.fanIn()).numbers(services, wanted.calls()));
        layer = IntStream.range(0, services).map(this::layer).toArray();
        team = IntStream.range(0, services).map(i -> random.nextInt(Math.max(1, services / wanted.team()))).toArray();
        members = new int[Math.max(1, services / wanted.team())][];
        Arrays.setAll(members, t -> IntStream.range(0, services).filter(i -> team[i] == t).toArray());
        left = out.clone();
        callers = new BitSet[services];
        Arrays.setAll(callers, i -> new BitSet());
        connect();
        fill(wanted.calls());
        callBack(wanted.calls() / 1000);
    }

    /** The estate wanted, as the seed makes it. */
    public static CallGraph make(MadeUpEstate wanted, long seed) {
        return new EstateMaker(wanted, seed).graph();
    }

    /** Much calling lies on top, much called at the bottom; what both calls and is called between. */
    private int layer(int service) {
        if (in[service] == 0 || out[service] > wanted.fanOut().p99()) {
            return in[service] == 0 ? random.nextInt(3) : 1;
        }
        if (out[service] == 0 || in[service] > wanted.fanIn().p99()) {
            return wanted.layers() - (out[service] == 0 ? 1 : 2);
        }
        return 2 + random.nextInt(wanted.layers() - 4);
    }

    private int[] shuffled(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
        return numbers;
    }

    /** The most called first; then everybody called gets one caller; then the rest of what each is to have. */
    private void connect() {
        int[] order = IntStream.range(0, services).boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -in[i]).thenComparingInt(i -> i)).mapToInt(i -> i)
                .toArray();
        int[] most = Arrays.stream(order).filter(i -> in[i] > wanted.fanIn().p99()).toArray();
        connect(most, Integer.MAX_VALUE);
        connect(order, 1);
        connect(order, Integer.MAX_VALUE);
    }

    private void connect(int[] order, int upTo) {
        int[] pool = free();
        for (int callee : order) {
            for (int k = callers[callee].cardinality(); k < Math.min(upTo, in[callee]); k++) {
                int caller = caller(callee, pool, edges.size() % 10 < 7);
                if (caller < 0) {
                    break;
                }
                add(caller, callee);
                pool = edges.size() % 2000 == 0 ? free() : pool;
            }
        }
    }

    private int[] free() {
        return IntStream.range(0, services).filter(i -> left[i] > 0).toArray();
    }

    private int caller(int callee, int[] pool, boolean near) {
        int[] own = members[team[callee]];
        for (int tries = 0; near && tries < 8; tries++) {
            int caller = own[random.nextInt(own.length)];
            if (may(caller, callee)) {
                return caller;
            }
        }
        int most = -1;
        for (int tries = 0; tries < 12; tries++) {
            int caller = pool[random.nextInt(pool.length)];
            most = may(caller, callee) && (most < 0 || left[caller] > left[most]) ? caller : most;
        }
        return most >= 0 ? most : scan(callee, pool);
    }

    private int scan(int callee, int[] pool) {
        int from = random.nextInt(pool.length);
        for (int i = 0; i < pool.length; i++) {
            int caller = pool[(from + i) % pool.length];
            if (may(caller, callee)) {
                return caller;
            }
        }
        return -1;
    }

    private boolean may(int caller, int callee) {
        return left[caller] > 0 && layer[caller] < layer[callee] && !callers[callee].get(caller);
    }

    private void add(int caller, int callee) {
        left[caller]--;
        callers[callee].set(caller);
        edges.add(new int[]{ caller, callee });
    }

    /** Calls that found no callee go to the most called services below that do not have them yet. */
    private void fill(int calls) {
        int[] busiest = IntStream.range(0, services).boxed().filter(i -> in[i] > wanted.fanIn().p90())
                .sorted(Comparator.<Integer>comparingInt(i -> -in[i]).thenComparingInt(i -> i)).mapToInt(i -> i)
                .toArray();
        for (int caller = 0; caller < services; caller++) {
            for (int k = 0; k < busiest.length && left[caller] > 0 && edges.size() < calls; k++) {
                if (may(caller, busiest[k])) {
                    add(caller, busiest[k]);
                }
            }
        }
    }

    private void callBack(int count) {
        for (int tries = 0, k = 0; tries < 200 * count && k < count; tries++) {
            int[] edge = edges.get(random.nextInt(edges.size()));
            boolean calm = in[edge[1]] <= wanted.fanIn().p90() && out[edge[1]] > 0 && in[edge[0]] > 0
                    && out[edge[0]] <= wanted.fanOut().p90();
            if (calm && !callers[edge[0]].get(edge[1])) {
                callers[edge[0]].set(edge[1]);
                edges.set(edges.size() - 1 - k, new int[]{ edge[1], edge[0] });
            }
        }
    }

    private CallGraph graph() {
        int[] instances = shuffled(new Numbers(wanted.instances()).numbers(services));
        List<Service> list = IntStream.range(0, services).mapToObj(i -> service(i, instances[i])).toList();
        double[] near = new double[services];
        double[] far = new double[services];
        for (int[] edge : edges) {
            (team[edge[0]] == team[edge[1]] ? near : far)[edge[0]]++;
        }
        List<Call> calls = edges.stream().map(edge -> call(edge, near[edge[0]], far[edge[0]])).toList();
        List<Entry> entries = IntStream.range(0, services).filter(i -> in[i] == 0)
                .mapToObj(i -> new Entry(i, 1 + i % 20, 3 + 3 * (i % 20))).toList();
        return new CallGraph(list, calls, entries, List.of(new Runtime("java", false, -1, -1, -1)));
    }

    private Call call(int[] edge, double near, double far) {
        boolean inside = team[edge[0]] == team[edge[1]];
        double share = inside ? 0.94 / near : (near > 0 ? 0.01 : 0.05) / far;
        Mode mode = edges.size() % 7 == edge[1] % 7 ? Mode.ASYNC : edge[1] % 3 == 0 ? Mode.PARALLEL : Mode.SEQUENTIAL;
        return new Call(edge[0], edge[1], mode, share, 600 + edge[1] % 800, 2000 + edge[0] % 4000);
    }

    private Service service(int i, int instances) {
        double unknown = Double.NaN;
        double memory = (64 + i * 37 % 448) * 1048576.0;
        return new Service("service-" + i, "team-" + team[i], 0, instances, 0.1 + i % 9 / 10.0, unknown, memory,
                memory * 0.6, 1 + i % 5, 8 + i % 40, unknown, unknown, List.of(), 2e6, 4, 200, 20, unknown,
                Service.Isolation.NONE, false, List.of());
    }
}
