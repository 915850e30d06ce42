package dev.tare.intake.web;

import dev.tare.estate.Estates;
import dev.tare.intake.Aliases;
import dev.tare.site.Place;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that asks which services are one. */
@Controller
@RequestMapping("/estates/{slug}/aliases")
class AliasController {
    /** What stands before a proposal's id in the name of its field. */
    static final String FIELD = "alike-";
    private static final String ONE = "one";
    private static final String TWO = "two";

    private final Aliases aliases;
    private final Estates estates;

    AliasController(Aliases aliases, Estates estates) {
        this.aliases = aliases;
        this.estates = estates;
    }

    @GetMapping
    String show(@PathVariable String slug, Model model) {
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
        model.addAttribute("slug", slug);
        model.addAttribute("page", aliases.standing(slug));
        return "intake/aliases";
    }

    /** One button answers one proposal, or all that are ticked. */
    @PostMapping
    String decide(@PathVariable String slug, @RequestParam(defaultValue = "") Set<String> accept,
            @RequestParam(defaultValue = "") Set<String> refuse, @RequestParam(defaultValue = "") Set<String> chosen,
            @RequestParam(defaultValue = "") String all, RedirectAttributes redirect) {
        Set<String> one = all.equals(ONE) ? chosen : accept;
        Set<String> two = all.equals(TWO) ? chosen : refuse;
        aliases.decide(slug, one, two);
        redirect.addFlashAttribute("joined", one.size());
        redirect.addFlashAttribute("parted", two.size());
        return "redirect:/estates/" + slug + "/aliases";
    }

    @PostMapping("/{id}/take-back")
    String takeBack(@PathVariable String slug, @PathVariable String id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("back", aliases.takeBack(slug, id));
        return "redirect:/estates/" + slug + "/aliases";
    }

    /** The answers that a form gives beside others, by the ids of the proposals. */
    static Set<String> said(Map<String, String> fields, boolean same) {
        return fields.entrySet().stream().filter(field -> field.getKey().startsWith(FIELD))
                .filter(field -> field.getValue().equals(same ? ONE : TWO))
                .map(field -> field.getKey().substring(FIELD.length())).collect(Collectors.toSet());
    }

}
