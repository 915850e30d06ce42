package dev.tare.review.costs;

import dev.tare.estate.Revisions;
import dev.tare.site.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that follows an estate's money. */
@Controller
class CostsController {
    private final Costs costs;
    private final Revisions revisions;

    CostsController(Costs costs, Revisions revisions) {
        this.costs = costs;
        this.revisions = revisions;
    }

    @GetMapping("/estates/{slug}/costs")
    String show(@PathVariable String slug, @RequestParam(defaultValue = "team") String by,
            @RequestParam(required = false) @Nullable String open, Model model) {
        CostReport report = costs.of(slug, By.of(by).orElse(By.TEAM), open != null);
        model.addAttribute("place", new Place(slug, report.estate().document().name()));
        model.addAttribute("page", CostsView.of(report, open, revisions.since(slug,
                Ledger.start(report.running().month().minusMonths(1)))));
        return report.estate().document().services().isEmpty() ? "review/costs-empty" : "review/costs";
    }
}
