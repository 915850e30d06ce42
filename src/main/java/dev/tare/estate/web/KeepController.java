package dev.tare.estate.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.estate.Estates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks with which estate to keep a combination of the catalogue. */
@Controller
class KeepController {
    private final Estates estates;
    private final Catalogue catalogue;

    KeepController(Estates estates, Catalogue catalogue) {
        this.estates = estates;
        this.catalogue = catalogue;
    }

    /** What the page shows; {@code refusals} where the combination cannot stand. */
    record Page(String shape, List<String> refusals, List<Choice> estates) {}

    /** An estate, and the form in which the shape is named. */
    record Choice(String name, String address) {}

    @GetMapping("/shapes/keep")
    String ask(@RequestParam Map<String, String> asked, Model model) {
        Map<String, String> axes = new LinkedHashMap<>(asked);
        axes.keySet().removeIf(key -> Axis.of(key).isEmpty());
        List<Choice> choices = estates.list().stream()
                .map(estate -> new Choice(estate.name(), address(estate.slug(), axes))).toList();
        model.addAttribute("page", new Page(catalogue.name(axes), catalogue.refusals(axes), choices));
        return "estate/keep";
    }

    private static String address(String slug, Map<String, String> axes) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Addresses.of(slug, "shapes", "new"));
        axes.forEach((axis, option) -> address
                .queryParam(axis.equals(Axis.GROUPING.id()) ? axis : "axes." + axis, "{" + axis + "}"));
        return address.encode().buildAndExpand(axes).toUriString();
    }
}
