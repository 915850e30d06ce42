package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Question.Look;
import dev.tare.comparison.Weighing;
import dev.tare.comparison.web.Sheet.Refused;
import dev.tare.engine.Measure;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Weighs a comparison and writes down everything that is to be told of it. */
@Service
@NamedInterface("comparison")
public class Sheets {
    private final Weighing weighing;
    private final Catalogue catalogue;
    private final Diagnosis diagnosis;

    Sheets(Weighing weighing, Catalogue catalogue, Diagnosis diagnosis) {
        this.weighing = weighing;
        this.catalogue = catalogue;
        this.diagnosis = diagnosis;
    }

    /** A question that stands beside every decision, and what figures say to it. */
    public record Answered(String question, List<String> figures, String open) {}

    /** The comparison as it is now; scenarios that cannot be weighed are told apart, with the reasons. */
    public Sheet of(Snapshot estate, CompareQuery query, Figures figures) {
        return sheet(estate, query, figures, false);
    }

    /** The same with the assumptions that decide it, for which everything is weighed many times more. */
    public Sheet whole(Snapshot estate, CompareQuery query, Figures figures) {
        return sheet(estate, query, figures, true);
    }

    /** The five questions, answered from what runs today as far as figures go. */
    public List<Answered> questions(Snapshot estate, Figures figures) {
        Weighed today = weighing.weigh(estate, Question.of(List.of(Ask.today()))).weighed().getFirst();
        return FiveQuestions.of(estate.document(), today, diagnosis.of(estate), figures).stream()
                .map(each -> new Answered(each.question(), each.figures(), each.open())).toList();
    }

    private Sheet sheet(Snapshot estate, CompareQuery query, Figures figures, boolean movers) {
        Map<Sought, Refused> refused = new LinkedHashMap<>();
        List<Ask> asks = new ArrayList<>();
        for (Sought sought : query.scenarios()) {
            refusal(estate, sought).ifPresentOrElse(each -> refused.put(sought, each),
                    () -> asks.add(sought.ask(catalogue)));
        }
        if (asks.isEmpty()) {
            return SheetWriter.nothing(estate, query, List.copyOf(refused.values()));
        }
        Answer answer = weighing.weigh(estate, query.question(asks, null));
        Look decides = movers ? decides(answer, query.measure()) : null;
        Answer whole = decides == null ? answer : weighing.weigh(estate, query.question(asks, decides));
        return new SheetWriter(estate, query, whole, decides, catalogue, new Writer(figures, whole.currency()))
                .sheet(List.copyOf(refused.values()));
    }

    /** Why a scenario cannot be weighed, found with a single draw. */
    private Optional<Refused> refusal(Snapshot estate, Sought sought) {
        try {
            weighing.weigh(estate, new Question(List.of(sought.ask(catalogue)), 1, Question.SEED));
            return Optional.empty();
        } catch (NotFound unknown) {
            return Optional
                    .of(new Refused(sought.written(), sought.words(), List.of(String.valueOf(unknown.getMessage()))));
        } catch (Invalid wrong) {
            return Optional.of(new Refused(sought.written(), sought.words(), wrong.problems().stream()
                    .map(problem -> problem.expected()).filter(Objects::nonNull).distinct().toList()));
        }
    }

    /** The first beside the lightest of the others, of those nothing forbids if there are any; nothing without others. */
    private static @Nullable Look decides(Answer answer, Measure measure) {
        Weighed first = answer.weighed().getFirst();
        return answer.weighed().stream().skip(1)
                .min(Comparator.comparing((Weighed each) -> !each.gives().unmet().isEmpty())
                        .thenComparingDouble(each -> each.gross(measure).p50()))
                .map(each -> new Look(first.name(), each.name(), measure)).orElse(null);
    }
}
