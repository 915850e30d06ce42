package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.validation.CaseResult;
import dev.tare.comparison.validation.PublishedCase;
import dev.tare.comparison.validation.PublishedCases;
import dev.tare.comparison.validation.Validation;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.NotFound;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How far to believe the model: every published case, each on a page of its own where assumptions can be changed. */
@Controller
class BelieveController {
    private final PublishedCases cases;
    private final Validation validation;
    private final Catalogue catalogue;

    BelieveController(PublishedCases cases, Validation validation, Catalogue catalogue) {
        this.cases = cases;
        this.validation = validation;
        this.catalogue = catalogue;
    }

    @GetMapping("/believe")
    String all(Model model) {
        List<CaseResult> results = cases.all().stream().map(each -> validation.check(each, Map.of())).toList();
        model.addAttribute("page", BelievePage.of(results, Figures.forViewer()));
        return "comparison/believe";
    }

    @GetMapping("/believe/{id}")
    String one(@PathVariable String id, @RequestParam Map<String, String> asked, Model model) {
        PublishedCase published = cases.find(id)
                .orElseThrow(() -> new NotFound("No published case is called '" + id + "'."));
        CaseResult result = validation.check(published, changed(published, asked));
        CaseResult before = validation.check(published, Map.of());
        model.addAttribute("page", BelieveCasePage.of(result, before, catalogue, Figures.forViewer()));
        return "comparison/believe-case";
    }

    /** Figures that differ from those the case is weighed with; an empty field changes nothing. */
    private Map<String, Double> changed(PublishedCase published, Map<String, String> asked) {
        Map<String, Double> changed = new TreeMap<>();
        asked.forEach((key, text) -> catalogue.entry(key).filter(entry -> entry.usable() && !text.isBlank())
                .ifPresent(entry -> {
                    double figure = figure(key, text);
                    if (!Lever.used(entry, published).equals(List.of(figure))) {
                        changed.put(key, figure);
                    }
                }));
        return changed;
    }

    private static double figure(String key, String text) {
        try {
            double figure = Double.parseDouble(text.strip());
            if (figure >= 0 && Double.isFinite(figure)) {
                return figure;
            }
        } catch (NumberFormatException _) {
            // Falls through to the answer for everything that is no figure.
        }
        throw new Invalid("An assumption is a number.", List.of(Problem.at(key, "a number, 0 or more", text)));
    }
}
