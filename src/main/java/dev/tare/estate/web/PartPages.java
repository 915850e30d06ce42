package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Picks and fills the page that answers a form. */
@Component
class PartPages {
    private final Estates estates;
    private final Hints hints;
    private final Suggestions suggestions;

    PartPages(Estates estates, Hints hints, Suggestions suggestions) {
        this.estates = estates;
        this.hints = hints;
        this.suggestions = suggestions;
    }

    /** The part a form is about; without a name it is a new one. */
    record At(Part part, String slug, @Nullable String name) {
        String here() {
            if (part instanceof SettingsPart) {
                return Addresses.of(slug, part.list());
            }
            return name == null
                    ? Addresses.of(slug, part.list(), "new")
                    : Addresses.of(slug, part.list(), name, "edit");
        }

        /** The entry of the estate's navigation. */
        String section() {
            return part instanceof SettingsPart ? part.list() : part.home();
        }
    }

    /** The form, again when something is wrong. */
    ModelAndView form(At at, Form form, List<Problem> problems, @Nullable String unsure) {
        EstateDocument document = estates.get(at.slug()).document();
        FormView view = FormView.of(at.part(), document, form).wrong(problems).at(at.slug(),
                at.name() == null ? "" : at.name(), at.here(), hints, suggestions, unsure);
        return page("estate/edit", at, document, view,
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Both versions side by side. */
    ModelAndView conflict(At at, Form mine, ObjectNode theirs) {
        EstateDocument document = estates.get(at.slug()).document();
        ConflictView view = ConflictView.of(at, Currencies.of(document), mine, theirs);
        return page("estate/conflict", at, document, view, HttpStatus.CONFLICT);
    }

    /** What was typed, to be added anew, for a part that is no longer there. */
    ModelAndView gone(At at, Form mine) {
        String sentence = "Someone else deleted or renamed '" + at.name()
                + "' since you opened it. Nothing you typed is lost: saving adds it again.";
        ModelAndView page = form(new At(at.part(), at.slug(), null), mine.with(Form.OPENED, ""), List.of(), sentence);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    Form resolved(At at, Form mine) {
        String currency = Currencies.of(estates.get(at.slug()).document());
        return new Resolution(at.part().schema(), currency).resolve(mine, Trees.parsed(mine.opened()));
    }

    ModelAndView saved(At at, String name, Form form, FormAction action, RedirectAttributes redirect) {
        redirect.addFlashAttribute("saved", name);
        if (!action.another()) {
            return new ModelAndView("redirect:" + Addresses.of(at.slug(), at.part().home()));
        }
        String next = Addresses.of(at.slug(), at.part().list(), "new");
        // the next service of a sitting usually has the same owner
        return new ModelAndView("redirect:" + (form.value("team").isEmpty()
                ? next
                : UriComponentsBuilder.fromPath(next).queryParam("team", "{team}").encode().build(form.value("team"))));
    }

    private static ModelAndView page(String template, At at, EstateDocument document, Object view,
            HttpStatusCode status) {
        return new ModelAndView(template,
                Map.of("place", new Place(at.slug(), document.name()), "page", view, "section",
                        at.section()),
                status);
    }
}
