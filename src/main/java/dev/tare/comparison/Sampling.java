package dev.tare.comparison;

import dev.tare.comparison.Models.Model;
import dev.tare.comparison.Question.Timed;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighs scenarios under many draws of the assumptions, the same draws for every scenario. */
final class Sampling {
    private static final long MOST_WORK = 700_000;
    private static final long MOST_BILLS = 300_000;
    private static final long MOST_TIMED = 60_000;
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
            long most = Math.min(MOST_WORK / Math.max(1, (long) scenarios * services),
                    MOST_BILLS / Math.max(1, scenarios));
            int draws = (int) Math.min(asked, Math.max(FEWEST, most));
            long timed = MOST_TIMED / Math.max(1, (long) scenarios * services);
            return new Effort(draws, timed < FEWEST_TIMES ? 0 : (int) Math.min(draws / 10, timed));
        }
    }

    /** Scenarios that are weighed together: of one estate, with the same figures held. */
    private record Alike(Model model, Map<Integer, Double> fixed) {}

    /** For each scenario what it weighs in every draw, {@code models} being the estates as they take it to be. */
    List<Sample> of(List<Model> models, List<Asked> scenarios, Question question, Effort effort) {
        Draws draws = draws(effort.draws(), question.seed());
        Map<Alike, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < scenarios.size(); i++) {
            alike.computeIfAbsent(new Alike(models.get(i), scenarios.get(i).fixedSlots()), _ -> new ArrayList<>())
                    .add(i);
        }
        Sample[] samples = new Sample[scenarios.size()];
        alike.forEach((key, positions) -> {
            Model model = key.model();
            Draws held = draws.holding(key.fixed());
            Drawn amounts = model.engine().draw(positions.stream().map(i -> scenarios.get(i).scenario()).toList(),
                    held);
            for (int i = 0; i < positions.size(); i++) {
                Asked asked = scenarios.get(positions.get(i));
                boolean timed = question.timed() == Timed.ALL || asked.runs();
                Drawn times = model.times().of(model.engine(), asked, held.first(timed ? effort.times() : 0),
                        question.seed());
                samples[positions.get(i)] = new Sample(amounts, i, times, asked.modelledPerUnit());
            }
        });
        return List.of(samples);
    }

    /** The draws everything is weighed under. */
    Draws draws(int count, long seed) {
        return kept.of(new Key(count, seed), () -> Draws.of(assumptions, count, seed));
    }
}
