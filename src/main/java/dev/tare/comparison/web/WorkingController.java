package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Measure;
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

/** How one figure was found: as a page, or as the part of it that a panel shows. */
@Controller
class WorkingController {
    private final Estates estates;
    private final Weighing weighing;
    private final Catalogue catalogue;
    private final ServiceWorkings services;

    WorkingController(Estates estates, Weighing weighing, Catalogue catalogue, ServiceWorkings services) {
        this.estates = estates;
        this.weighing = weighing;
        this.catalogue = catalogue;
        this.services = services;
    }

    @GetMapping("/estates/{slug}/working")
    String show(@PathVariable String slug, WorkingForm form, Model model, HttpServletResponse response) {
        WorkingQuery query = form.query(slug, catalogue);
        Typed typed = form.typed(catalogue);
        if (typed != null && typed.fits()) {
            return "redirect:" + query.with(typed.into(query.whatIf())) + (form.alone() ? "&panel=true" : "");
        }
        if (typed != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        fill(model, query, typed);
        return form.alone() ? "comparison/working :: figure" : "comparison/working";
    }

    private void fill(Model model, WorkingQuery query, @Nullable Typed typed) {
        Snapshot estate = estates.get(query.slug());
        Ask ask = new Sought(query.scenario()).ask(catalogue);
        boolean calibrated = query.whatIf().calibrated();
        Question question = Question.of(List.of(ask)).calibrated(calibrated);
        Answer before = weighing.weigh(estate, question);
        Question asked = query.whatIf().on(question);
        Answer answer = weighing.weigh(estate, asked);
        Writer writer = new Writer(Figures.forViewer(), answer.currency());
        model.addAttribute("place", new Place(query.slug(), estate.document().name()));
        WorkingPage page = WorkingPage.of(query, answer.weighed().getFirst(), before.weighed().getFirst(), typed,
                writer,
                catalogue);
        model.addAttribute("page", query.service() == null ? page : services.share(page, estate, query, writer));
        model.addAttribute("timed",
                query.measure() == Measure.P99_MS ? timed(estate, asked, answer, writer) : List.of());
    }

    private List<String> timed(Snapshot estate, Question question, Answer answer, Writer writer) {
        return TimedWords.of(answer.weighed().getFirst().bill(), weighing.convolvedP99(estate, question), writer);
    }
}
