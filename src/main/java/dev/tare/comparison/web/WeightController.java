package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page an estate opens on: what it weighs, and what it would weigh in other shapes. */
@Controller
class WeightController {
    private final Estates estates;
    private final Weighing weighing;
    private final Catalogue catalogue;
    private final FoundToday found;

    WeightController(Estates estates, Weighing weighing, Catalogue catalogue, FoundToday found) {
        this.estates = estates;
        this.weighing = weighing;
        this.catalogue = catalogue;
        this.found = found;
    }

    @GetMapping("/estates/{slug}")
    String show(@PathVariable String slug, @RequestParam(required = false) @Nullable List<String> shape,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String a, @RequestParam(required = false) @Nullable String b,
            Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        boolean oneProcess = isOneProcess(estate);
        WeightQuery query = WeightQuery.of(shape, measure, a, b, oneProcess);
        Sought headline = WeightQuery.beside(oneProcess);
        Answer answer = weighing.weigh(estate, query.question(catalogue, headline));
        model.addAttribute("foundToday", found.of(estate, Figures.forViewer()));
        model.addAttribute("page", WeightPage.of(estate, query, answer, headline.written(), catalogue,
                Figures.forViewer()));
        return "comparison/weight";
    }

    private boolean isOneProcess(Snapshot estate) {
        Answer today = weighing.weigh(estate, Question.of(List.of(Question.Ask.today())));
        return today.weighed().getFirst().grouping() instanceof Grouping.AllInOne;
    }
}
