package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Laid;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Question.Look;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Measure;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, weighed beside where it started and beside today as far as it can stand.
 *
 * @param answer  absent where it cannot stand
 * @param refused why not; absent where it can
 */
record Tried(Trial trial, TrialAddress at, @Nullable Answer answer, @Nullable Invalid refused) {
    /** Services × draws that are weighed before a hand that moves one service has let go of the next. */
    private static final int MOST_WORK = 80_000;
    private static final int FEWEST = 200;

    static Tried of(Snapshot estate, TrialAddress at, Catalogue catalogue, Weighing weighing) {
        Laid laid = weighing.laid(estate, at.scenario().ask(catalogue));
        int[] today = weighing.laid(estate, Ask.today()).units();
        try {
            Answer answer = weighing.weigh(estate, question(at, catalogue, estate.document().services().size()));
            int[] units = answer.named(at.scenario().written()).units();
            return new Tried(Trial.of(at.scenario(), estate.document(), laid, units, today), at, answer, null);
        } catch (Invalid refused) {
            return new Tried(Trial.of(at.scenario(), estate.document(), laid, laid.units(), today), at, null, refused);
        }
    }

    private static Question question(TrialAddress at, Catalogue catalogue, int services) {
        Set<Sought> all = new LinkedHashSet<>(List.of(Sought.TODAY, at.from(), at.scenario()));
        List<Look> looks = new ArrayList<>();
        for (Sought before : new LinkedHashSet<>(List.of(at.from(), Sought.TODAY))) {
            if (!before.equals(at.scenario())) {
                for (Measure measure : Measure.values()) {
                    looks.add(Look.apart(before.written(), at.scenario().written(), measure));
                }
            }
        }
        int draws = Math.clamp(MOST_WORK / Math.max(1, services), FEWEST, Question.DRAWS);
        return new Question(all.stream().map(each -> each.ask(catalogue)).toList(), draws, Question.SEED)
                .looking(looks);
    }

    Weighed weighed() {
        return Objects.requireNonNull(answer).named(at.scenario().written());
    }

    Weighed start() {
        return Objects.requireNonNull(answer).named(at.from().written());
    }

    /** Whether it started anywhere else than at what runs today. */
    boolean startsElsewhere() {
        return !at.from().equals(Sought.TODAY);
    }
}
