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
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page an estate opens on: what it weighs, and what it would weigh in other shapes or with other figures. */
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
    String show(@PathVariable String slug, WeightForm form, Model model, HttpServletResponse response) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        boolean oneProcess = isOneProcess(estate);
        WeightQuery query = form.query(oneProcess, catalogue);
        Typed typed = form.typed(catalogue);
        if (typed != null && typed.fits()) {
            return "redirect:" + query.with("/estates/" + slug, typed.into(query.whatIf()))
                    + (form.content() ? "&fragment=true" : "#yours");
        }
        if (typed != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        fill(model, estate, query, typed, oneProcess);
        return form.content() ? "comparison/weight :: content" : "comparison/weight";
    }

    /** The last of the steps to a first label: the plate and how to read it. */
    @GetMapping("/start/{slug}/label")
    String label(@PathVariable String slug, WeightForm form, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "redirect:/start/" + slug + "/fields";
        }
        boolean oneProcess = isOneProcess(estate);
        fill(model, estate, form.query(oneProcess, catalogue), null, oneProcess);
        return "comparison/start-label";
    }

    private void fill(Model model, Snapshot estate, WeightQuery query, @Nullable Typed typed,
            boolean oneProcess) {
        Sought headline = WeightQuery.beside(oneProcess);
        Figures figures = Figures.forViewer();
        Question question = query.question(catalogue, headline);
        Answer answer = weighing.weigh(estate, question);
        Answer before = weighing.weigh(estate, query.taken().question(catalogue, headline));
        FoundToday.Section section = found.of(estate, query.whatIf(), figures);
        model.addAttribute("foundToday", section);
        model.addAttribute("page", WeightPage.of(estate, new WeightPage.Asked(query, typed, headline, section.lacks()),
                answer, before, catalogue, figures));
    }

    private boolean isOneProcess(Snapshot estate) {
        Answer today = weighing.weigh(estate, Question.of(List.of(Question.Ask.today())));
        return today.weighed().getFirst().grouping() instanceof Grouping.AllInOne;
    }
}
