package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Objects;

/** The teams of an estate in a table. */
record TeamsView(String add, List<Row> rows, long unowned) {
    /** A team. */
    record Row(String name, String open, String edit, String delete, String engineers, String budget, long services) {}

    static TeamsView of(String slug, EstateDocument document) {
        return new TeamsView(Addresses.of(slug, "teams", "new"),
                document.teams().stream().map(team -> row(slug, document, team)).toList(),
                document.services().stream().filter(service -> service.team() == null).count());
    }

    private static Row row(String slug, EstateDocument document, Team team) {
        Figures figures = Figures.forViewer();
        double engineers = Objects.requireNonNullElse(team.engineers(), Double.NaN);
        double budget = Objects.requireNonNullElse(team.monthlyBudget(), Double.NaN);
        return new Row(team.name(), Addresses.of(slug, "teams", team.name()),
                Addresses.of(slug, "teams", team.name(), "edit"),
                Addresses.of(slug, "teams", team.name(), "delete"), figures.number(engineers),
                figures.money(budget, Currencies.of(document)),
                document.services().stream().filter(service -> team.name().equals(service.team())).count());
    }
}
