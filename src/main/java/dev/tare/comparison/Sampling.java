package dev.tare.comparison;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighs scenarios under many draws of the assumptions, the same draws for every scenario. */
final class Sampling {
    private static final long MOST_WORK = 20_000_000;
    private static final long MOST_BILLS = 300_000;
    private static final long MOST_TIMED = 400_000;
    private static final int FEWEST = 50;
    private static final int FEWEST_TIMES = 10;
    private static final int KEPT = 4;

    private final Assumptions assumptions;
    private final Remembered<Key, Draws> kept = new Remembered<>(KEPT);

    Sampling(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    private record Key(int draws, long seed) {}

    /** How often everything is drawn, and how often of that time is found. */
    record Effort(int draws, int times) {
        /** Fewer draws where one costs much or many would not fit into memory, so that an answer comes within seconds. */
        static Effort affordable(int asked, int scenarios, int services) {
            long most = Math.min(MOST_WORK / Math.max(1, (long) scenarios * services) / 2,
                    MOST_BILLS / Math.max(1, scenarios));
            int draws = (int) Math.min(asked, Math.max(FEWEST, most));
            long timed = MOST_TIMED / Math.max(1, (long) scenarios * services);
            return new Effort(draws, timed < FEWEST_TIMES ? 0 : (int) Math.min(draws / 10, timed));
        }
    }

    /** For each scenario what it weighs in every draw. */
    List<Sample> of(Engine engine, List<Asked> scenarios, Effort effort, long seed) {
        Draws draws = draws(effort.draws(), seed);
        Map<Map<Integer, Double>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < scenarios.size(); i++) {
            alike.computeIfAbsent(scenarios.get(i).fixedSlots(), _ -> new ArrayList<>()).add(i);
        }
        Sample[] samples = new Sample[scenarios.size()];
        alike.forEach((fixed, positions) -> {
            List<Asked> asked = positions.stream().map(scenarios::get).toList();
            List<Sample> found = alike(engine, asked, draws.holding(fixed), effort.times());
            for (int i = 0; i < found.size(); i++) {
                samples[positions.get(i)] = found.get(i);
            }
        });
        return List.of(samples);
    }

    private static List<Sample> alike(Engine engine, List<Asked> asked, Draws draws, int times) {
        List<Scenario> scenarios = asked.stream().map(Asked::scenario).toList();
        Drawn amounts = engine.draw(scenarios, draws);
        Drawn timed = engine.drawTimes(scenarios, draws.first(times));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            samples.add(new Sample(amounts, timed, i, asked.get(i).modelledPerUnit()));
        }
        return samples;
    }

    /** The draws everything is weighed under. */
    Draws draws(int count, long seed) {
        return kept.of(new Key(count, seed), () -> Draws.of(assumptions, count, seed));
    }
}
