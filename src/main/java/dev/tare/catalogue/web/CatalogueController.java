package dev.tare.catalogue.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.ImpossibleShape;
import dev.tare.catalogue.Preset;
import dev.tare.site.NotFound;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One option for each question, and what that makes: a shape with a name, or reasons why it cannot be. */
@Controller
class CatalogueController {
    private static final String FIRST = "eks-istio-sidecar";
    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue")
    String catalogue(@RequestParam Map<String, String> asked, Model model) {
        Map<String, String> axes = new LinkedHashMap<>(start(asked.getOrDefault("preset", FIRST)));
        for (Axis axis : Axis.values()) {
            axes.computeIfPresent(axis.id(), (id, usual) -> asked.getOrDefault(id, usual));
        }
        model.addAttribute("page", CatalogueView.of(catalogue, axes, against(asked.getOrDefault("against", ""))));
        return "catalogue/catalogue";
    }

    private @Nullable Preset against(String id) {
        return catalogue.presets().stream().filter(preset -> preset.id().equals(id)).findFirst().orElse(null);
    }

    private Map<String, String> start(String id) {
        try {
            Preset preset = catalogue.preset(id);
            Map<String, String> axes = new LinkedHashMap<>(preset.axes());
            axes.put(Axis.GROUPING.id(), preset.grouping());
            return axes;
        } catch (ImpossibleShape unknown) {
            throw new NotFound(String.join(" ", unknown.reasons()));
        }
    }
}
