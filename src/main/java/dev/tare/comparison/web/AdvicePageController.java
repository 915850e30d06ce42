package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Advised;
import dev.tare.comparison.Advising;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Place;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says which services to merge. */
@Controller
class AdvicePageController {
    private final Estates estates;
    private final Advising advising;
    private final Catalogue catalogue;

    AdvicePageController(Estates estates, Advising advising, Catalogue catalogue) {
        this.estates = estates;
        this.advising = advising;
        this.catalogue = catalogue;
    }

    /** Advice, or why there is none; the form stands either way. */
    @GetMapping("/estates/{slug}/advice")
    String show(@PathVariable String slug, @RequestParam MultiValueMap<String, String> asked, Model model,
            HttpServletResponse response) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        AdviceRequest request = AdviceRequest.of(asked);
        model.addAttribute("form", AdviceForm.of(slug, request, catalogue.presets()));
        try {
            Advised advised = advising.advise(estate, request.question());
            model.addAttribute("page", AdvicePage.of(slug, advised, Figures.forViewer()));
        } catch (Invalid invalid) {
            response.setStatus(invalid.status());
            model.addAttribute("refused", invalid);
        }
        return "comparison/advice";
    }
}
