package dev.tare.review.decision;

import dev.tare.comparison.web.CompareQuery;
import dev.tare.comparison.web.Sheet;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Snapshots;
import dev.tare.review.decision.Wording.Answer;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import dev.tare.site.Moment;
import dev.tare.site.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The decisions of an estate: listed, drafted from a comparison, read and edited. */
@Controller
class DecisionController {
    private final Decisions decisions;
    private final Estates estates;
    private final Snapshots snapshots;

    DecisionController(Decisions decisions, Estates estates, Snapshots snapshots) {
        this.decisions = decisions;
        this.estates = estates;
        this.snapshots = snapshots;
    }

    /** One decision in the list. */
    record Row(int number, String title, String address, String status, String by, Moment date, String chosen) {}

    @GetMapping("/estates/{slug}/decisions")
    String list(@PathVariable String slug, @RequestParam(defaultValue = "") String status, Model model) {
        place(slug, model);
        List<Decision> all = decisions.all(slug);
        model.addAttribute("slug", slug);
        model.addAttribute("status", status);
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("some", !all.isEmpty());
        model.addAttribute("rows", all.stream()
                .filter(each -> Status.of(status).isEmpty() || each.status().id().equals(status)).map(this::row)
                .toList());
        return "review/decisions";
    }

    @GetMapping("/estates/{slug}/decisions/new")
    String draft(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        place(slug, model);
        Snapshot estate = estates.get(slug);
        CompareQuery query = decisions.query(parameters);
        Sheet sheet = decisions.sheet(estate, query);
        model.addAttribute("page",
                fresh(estate, query, sheet, decisions.draft(estate, sheet)));
        return "review/decision-edit";
    }

    @PostMapping("/estates/{slug}/decisions")
    String record(@PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Model model,
            HttpServletResponse response) {
        DecisionForm form = new DecisionForm(fields);
        Snapshot estate = estates.get(slug);
        CompareQuery query = decisions.query(form.text("compare"));
        Sheet sheet = decisions.sheet(estate, query);
        Draft drafted = decisions.draft(estate, sheet);
        Draft draft = form.draft(sheet, drafted.wording().answers(), Status.PROPOSED);
        DecisionEdit page = fresh(estate, query, sheet, draft);
        if (form.version("seen") != estate.version()) {
            return refused(slug, page.refused("The estate changed while you wrote, so the figures are others now. "
                    + "Your words are kept: read them against the comparison again, then record.", estate.version(),
                    null), HttpStatus.CONFLICT, model, response);
        }
        try {
            return "redirect:" + decisions.record(estate, query, draft).path();
        } catch (Invalid wrong) {
            return refused(slug, page.refused(words(wrong), estate.version(), null),
                    HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
    }

    @GetMapping("/estates/{slug}/decisions/{number:\\d+}")
    String show(@PathVariable String slug, @PathVariable int number, Model model) {
        place(slug, model);
        model.addAttribute("page", view(decisions.get(slug, number), LocaleContextHolder.getLocale()));
        return "review/decision";
    }

    @GetMapping("/estates/{slug}/decisions/{number:\\d+}/edit")
    String edit(@PathVariable String slug, @PathVariable int number, Model model) {
        place(slug, model);
        Decision decision = decisions.get(slug, number);
        model.addAttribute("page", existing(decision, new Draft(decision.title(), decision.status(), null,
                decision.wording())));
        return "review/decision-edit";
    }

    @PostMapping("/estates/{slug}/decisions/{number:\\d+}")
    String change(@PathVariable String slug, @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response) {
        DecisionForm form = new DecisionForm(fields);
        Decision before = decisions.get(slug, number);
        Draft draft = form.draft(before.frozen().sheet(), questions(before), before.status());
        try {
            return "redirect:" + decisions.change(slug, number, form.version("seen"), draft).path();
        } catch (Conflict conflict) {
            Decision now = decisions.get(slug, number);
            return refused(slug, existing(now, draft).refused("Someone else changed this decision while you wrote. "
                    + "Your words are below; save again to put them in the place of theirs.", now.version(), now),
                    HttpStatus.CONFLICT, model, response);
        } catch (Invalid wrong) {
            return refused(slug, existing(before, draft).refused(words(wrong), before.version(), null),
                    HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
    }

    /** A decision as people read it, beside what the same question comes to now. */
    DecisionView view(Decision decision, Locale locale) {
        boolean same = estates.version(decision.slug()) == decision.frozen().sheet().version()
                && snapshots.model().equals(decision.frozen().model());
        Optional<Sheet> today = same ? Optional.of(decision.frozen().sheet()) : decisions.today(decision);
        return DecisionView.of(decision, decisions.supersededBy(decision), today, same, locale);
    }

    private Row row(Decision decision) {
        Integer by = decision.supersededBy();
        return new Row(decision.number(), decision.title(), decision.path(), decision.status().id(),
                by == null ? "" : " by " + by,
                new Moment(Optional.ofNullable(decision.decidedAt()).orElse(decision.createdAt())),
                decision.chosen().map(Sheet.Column::title).orElse("none of these"));
    }

    private DecisionEdit fresh(Snapshot estate, CompareQuery query, Sheet sheet, Draft draft) {
        String slug = estate.slug();
        return DecisionEdit.of(slug, "Record a decision", "/estates/" + slug + "/decisions", query.address(slug),
                query.address(slug), estate.version(), draft, sheet, decisions.all(slug));
    }

    private DecisionEdit existing(Decision decision, Draft draft) {
        return DecisionEdit.of(decision.slug(), "Edit decision " + decision.number(), decision.path(),
                decision.path(), "", decision.version(), draft, decision.frozen().sheet(),
                decisions.all(decision.slug()).stream().filter(other -> other.number() != decision.number()).toList());
    }

    private String refused(String slug, DecisionEdit page, HttpStatus status, Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        place(slug, model);
        model.addAttribute("page", page);
        return "review/decision-edit";
    }

    private static List<Answer> questions(Decision decision) {
        return decision.wording().answers();
    }

    private static String words(Invalid wrong) {
        return wrong.getMessage() + " Expected " + wrong.problems().getFirst().expected() + ".";
    }

    private void place(String slug, Model model) {
        model.addAttribute("place", new Place(slug, estates.get(slug).document().name()));
    }
}
