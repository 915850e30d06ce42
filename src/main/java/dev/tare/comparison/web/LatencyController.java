package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where one request's time goes, hop by hop. */
@Controller
class LatencyController {
    private final Estates estates;
    private final CallWeights weights;
    private final Weighing weighing;
    private final Catalogue catalogue;

    LatencyController(Estates estates, CallWeights weights, Weighing weighing, Catalogue catalogue) {
        this.estates = estates;
        this.weights = weights;
        this.weighing = weighing;
        this.catalogue = catalogue;
    }

    @GetMapping("/estates/{slug}/latency")
    String show(@PathVariable String slug, LatencyQuery.Form form, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        LatencyQuery query = form.query(catalogue);
        int entry = entry(estate, query);
        LatencyPage.Found now = found(estate, query, query.scenario(), entry);
        Sought over = query.to();
        model.addAttribute("page", LatencyPage.of(estate, query, entry, now,
                over == null ? null : found(estate, query, over, entry), catalogue, Figures.forViewer()));
        return "comparison/latency";
    }

    /** The one asked for, or the busiest. */
    private int entry(Snapshot estate, LatencyQuery query) {
        Map<Integer, Double> entries = weights.of(estate, query.question(query.scenario(), catalogue)).tares()
                .structure().entries();
        return entries.entrySet().stream()
                .filter(each -> query.entry().isEmpty()
                        || estate.document().services().get(each.getKey()).name().equals(query.entry()))
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new NotFound("No requests come in at '" + query.entry() + "'."));
    }

    private LatencyPage.Found found(Snapshot estate, LatencyQuery query, Sought sought, int entry) {
        Question question = query.question(sought, catalogue);
        Weighed weighed = weights.of(estate, question);
        return new LatencyPage.Found(weighed, weights.journey(estate, question, entry, query.band()),
                weighing.weigh(estate, question).weighed().getFirst().bill().latency().stream()
                        .filter(each -> each.service() == entry).findFirst().orElse(null));
    }
}
