package dev.tare.comparison;

import dev.tare.comparison.Advised.Unkept;
import dev.tare.engine.Blocker;
import dev.tare.engine.Contradiction;
import dev.tare.engine.Engine;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Rules;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Advice that keeps an estate's locks as far as a shape lets it: services that are to stay together and cannot, because
 * their languages differ, say, are left as they are and named. What the question itself asks for is never left out.
 *
 * @param unkept the locks left out
 */
record Keeping(MergeAdvice advice, List<Unkept> unkept) {
    /**
     * The engine's answer.
     *
     * @throws Invalid when rules of the question contradict each other, or a lock
     */
    static Keeping ask(Engine engine, EstateDocument estate, MergeQuestion question, AdviceQuestion asked) {
        List<Unkept> unkept = new ArrayList<>();
        MergeQuestion left = question;
        while (true) {
            try {
                return new Keeping(engine.advise(left), unkept);
            } catch (Contradiction contradiction) {
                Blocker why = contradiction.blockers().getFirst();
                int lock = inTheWay(left.rules(), asked, why).orElseThrow(() -> refusal(estate, contradiction));
                unkept.add(new Unkept(left.rules().together().get(lock).stream().map(each -> name(estate, each))
                        .toList(), why));
                left = without(left, lock);
            }
        }
    }

    /** The lock to leave out: the last that holds both services, or the last of those that tie them through others. */
    private static Optional<Integer> inTheWay(Rules rules, AdviceQuestion asked, Blocker why) {
        boolean overruled = rules.apart().stream().limit(asked.apart().size())
                .anyMatch(set -> set.contains(why.a()) && set.contains(why.b()));
        List<List<Integer>> sets = rules.together();
        List<Integer> tied = tied(sets, why.a());
        List<Integer> locks = overruled
                ? List.of()
                : IntStream.range(asked.together().size(), sets.size())
                        .filter(i -> tied.contains(sets.get(i).getFirst())).boxed().toList();
        return locks.stream().filter(i -> sets.get(i).contains(why.a()) && sets.get(i).contains(why.b()))
                .reduce((first, last) -> last).or(() -> locks.stream().reduce((first, last) -> last));
    }

    /** All that is to stay with a service. */
    private static List<Integer> tied(List<List<Integer>> sets, int service) {
        List<Integer> tied = new ArrayList<>(List.of(service));
        for (int i = 0; i < tied.size(); i++) {
            int member = tied.get(i);
            sets.stream().filter(set -> set.contains(member)).flatMap(List::stream)
                    .filter(each -> !tied.contains(each)).distinct().forEach(tied::add);
        }
        return tied;
    }

    private static MergeQuestion without(MergeQuestion question, int lock) {
        Rules rules = question.rules();
        List<List<Integer>> together = new ArrayList<>(rules.together());
        together.remove(lock);
        return new MergeQuestion(question.shape(), question.today(), question.runs(), question.aim(),
                new Rules(rules.teams(), rules.memoryLimit(), rules.times(), rules.apart(), together));
    }

    private static Invalid refusal(EstateDocument estate, Contradiction contradiction) {
        return new Invalid("These rules cannot be kept at once.", contradiction.blockers().stream()
                .map(blocker -> Problem.at("together", "services that no other rule keeps apart",
                        name(estate, blocker.a()) + " and " + name(estate, blocker.b())))
                .toList());
    }

    private static String name(EstateDocument estate, int service) {
        return estate.services().get(Math.max(0, service)).name();
    }
}
