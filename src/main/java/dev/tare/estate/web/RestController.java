package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.Estates;
import dev.tare.site.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of money that no service accounts for: it counts against the model, it does not, it goes. */
@Controller
class RestController {
    private final Estates estates;

    RestController(Estates estates) {
        this.estates = estates;
    }

    @PostMapping("/estates/{slug}/costs")
    String decide(@PathVariable String slug, @RequestParam String seen,
            @RequestParam(defaultValue = "") Set<Integer> counts, @RequestParam(defaultValue = "") Set<Integer> gone,
            RedirectAttributes redirect) {
        try {
            estates.change(slug, document -> decided(document, seen, counts, gone));
            redirect.addFlashAttribute("restSaved", true);
        } catch (Conflict conflict) {
            redirect.addFlashAttribute("restChanged", true);
        }
        return "redirect:" + Addresses.of(slug, "services") + "#rest";
    }

    private static EstateDocument decided(EstateDocument document, String seen, Set<Integer> counts,
            Set<Integer> gone) {
        if (!RestView.seen(document).equals(seen)) {
            throw new Conflict("These costs were just changed.", seen);
        }
        List<EstateCost> costs = new ArrayList<>();
        for (int place = 0; place < document.costs().size(); place++) {
            EstateCost cost = document.costs().get(place);
            if (!gone.contains(place)) {
                costs.add(new EstateCost(cost.category(), cost.monthly(), cost.source(), counts.contains(place)));
            }
        }
        return document.withCosts(costs);
    }
}
