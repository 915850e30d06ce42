package dev.tare.estate.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The shapes an estate keeps. */
@Controller
class ShapesController {
    private final Estates estates;
    private final Catalogue catalogue;

    ShapesController(Estates estates, Catalogue catalogue) {
        this.estates = estates;
        this.catalogue = catalogue;
    }

    @GetMapping("/estates/{slug}/shapes")
    String shapes(@PathVariable String slug, Model model) {
        Snapshot snapshot = estates.get(slug);
        model.addAttribute("place", new Place(slug, snapshot.document().name()));
        model.addAttribute("page", ShapesView.of(slug, snapshot.document(), catalogue));
        return "estate/shapes";
    }
}
