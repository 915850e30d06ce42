package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.validation.CaseResult;
import dev.tare.comparison.validation.PublishedCase;
import dev.tare.comparison.validation.PublishedCases;
import dev.tare.comparison.validation.Validation;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
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
    String one(@PathVariable String id, @RequestParam Map<String, String> asked, Model model,
            HttpServletResponse response) {
        PublishedCase published = cases.find(id)
                .orElseThrow(() -> new NotFound("No published case is called '" + id + "'."));
        Map<String, Typed> typed = typed(asked);
        CaseResult result = validation.check(published, changed(published, typed));
        CaseResult before = validation.check(published, Map.of());
        Map<String, Typed> refused = new TreeMap<>(typed);
        refused.values().removeIf(Typed::fits);
        if (!refused.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", BelieveCasePage.of(result, before, refused, catalogue, Figures.forViewer()));
        return "comparison/believe-case";
    }

    /** What was typed for any assumption. */
    private Map<String, Typed> typed(Map<String, String> asked) {
        Map<String, Typed> typed = new TreeMap<>();
        asked.forEach((key, text) -> catalogue.entry(key).filter(entry -> entry.usable() && !text.isBlank())
                .ifPresent(entry -> typed.put(key, Typed.of(key, text, catalogue))));
        return typed;
    }

    /** Figures that differ from those the case is weighed with. */
    private Map<String, Double> changed(PublishedCase published, Map<String, Typed> typed) {
        Map<String, Double> changed = new TreeMap<>();
        typed.values().stream().filter(Typed::fits).forEach(each -> catalogue.entry(each.key())
                .filter(entry -> !Lever.used(entry, published).equals(List.of(each.figure())))
                .ifPresent(entry -> changed.put(each.key(), each.figure())));
        return changed;
    }
}
