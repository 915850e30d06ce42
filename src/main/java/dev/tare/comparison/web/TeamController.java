package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Narrowing;
import dev.tare.comparison.Question;
import dev.tare.comparison.TeamWeights;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revisions;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import dev.tare.site.Place;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A team's own page: what it owns, what that costs, what is missing, who crosses its border, what changed. */
@Controller
class TeamController {
    private static final Question TODAY = Question.of(List.of(Question.Ask.today()));

    private final Estates estates;
    private final TeamWeights weights;
    private final Narrowing narrowing;
    private final Diagnosis diagnosis;
    private final Revisions revisions;
    private final CallWeights calls;

    TeamController(Estates estates, TeamWeights weights, Narrowing narrowing, Diagnosis diagnosis,
            Revisions revisions, CallWeights calls) {
        this.estates = estates;
        this.weights = weights;
        this.narrowing = narrowing;
        this.diagnosis = diagnosis;
        this.revisions = revisions;
        this.calls = calls;
    }

    @GetMapping("/estates/{slug}/teams/{name:(?!new$).+}")
    String show(@PathVariable String slug, @PathVariable String name, Model model) {
        Snapshot estate = estates.get(slug);
        Team team = estate.document().teams().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFound("No team is called '" + name + "'."));
        model.addAttribute("place", new Place(slug, estate.document().name()));
        Figures figures = Figures.forViewer();
        TeamPage.Owned owned = TeamPage.Owned.of(estate, team);
        model.addAttribute("owned", owned);
        if (!owned.services().isEmpty()) {
            Writer writer = new Writer(figures,
                    Objects.requireNonNullElse(estate.document().currency(), "USD"));
            model.addAttribute("page", TeamPage.of(estate, team, weights.of(estate, name),
                    narrowing.of(estate, owned.services()), writer));
            model.addAttribute("border", TeamBorder.of(estate, owned.services(),
                    calls.of(estate, TODAY), writer));
            model.addAttribute("found", TeamPage.findings(estate, diagnosis.of(estate), owned.services(), figures));
            model.addAttribute("changes", TeamChanges.ofTeam(slug, name, revisions));
        }
        return "comparison/team";
    }
}
