package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * The answer times of every service in one scenario, block of requests by block, callees before callers, by level of
 * the {@link Stack}; a place in a block stands for the same request on every level. A service below which nothing is
 * remote has one row for all levels.
 */
final class Answers {
    private final Plan plan;
    private final Paths paths;
    private final Rows works;
    private final int[] units;
    private final Times times;
    private final Stack stack;
    private final int first;
    private final boolean[] plain;
    private final Tails tails;
    private double tail = Double.NaN;

    /** Who wants to know the answers of services as they become final. */
    interface Reader {
        /** Rows by level from the first asked for; of a plain service the row of level 0 alone. Read at once. */
        void read(int service, int block, double[][] rows, boolean plain, Room room);

        /** The rows of every step of the plan as it is done. */
        default void step(int step, double[][] rows, boolean plain) {}
    }

    /** Answers from a level on: what is below was asked before and is not found again. */
    Answers(Simulation simulation, int[] units, Times times, Stack stack, int first) {
        plan = simulation.plan();
        paths = simulation.paths();
        works = simulation.rows();
        tails = simulation.tails();
        this.units = units;
        this.times = times;
        this.stack = stack;
        this.first = first;
        plain = new boolean[units.length];
        plan.components().forEach(this::look);
    }

    /** Whether any service reached waits for another unit. */
    boolean anyRemote() {
        for (int service : paths.reached()) {
            if (!plain[service]) {
                return true;
            }
        }
        return false;
    }

    /** Answers one block. Every time all orders have had their turn, tails are drawn anew. */
    void block(int block, Room room, Reader reader) {
        if (Orders.of(block) == 0) {
            tail = tails.at(block / Orders.COUNT);
            stack.tail(tail);
        }
        Calls calls = new Calls(stack, room, block, stack.levels());
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            double[][] answer = answer(step, block, room, calls);
            reader.step(i, answer, plain[step.service()]);
            if (step.last()) {
                reader.read(step.service(), block, answer, plain[step.service()], room);
            }
        }
    }

    private void look(int[] members) {
        boolean alike = true;
        for (int member : members) {
            plain[member] = true;
        }
        for (int member : members) {
            for (Leg leg : plan.legsOf(member)) {
                alike &= units[leg.callee()] == units[member] && plain[leg.callee()];
            }
        }
        for (int member : members) {
            plain[member] = alike;
        }
    }

    private double[][] answer(Plan.Step step, int block, Room room, Calls calls) {
        int service = step.service();
        int from = plain[service] ? 0 : first;
        int end = plain[service] ? 1 : stack.levels();
        double[][] sum = room.slots[step.into()];
        int order = Shuffle.order(paths.key(service));
        work(sum, service, Orders.of(order - 1 + block), from, end);
        boolean waits = false;
        Leg[] legs = plan.legs(step);
        for (int i = 0; i < legs.length; i++) {
            if (step.from()[i] >= 0) {
                waits |= legs[i].parallel() && !waits && clear(room.longest, from, end);
                calls.add(new Calls.Made(legs[i], order, units[service] != units[legs[i].callee()],
                        room.slots[step.from()[i]], plain[legs[i].callee()]),
                        legs[i].parallel() ? room.longest : sum, from, end);
            }
        }
        for (int level = from; waits && level < end; level++) {
            Sample.add(sum[level], room.longest[level]);
        }
        return sum;
    }

    private static boolean clear(double[][] rows, int from, int end) {
        for (int level = from; level < end; level++) {
            Arrays.fill(rows[level], 0);
        }
        return true;
    }

    /** A service's own work in a block; not to be written to. */
    double[] work(int service, int block) {
        double p50 = times.workP50()[service];
        double p99 = times.workP99()[service];
        if (p50 == p99) {
            double[] same = new double[Orders.BLOCK];
            Arrays.fill(same, p50);
            return same;
        }
        int order = Orders.of(Shuffle.order(paths.key(service)) - 1 + block);
        return works.of(new Lognormal(1, p50, p99), order, tail);
    }

    /** A call of a service as a block makes it, callee's answers left out. */
    Calls.Made made(int service, Leg leg) {
        return new Calls.Made(leg, Shuffle.order(paths.key(service)), units[service] != units[leg.callee()],
                new double[0][], plain[leg.callee()]);
    }

    private void work(double[][] sum, int service, int order, int from, int end) {
        double p50 = times.workP50()[service];
        double p99 = times.workP99()[service];
        if (p50 == p99) {
            for (int level = from; level < end; level++) {
                Arrays.fill(sum[level], p50);
            }
            return;
        }
        double[] work = works.of(new Lognormal(1, p50, p99), order, tail);
        for (int level = from; level < end; level++) {
            System.arraycopy(work, 0, sum[level], 0, work.length);
        }
    }
}
