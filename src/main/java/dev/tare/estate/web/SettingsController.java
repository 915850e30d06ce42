package dev.tare.estate.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.web.PartForms.Outcome;
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

/** What an estate is called, its currency, and what runs today. */
@Controller
@RequestMapping("/estates/{slug}/settings")
class SettingsController {
    private final Estates estates;
    private final PartForms forms;
    private final PartPages pages;
    private final SettingsPart part;

    SettingsController(Estates estates, PartForms forms, PartPages pages, Catalogue catalogue) {
        this.estates = estates;
        this.forms = forms;
        this.pages = pages;
        this.part = new SettingsPart(catalogue);
    }

    @GetMapping
    ModelAndView edit(@PathVariable String slug) {
        EstateDocument document = estates.get(slug).document();
        Form stored = new FormWriter(part.schema(), Currencies.of(document))
                .write(part.find(document, document.name()).orElseThrow());
        return pages.form(at(slug, document.name()), stored, List.of(), null);
    }

    @PostMapping
    ModelAndView store(@PathVariable String slug, @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect) {
        Form form = Form.of(typed);
        FormAction action = FormAction.of(form);
        PartPages.At at = at(slug, estates.get(slug).document().name());
        Form whole = action.resolves() ? pages.resolved(at, form) : form;
        return switch (forms.submit(part, slug, at.name(), whole)) {
            case Outcome.Saved saved -> pages.saved(at, saved.name(), whole, new FormAction("save"), redirect);
            case Outcome.Wrong wrong -> pages.form(at, whole, wrong.problems(), null);
            case Outcome.Meanwhile meanwhile -> pages.conflict(at, whole, meanwhile.theirs());
            case Outcome.Gone _ -> pages.gone(at, whole);
        };
    }

    private PartPages.At at(String slug, String name) {
        return new PartPages.At(part, slug, name);
    }
}
