package dev.tare.engine.latency;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Journey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests back from their answers to where their time went. An answer is a sum of own work, hops and further
 * answers, or the longest of some: each request of a callee is weighted by how often requests from outside read it, once by
 * way of all calls and once by those waited for alone, from callers down to callees. Every ms is met exactly once, so what
 * was waited for sums to the time from outside.
 */
final class Retrace implements Answers.Reader {
    private final Plan plan;
    private final Stack stack;
    private final Answers answers;
    private final int[][] sources;
    private final int[] lasts;
    private final double[][] rows;
    private final double[] @Nullable [] visits;
    private final double[] @Nullable [] waited;
    private final Spent[] spent;

    /** What was spent at a service and on its calls, all requests together. */
    private static final class Spent {
        final Batches waited;
        final Way[] ways;
        double visits;
        double answer;
        double work;

        Spent(int blocks, int legs, int levels) {
            waited = new Batches(blocks);
            ways = new Way[legs];
            Arrays.setAll(ways, i -> new Way(blocks, levels));
        }
    }

    /** What was spent on a call. */
    private static final class Way {
        final Batches tare;
        final double[] levels;
        double times;
        double critical;
        double taken;
        double hop;

        Way(int blocks, int levels) {
            tare = new Batches(blocks);
            this.levels = new double[levels];
        }
    }

    Retrace(Plan plan, Stack stack, Answers answers, int services, int blocks) {
        this.plan = plan;
        this.stack = stack;
        this.answers = answers;
        int steps = plan.steps().size();
        sources = sources(plan);
        lasts = lasts(plan, services);
        rows = new double[steps][Orders.BLOCK];
        visits = new double[steps][];
        waited = new double[steps][];
        spent = new Spent[services];
        for (int service = 0; service < services; service++) {
            spent[service] = new Spent(blocks, plan.legsOf(service).length, stack.levels());
        }
    }

    /** For each step and call the step whose answer it reads: the last one before it written to that slot. */
    private static int[][] sources(Plan plan) {
        int[] written = new int[plan.slots()];
        int[][] sources = new int[plan.steps().size()][];
        for (int step = 0; step < sources.length; step++) {
            Plan.Step at = plan.steps().get(step);
            sources[step] = Arrays.stream(at.from()).map(slot -> slot < 0 ? -1 : written[slot]).toArray();
            written[at.into()] = step;
        }
        return sources;
    }

    @Override
    public void read(int service, int block, double[][] answer, boolean plain, Room room) {
        // what is read here was noted step by step
    }

    @Override
    public void step(int step, double[][] answer, boolean plain) {
        System.arraycopy(answer[plain ? 0 : stack.levels() - 1], 0, rows[step], 0, Orders.BLOCK);
    }

    /** Answers of a service's last step in this block. */
    double[] answer(int service) {
        return rows[lasts[service]];
    }

    /** Requests from outside at a service, so much weight each. */
    void seed(int service, double[] weights) {
        int step = lasts[service];
        add(visits, step, weights);
        add(waited, step, weights);
    }

    private static void add(double[] @Nullable [] to, int step, double[] weights) {
        double[] known = to[step];
        double[] sum = known == null ? new double[Orders.BLOCK] : known;
        Sample.add(sum, weights);
        to[step] = sum;
    }

    private static int[] lasts(Plan plan, int services) {
        int[] lasts = new int[services];
        for (int step = 0; step < plan.steps().size(); step++) {
            lasts[plan.steps().get(step).service()] = step;
        }
        return lasts;
    }

    /** Follows what was seeded in a block, callers before callees. */
    void block(int block) {
        Calls calls = new Calls(stack, new Room(0, stack.levels()), block, stack.levels());
        for (int step = rows.length - 1; step >= 0; step--) {
            double[] seen = visits[step];
            double[] on = waited[step];
            visits[step] = null;
            waited[step] = null;
            if (seen != null && on != null) {
                new Visit(step, block, calls, seen, on).follow();
            }
        }
    }

    /** One step's requests in a block. */
    private final class Visit {
        private final Plan.Step step;
        private final int at;
        private final int block;
        private final Calls calls;
        private final double[] seen;
        private final double[] on;
        private final Spent here;

        Visit(int at, int block, Calls calls, double[] seen, double[] on) {
            this.at = at;
            this.block = block;
            this.calls = calls;
            this.seen = seen;
            this.on = on;
            step = plan.steps().get(at);
            here = spent[step.service()];
        }

        void follow() {
            double[] work = answers.work(step.service(), block);
            here.visits += sum(seen);
            here.answer += dot(seen, rows[at]);
            here.work += dot(seen, work);
            here.waited.add(block, dot(on, work));
            Leg[] legs = plan.legs(step);
            List<Made> parallel = new ArrayList<>();
            for (int i = 0; i < legs.length; i++) {
                if (sources[at][i] >= 0) {
                    Made made = new Made(i, legs[i]);
                    if (legs[i].parallel()) {
                        parallel.add(made);
                    } else {
                        made.pass(on);
                    }
                }
            }
            longest(parallel);
        }

        /** Of calls side by side the longest is waited for, the first of equal ones. */
        private void longest(List<Made> parallel) {
            double[] most = new double[Orders.BLOCK];
            parallel.forEach(made -> Sample.longest(most, made.total));
            boolean[] taken = new boolean[Orders.BLOCK];
            for (Made made : parallel) {
                double[] critical = new double[Orders.BLOCK];
                for (int i = 0; i < critical.length; i++) {
                    if (!taken[i] && made.total[i] == most[i] && most[i] > 0) {
                        taken[i] = true;
                        critical[i] = on[i];
                    }
                }
                made.pass(critical);
            }
        }

        /** A call with all its copies. */
        private final class Made {
            private final Leg leg;
            private final Way way;
            private final int source;
            private final Calls.Made call;
            private final int[][] read;
            private final double[][] took;
            private final double[] total = new double[Orders.BLOCK];
            private final double[] scale = new double[Orders.BLOCK];

            Made(int i, Leg leg) {
                this.leg = leg;
                way = here.ways[i];
                source = sources[at][i];
                call = answers.made(step.service(), leg);
                read = new int[leg.copies()][];
                took = new double[leg.copies()][];
                for (int copy = 0; copy < read.length; copy++) {
                    take(copy);
                }
                scale();
            }

            private void take(int copy) {
                read[copy] = calls.read(call, copy);
                double[] ms = calls.hop(call, copy, stack.levels() - 1);
                for (int i = 0; i < ms.length; i++) {
                    int from = read[copy][i];
                    ms[i] = from < 0 ? 0 : ms[i] + rows[source][from];
                    total[i] = leg.parallel() ? Math.max(total[i], ms[i]) : total[i] + ms[i];
                }
                took[copy] = ms;
            }

            /** More copies than are drawn are scaled up, and what they spent with them. */
            private void scale() {
                Arrays.fill(scale, 1);
                if (leg.scaled()) {
                    double[] drawn = total.clone();
                    leg.scale(total);
                    Arrays.setAll(scale, i -> drawn[i] > 0 ? total[i] / drawn[i] : 1);
                }
            }

            /** Passes weights on to the callee: to all copies, or of parallel ones to the longest. */
            void pass(double[] critical) {
                double often = leg.scaled() ? leg.times() / leg.copies() : 1;
                way.taken += dot(seen, total);
                boolean[] won = new boolean[Orders.BLOCK];
                double[] below = new double[Orders.BLOCK];
                double[] belowOn = new double[Orders.BLOCK];
                for (int copy = 0; copy < read.length; copy++) {
                    double[] mine = critical(copy, critical, won);
                    double[] hop = calls.hop(call, copy, stack.levels() - 1);
                    for (int i = 0; i < mine.length; i++) {
                        int to = read[copy][i];
                        if (to >= 0 && seen[i] > 0) {
                            way.times += often * seen[i];
                            way.hop += often * seen[i] * hop[i];
                            way.critical += mine[i] / scale[i] * (leg.parallel() ? 1 : often);
                            below[to] += often * seen[i];
                            belowOn[to] += mine[i];
                        }
                    }
                    levels(copy, mine);
                }
                add(visits, source, below);
                add(waited, source, belowOn);
            }

            private double[] critical(int copy, double[] critical, boolean[] won) {
                double[] mine = new double[Orders.BLOCK];
                for (int i = 0; i < mine.length; i++) {
                    boolean longest = !leg.parallel() || !won[i] && isLongest(copy, i);
                    if (read[copy][i] >= 0 && critical[i] > 0 && longest) {
                        won[i] = true;
                        mine[i] = critical[i] * scale[i];
                    }
                }
                return mine;
            }

            private boolean isLongest(int copy, int i) {
                for (double[] other : took) {
                    if (other[i] > took[copy][i]) {
                        return false;
                    }
                }
                return true;
            }

            private void levels(int copy, double[] mine) {
                double before = 0;
                for (int level = 0; level < (call.remote() ? stack.levels() : 1); level++) {
                    double now = dot(mine, calls.hop(call, copy, level));
                    way.levels[level] += now - before;
                    way.tare.add(block, level == 0 ? 0 : now - before);
                    before = now;
                }
            }
        }
    }

    /** Where the time went, for each request; {@code calls} tells the graph's calls by service and place. */
    List<Journey.Stay> stays(Batches requests) {
        List<Journey.Stay> stays = new ArrayList<>();
        double all = requests.sum();
        for (int service = 0; service < spent.length; service++) {
            Spent at = spent[service];
            if (at.visits > 0) {
                stays.add(new Journey.Stay(service, at.visits / all, at.answer / at.visits, at.work / at.visits,
                        at.waited.sum() / all, at.waited.error(requests)));
            }
        }
        return stays;
    }

    List<Journey.Leg> legs(Batches requests, Paths paths, int[] units) {
        List<Journey.Leg> legs = new ArrayList<>();
        for (int service = 0; service < spent.length; service++) {
            Leg[] of = plan.legsOf(service);
            for (int i = 0; i < of.length && spent[service].visits > 0; i++) {
                legs.add(leg(spent[service], of[i], i, requests, paths.calls(service)[i],
                        units[service] != units[of[i].callee()]));
            }
        }
        return legs;
    }

    private Journey.Leg leg(Spent at, Leg leg, int i, Batches requests, int call, boolean remote) {
        Way way = at.ways[i];
        double all = requests.sum();
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (int level = 1; level < way.levels.length; level++) {
            parts.merge(stack.part(level), way.levels[level] / all, Double::sum);
        }
        return new Journey.Leg(call, leg.parallel(), remote, way.times / all,
                Math.min(way.times, way.critical) / all,
                way.taken / at.visits, way.hop / at.visits, way.levels[0] / all, parts, way.tare.error(requests));
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }
}
