package dev.tare.engine.advice;

import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Split;
import dev.tare.engine.Advice.Today;
import dev.tare.engine.Contradiction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which services to merge: the best grouping {@link Search} finds, today's beside it, and the whole {@link Path}.
 *
 * <p>The same question has the same answer everywhere: effort is counted, not timed, and ties go by position.
 */
public final class Advisor {
    private final Question question;
    private final Constraints rules;
    private final int[] today;

    private Advisor(Question question) {
        this.question = question;
        rules = Search.constraints(question);
        today = Grouping.canonical(question.today());
    }

    /** Answers a question; throws {@link Contradiction} when its rules cannot be kept at once. */
    public static Advice advise(Question question) {
        return new Advisor(question).answer();
    }

    private Advice answer() {
        Search.Found found = Search.of(question, rules, List.of(today));
        Path path = new Path(question, rules, found.grouping());
        return new Advice(found.grouping(), found.weight(), found.method(), found.exact(),
                found.exact() ? found.weight() : found.bound(), today(found.weight()), path.steps(), path.optimumAt(),
                path.knee());
    }

    private Today today(double weight) {
        double now = question.objective().weigh(today);
        boolean permitted = rules.keeps(today) && question.latency().keeps(today);
        return new Today(now, permitted, permitted && now <= weight + 1e-9 * Math.abs(weight), splits(now));
    }

    /**
     * Services of units of several, each taken out alone, unless they are to stay together: as many as may be weighed,
     * those first that the guide expects most of.
     */
    private List<Split> splits(double now) {
        Sums sums = new Sums(question.guide(), today);
        int[] alone = finestSizes();
        List<Integer> candidates = IntStream.range(0, today.length)
                .filter(service -> sums.size(today[service]) > 1 && alone[service] == 1).boxed()
                .sorted(Comparator.comparingDouble(service -> sums.moved(service, -1))).limit(question.points())
                .toList();
        List<Split> splits = new ArrayList<>();
        for (int service : candidates) {
            int[] without = new Steps.Step(service, -1, false, 0).from(today);
            double saving = now - question.objective().weigh(without);
            if (saving > 1e-9 * Math.abs(now)) {
                splits.add(new Split(service, saving));
            }
        }
        splits.sort(Comparator.comparingDouble(Split::saving).reversed().thenComparingInt(Split::service));
        return splits;
    }

    /** For each service how many the rules keep together with it. */
    private int[] finestSizes() {
        int[] finest = rules.finest();
        int[] size = new int[Grouping.count(finest)];
        Arrays.stream(finest).forEach(unit -> size[unit]++);
        return Arrays.stream(finest).map(unit -> size[unit]).toArray();
    }
}
