package dev.tare.comparison.web;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.DefaultsRanking;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The patterns in an estate, what its bill rests on, and the five questions. */
@Controller
class FindingsPageController {
    private final Estates estates;
    private final Weighing weighing;
    private final Diagnosis diagnosis;
    private final DefaultsRanking ranking;

    FindingsPageController(Estates estates, Weighing weighing, Diagnosis diagnosis, DefaultsRanking ranking) {
        this.estates = estates;
        this.weighing = weighing;
        this.diagnosis = diagnosis;
        this.ranking = ranking;
    }

    @GetMapping("/estates/{slug}/findings")
    String show(@PathVariable String slug, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        model.addAttribute("page", page(estate, Figures.forViewer()));
        return "comparison/findings";
    }

    private FindingsPage page(Snapshot estate, Figures figures) {
        Found found = diagnosis.of(estate);
        Weighed today = weighing.weigh(estate, Question.of(List.of(Question.Ask.today()))).weighed().getFirst();
        return new FindingsPage(estate.slug(), estate.document().name(), FindingRows.all(estate, found, figures),
                DefaultRows.of(estate, ranking.of(estate), figures),
                FiveQuestions.of(estate.document(), today, found, figures));
    }
}
