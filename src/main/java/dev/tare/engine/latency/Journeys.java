package dev.tare.engine.latency;

import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the requests of one or all entry points, and finds where their time went. */
final class Journeys {
    private final Simulation simulation;
    private final int[] units;
    private final Stack stack;
    private final Answers answers;
    private final Retrace retrace;
    private final Map<Integer, Double> weights;
    private final int blocks;

    /** Requests that arrive at a service; at all entry points by their rates where it is negative. */
    Journeys(Simulation simulation, int[] units, Times times, List<Entry> entries, int service) {
        this.simulation = simulation;
        this.units = units;
        stack = new Stack(times, simulation.rows());
        answers = new Answers(simulation, units, times, stack, stack.levels() - 1);
        blocks = simulation.blocks();
        retrace = new Retrace(simulation.plan(), stack, answers, units.length, blocks);
        weights = weights(entries, service);
    }

    private static Map<Integer, Double> weights(List<Entry> entries, int service) {
        List<Entry> from = entries.stream().filter(entry -> service < 0 || entry.service() == service).toList();
        double all = from.stream().mapToDouble(Entry::meanPerSecond).sum();
        Map<Integer, Double> weights = new TreeMap<>();
        from.forEach(entry -> weights.merge(entry.service(),
                all > 0 ? entry.meanPerSecond() / all : 1.0 / from.size(), Double::sum));
        return weights;
    }

    Journey about(Band band) {
        Chosen chosen = band == Band.ALL ? Chosen.ALL : Chosen.about(totals(), band.share());
        Batches requests = new Batches(blocks);
        Batches ms = new Batches(blocks);
        double arriving = 0;
        Room room = new Room(simulation.plan().slots(), stack.levels());
        for (int block = 0; block < blocks; block++) {
            answers.block(block, room, retrace);
            for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
                double[] start = arriving(entry.getKey(), block);
                double[] total = total(entry.getKey(), start);
                double[] seeds = chosen.of(total);
                for (int i = 0; i < seeds.length; i++) {
                    seeds[i] *= entry.getValue();
                    requests.add(block, seeds[i]);
                    ms.add(block, seeds[i] * total[i]);
                    arriving += seeds[i] * start[i];
                }
                retrace.seed(entry.getKey(), seeds);
            }
            retrace.block(block);
        }
        double all = requests.sum();
        return new Journey(ms.sum() / all, ms.error(requests), (int) Math.rint(all), blocks * Orders.BLOCK,
                arriving / all, retrace.stays(requests), retrace.legs(requests, simulation.paths(), units));
    }

    /** Of every request at the only entry point. */
    private double[] totals() {
        int service = weights.keySet().iterator().next();
        double[] totals = new double[blocks * Orders.BLOCK];
        Room room = new Room(simulation.plan().slots(), stack.levels());
        for (int block = 0; block < blocks; block++) {
            answers.block(block, room, retrace);
            System.arraycopy(total(service, arriving(service, block)), 0, totals, block * Orders.BLOCK, Orders.BLOCK);
        }
        return totals;
    }

    private double[] total(int service, double[] arriving) {
        double[] total = retrace.answer(service).clone();
        Sample.add(total, arriving);
        return total;
    }

    private double[] arriving(int service, int block) {
        return Report.arriving(stack, simulation.paths(), service, block, stack.levels() - 1);
    }
}
