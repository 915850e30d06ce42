package dev.tare.estate.web;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All estates: open one, create one, delete one. */
@Controller
@RequestMapping("/estates")
class EstatesController {
    private final Estates estates;

    EstatesController(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    String list(Model model) {
        return list("", null, model);
    }

    private String list(String name, @Nullable String error, Model model) {
        model.addAttribute("page", EstatesView.of(estates.list(), name, error));
        return "estate/estates";
    }

    @PostMapping
    String create(@RequestParam(defaultValue = "") String name, Model model, HttpServletResponse response) {
        try {
            return "redirect:" + Addresses.of(estates.create(name.strip()).slug(), "services");
        } catch (Invalid wrong) {
            response.setStatus(wrong.status());
            return list(name, "Expected " + wrong.problems().getFirst().expected() + ".", model);
        }
    }

    @GetMapping("/{slug}/delete")
    String ask(@PathVariable String slug, Model model) {
        Snapshot snapshot = estates.get(slug);
        model.addAttribute("page", DeleteEstateView.of(snapshot, false));
        return "estate/delete-estate";
    }

    @PostMapping("/{slug}/delete")
    String delete(@PathVariable String slug, @RequestParam long version, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Snapshot snapshot = estates.get(slug);
        try {
            estates.delete(slug, version);
            redirect.addFlashAttribute("deleted", snapshot.document().name());
            return "redirect:" + Addresses.ESTATES;
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("page", DeleteEstateView.of(snapshot, true));
            return "estate/delete-estate";
        }
    }
}
