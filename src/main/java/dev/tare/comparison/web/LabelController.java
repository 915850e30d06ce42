package dev.tare.comparison.web;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revisions;
import dev.tare.site.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A service's label: what it weighs by serving, what it is made of, who calls it, how old it is, what changed. */
@Controller
class LabelController {
    private final Estates estates;
    private final Revisions revisions;
    private final LabelPages labels;

    LabelController(Estates estates, Revisions revisions, LabelPages labels) {
        this.estates = estates;
        this.revisions = revisions;
        this.labels = labels;
    }

    /** The form of a new service and the grid stay where they are; see {@link Place#service}. */
    @GetMapping("/estates/{slug}/services/{name:(?!new$|grid$).+}")
    String show(@PathVariable String slug, @PathVariable String name, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("page", labels.of(estate, name));
        model.addAttribute("changes", TeamChanges.ofService(slug, name, revisions));
        return "comparison/label";
    }
}
