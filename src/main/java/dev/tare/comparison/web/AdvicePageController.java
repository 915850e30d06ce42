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
import java.util.List;
import java.util.Objects;
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
        model.addAttribute("kept", KeptLocks.of(estate));
        model.addAttribute("adding", KeptLocks.adding(slug));
        model.addAttribute("locks", AdviceLocks.of(slug, asked));
        AdviceRequest request = AdviceRequest.of(asked);
        Invalid refused = null;
        try {
            Advised advised = advising.advise(estate, request.question(Advising.currency(estate)));
            model.addAttribute("page", AdvicePage.of(slug, advised, Figures.forViewer()));
        } catch (Invalid invalid) {
            refused = invalid;
            response.setStatus(invalid.status());
            model.addAttribute("refused", Refused.of(invalid));
        }
        model.addAttribute("form", AdviceForm.of(slug, estate.document(), request, catalogue.presets(), refused));
        return "comparison/advice";
    }

    /** Why there is no advice, each reason leading to the field it is about. */
    record Refused(String message, List<Reason> reasons) {
        /** One of them. */
        record Reason(String field, String words) {}

        static Refused of(Invalid invalid) {
            return new Refused(Objects.requireNonNullElse(invalid.getMessage(), ""), invalid.problems().stream()
                    .map(problem -> new Reason(AdviceForm.idOf(problem), "Expected " + problem.expected() + ", found "
                            + problem.found()))
                    .toList());
        }
    }
}
