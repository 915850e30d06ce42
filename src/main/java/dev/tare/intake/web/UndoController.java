package dev.tare.intake.web;

import dev.tare.estate.Estates;
import dev.tare.intake.PastImport;
import dev.tare.intake.Imports;
import dev.tare.intake.Undo;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking an import back: what goes, what stays, and then it is done. */
@Controller
@RequestMapping("/estates/{slug}/import/{id}")
class UndoController {
    private final Undo undo;
    private final Imports imports;
    private final Estates estates;

    UndoController(Undo undo, Imports imports, Estates estates) {
        this.undo = undo;
        this.imports = imports;
        this.estates = estates;
    }

    @GetMapping("/undo")
    String preview(@PathVariable String slug, @PathVariable UUID id, Model model) {
        PastImport past = imports.past(slug).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("No import of this id was applied lately."));
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
        model.addAttribute("page", UndoView.of(slug, past, undo.preview(slug, id)));
        return "intake/undo";
    }

    @PostMapping("/undo")
    String undo(@PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("undone", undo.undo(slug, id));
        return "redirect:/estates/" + slug + "/import#past";
    }

    @PostMapping("/redo")
    String redo(@PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("redone", undo.redo(slug, id));
        return "redirect:/estates/" + slug + "/import#past";
    }
}
