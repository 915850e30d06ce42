package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Weighing;
import dev.tare.comparison.web.WhatIfPage.Keep;
import dev.tare.comparison.web.WhatIfPage.With;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.ShapeLink;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tries a scenario out: services between units, replicas, rates, wiring, base images, any assumption. All of it is in
 * the address; what is done is answered by the address of what comes of it.
 */
@Controller
@RequestMapping("/estates/{slug}/what-if")
class WhatIfController {
    private final Estates estates;
    private final Weighing weighing;
    private final Catalogue catalogue;

    WhatIfController(Estates estates, Weighing weighing, Catalogue catalogue) {
        this.estates = estates;
        this.weighing = weighing;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(@PathVariable String slug, @RequestParam MultiValueMap<String, String> asked, Model model,
            HttpServletResponse response) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        if (estate.document().services().isEmpty()) {
            return "comparison/weight-empty";
        }
        TrialAddress at = address(slug, asked);
        boolean fragment = asked.containsKey("fragment");
        TrialEdits edits = new TrialEdits(catalogue, estate.document(), asked);
        Locks locks = at.locks().adding(asked);
        List<Problem> problems = new ArrayList<>(
                locks.unknown(estate.document().services().stream().map(each -> each.name()).toList()));
        if (edits.any() || asked.containsKey("lock")) {
            Trial trial = Tried.of(estate, at, catalogue, weighing).trial();
            TrialAddress done = (edits.any() ? at.with(edits.on(trial).shortest()) : at).with(locks);
            problems.addAll(edits.problems());
            if (problems.isEmpty()) {
                return "redirect:" + done.written() + (fragment ? "&fragment=true" : "");
            }
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        if (asked.containsKey("pick")) {
            pick(estate, at, Objects.requireNonNullElse(asked.getFirst("pick"), ""), model);
        }
        fill(model, estate, at, problems, null);
        return fragment ? "comparison/what-if :: content" : "comparison/what-if";
    }

    /** One service alone, for the panel. */
    @GetMapping("/service")
    String service(@PathVariable String slug, @RequestParam MultiValueMap<String, String> asked, Model model) {
        Snapshot estate = estates.get(slug);
        pick(estate, address(slug, asked), Objects.requireNonNullElse(asked.getFirst("pick"), ""), model);
        return "comparison/what-if :: service";
    }

    /** Keeps it as a shape of the estate; a name that is taken is asked about first. */
    @PostMapping("/keep")
    String keep(@PathVariable String slug, @RequestParam MultiValueMap<String, String> asked, Model model,
            HttpServletResponse response) {
        Snapshot estate = estates.get(slug);
        TrialAddress at = address(slug, asked);
        Trial trial = Tried.of(estate, at, catalogue, weighing).trial();
        String name = Objects.requireNonNullElse(asked.getFirst("name"), "").strip();
        boolean taken = estate.document().shapes().stream().anyMatch(shape -> shape.name().equals(name));
        String error = taken && !asked.containsKey("replace")
                ? "A shape of this name is kept already."
                : store(slug, name, trial);
        if (error == null) {
            return "redirect:" + new TrialAddress(slug, new Sought(ShapeLink.saved(name)), at.from(), at.locks())
                    .written();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("place", new Place(slug, estate.document().name()));
        fill(model, estate, at, List.of(), new Keep(at.page() + "/keep", name, error, taken));
        return "comparison/what-if";
    }

    /** Why it cannot be kept; nothing where it is. */
    private @Nullable String store(String slug, String name, Trial trial) {
        if (name.isEmpty()) {
            return "Expected a name.";
        }
        SavedShape named = kept(trial).withName(name);
        try {
            estates.change(slug, Edits.putShape(name, named));
            return null;
        } catch (Invalid invalid) {
            return invalid.problems().stream().findFirst().map(problem -> "Expected " + problem.expected() + ", found "
                    + problem.found() + ".").orElse("This cannot be kept.");
        }
    }

    /** What is today's to the last word is kept with its options, or it would say nothing. */
    private static SavedShape kept(Trial trial) {
        SavedShape written = trial.written();
        return trial.runs()
                ? new SavedShape("", trial.axes(), trial.board().units(), written.assumptions(), written.changes())
                : written;
    }

    private void pick(Snapshot estate, TrialAddress at, String service, Model model) {
        model.addAttribute("picked", PickedService.of(estate, Tried.of(estate, at, catalogue, weighing), service,
                catalogue, Figures.forViewer()));
    }

    private void fill(Model model, Snapshot estate, TrialAddress at, List<Problem> problems, @Nullable Keep keep) {
        model.addAttribute("alsoStyledBy", List.of("/comparison/weight.css"));
        model.addAttribute("page", WhatIfPage.of(estate, Tried.of(estate, at, catalogue, weighing),
                new With(catalogue, Figures.forViewer(), weighing.laid(estate, at.from().ask(catalogue)), problems,
                        keep)));
    }

    private static TrialAddress address(String slug, MultiValueMap<String, String> asked) {
        Written written = new Written(asked);
        String scenario = Objects.requireNonNullElse(written.one("s"), Sought.TODAY.written());
        String from = Objects.requireNonNullElse(written.one("from"), scenario);
        return new TrialAddress(slug, new Sought(scenario), new Sought(from), Locks.of(asked));
    }
}
