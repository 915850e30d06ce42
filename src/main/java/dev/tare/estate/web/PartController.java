package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.web.PartForms.Outcome;
import dev.tare.site.NotFound;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and edits the parts of an estate: services with their calls, teams, entry points, shapes. */
@Controller
@RequestMapping("/estates/{slug}")
class PartController {
    private final Estates estates;
    private final PartForms forms;
    private final PartPages pages;
    private final Parts parts;

    PartController(Estates estates, PartForms forms, PartPages pages, Parts parts) {
        this.estates = estates;
        this.forms = forms;
        this.pages = pages;
        this.parts = parts;
    }

    @GetMapping("/{list:" + Parts.LISTS + "}/new")
    ModelAndView add(@PathVariable String slug, @PathVariable String list,
            @RequestParam MultiValueMap<String, String> suggested) {
        Part part = parts.of(list);
        Form fresh = part.fresh(estates.get(slug).document(), Form.of(suggested));
        return pages.form(new PartPages.At(part, slug, null), fresh, List.of(), null);
    }

    @PostMapping("/{list:" + Parts.LISTS + "}/new")
    ModelAndView create(@PathVariable String slug, @PathVariable String list,
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        return submit(new PartPages.At(parts.of(list), slug, null), Form.of(typed), redirect);
    }

    @GetMapping("/{list:" + Parts.LISTS + "}/{name}/edit")
    ModelAndView edit(@PathVariable String slug, @PathVariable String list, @PathVariable String name) {
        PartPages.At at = new PartPages.At(parts.of(list), slug, name);
        EstateDocument document = estates.get(slug).document();
        Form stored = at.part().find(document, name)
                .map(new FormWriter(at.part().schema(), Currencies.of(document))::write)
                .orElseThrow(() -> new NotFound("No " + at.part().word() + " is called '" + name + "'."));
        return pages.form(at, stored, List.of(), null);
    }

    @PostMapping("/{list:" + Parts.LISTS + "}/{name}/edit")
    ModelAndView store(@PathVariable String slug, @PathVariable String list, @PathVariable String name,
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        return submit(new PartPages.At(parts.of(list), slug, name), Form.of(typed), redirect);
    }

    private ModelAndView submit(PartPages.At at, Form typed, RedirectAttributes redirect) {
        FormAction action = FormAction.of(typed);
        Form form = action.apply(typed, at.part().schema());
        if (!action.stores()) {
            return pages.form(at, form, List.of(), null);
        }
        Form whole = action.resolves() ? pages.resolved(at, form) : form;
        return switch (forms.submit(at.part(), at.slug(), at.name(), whole)) {
            case Outcome.Saved saved -> pages.saved(at, saved.name(), whole, action, redirect);
            case Outcome.Wrong wrong -> pages.form(at, whole, wrong.problems(), null);
            case Outcome.Meanwhile meanwhile -> pages.conflict(at, whole, meanwhile.theirs());
            case Outcome.Gone _ -> pages.gone(at, whole);
        };
    }
}
