package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Measure;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How one figure was found: as a page, or as the part of it that a panel shows. */
@Controller
class WorkingController {
    private final Estates estates;
    private final Weighing weighing;
    private final Catalogue catalogue;

    WorkingController(Estates estates, Weighing weighing, Catalogue catalogue) {
        this.estates = estates;
        this.weighing = weighing;
        this.catalogue = catalogue;
    }

    @GetMapping("/estates/{slug}/working")
    String show(@PathVariable String slug, @RequestParam(defaultValue = Question.TODAY) String scenario,
            @RequestParam(defaultValue = "gross") String part, @RequestParam(defaultValue = "cost") String measure,
            @RequestParam(defaultValue = "false") boolean panel, Model model) {
        Snapshot estate = estates.get(slug);
        Measure chosen = Words.measure(measure)
                .orElseThrow(() -> new NotFound("No measure is called '" + measure + "'."));
        Answer answer = weighing.weigh(estate, Question.of(List.of(new Sought(scenario).ask(catalogue))));
        Writer writer = new Writer(Figures.forViewer(), answer.currency());
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("page", WorkingPage.of(slug, answer.weighed().getFirst(), part, chosen, writer, catalogue));
        return panel ? "comparison/working :: figure" : "comparison/working";
    }
}
