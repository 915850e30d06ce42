package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes parts away, after showing what else goes with them. */
@Controller
@RequestMapping("/estates/{slug}/{list:" + Parts.LISTS + "}/{name}/delete")
class DeleteController {
    private final Estates estates;
    private final Parts parts;

    DeleteController(Estates estates, Parts parts) {
        this.estates = estates;
        this.parts = parts;
    }

    @GetMapping
    String ask(@PathVariable String slug, @PathVariable String list, @PathVariable String name, Model model) {
        Snapshot snapshot = estates.get(slug);
        mustBeThere(snapshot.document(), list, name);
        model.addAttribute("place", new Place(slug, snapshot.document().name()));
        model.addAttribute("page", DeleteView.of(slug, parts.of(list), name, snapshot.document()));
        return "estate/delete";
    }

    @PostMapping
    String delete(@PathVariable String slug, @PathVariable String list, @PathVariable String name,
            RedirectAttributes redirect) {
        estates.change(slug, document -> {
            mustBeThere(document, list, name);
            return Parts.removal(list, name).apply(document);
        });
        redirect.addFlashAttribute("deleted", name);
        return "redirect:" + Addresses.of(slug, parts.of(list).home());
    }

    private void mustBeThere(EstateDocument document, String list, String name) {
        if (parts.of(list).find(document, name).isEmpty()) {
            throw new NotFound("No " + parts.of(list).word() + " is called '" + name + "'.");
        }
    }
}
