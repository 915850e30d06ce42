package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of an estate's parts. */
@Controller
@RequestMapping("/estates/{slug}")
class InventoryController {
    private final Estates estates;

    InventoryController(Estates estates) {
        this.estates = estates;
    }

    @GetMapping("/services")
    String services(@PathVariable String slug, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page, Model model) {
        EstateDocument document = document(slug, model);
        model.addAttribute("page", InventoryView.of(slug, document, words.strip(), page));
        model.addAttribute("rest", RestView.of(document));
        return "estate/services";
    }

    @GetMapping("/teams")
    String teams(@PathVariable String slug, Model model) {
        EstateDocument document = document(slug, model);
        model.addAttribute("page", TeamsView.of(slug, document));
        return "estate/teams";
    }

    @GetMapping("/entries")
    String entries(@PathVariable String slug, Model model) {
        EstateDocument document = document(slug, model);
        model.addAttribute("page", EntriesView.of(slug, document));
        return "estate/entries";
    }

    private EstateDocument document(String slug, Model model) {
        Snapshot snapshot = estates.get(slug);
        model.addAttribute("place", new Place(snapshot.slug(), snapshot.document().name()));
        return snapshot.document();
    }
}
