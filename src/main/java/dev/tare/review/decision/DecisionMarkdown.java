package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.comparison.web.Sheet.Source;
import dev.tare.comparison.web.SheetFiles;
import dev.tare.review.decision.Wording.Option;
import dev.tare.site.Figures;
import dev.tare.site.Markdown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A decision as a file in the form of MADR 4, with its figures behind the words. */
final class DecisionMarkdown {
    /** How records write figures, whoever reads them. */
    static final String FORM = "Numbers are written as 1,234.5 and days as 2026-01-31.";
    private static final Figures FIGURES = new Figures(Locale.ENGLISH);

    private DecisionMarkdown() {}

    static String of(Decision decision, List<Decision> supersedes) {
        Wording words = decision.wording();
        StringBuilder text = new StringBuilder(front(decision)).append("# ")
                .append(Markdown.text(decision.title())).append("\n\n");
        section(text, "## Context and Problem Statement", Markdown.lines(words.context()));
        section(text, "## Decision Drivers", list(words.drivers(), ""));
        section(text, "## Considered Options", String.join("\n", decision.frozen().sheet().columns().stream()
                .map(column -> "* " + Markdown.text(column.title())).toList()));
        section(text, "## Decision Outcome", "Chosen option: \""
                + decision.chosen().map(column -> Markdown.text(column.title())).orElse("none of these")
                + "\", because "
                + Markdown.lines(words.outcome()));
        section(text, "### Consequences", list(words.consequences(), ""));
        section(text, "### Confirmation", Markdown.lines(words.confirmation()));
        text.append("## Pros and Cons of the Options\n\n");
        words.options().forEach(option -> option(text, decision, option));
        text.append("## More Information\n\n");
        supersedes.forEach(other -> text.append("Supersedes decision ").append(other.number()).append(": ")
                .append(Markdown.text(other.title())).append(".\n\n"));
        words.answers()
                .forEach(each -> section(text, "### " + Markdown.text(each.question()), list(each.answer(), "")));
        text.append("### Figures of ").append(day(decision.frozen().at())).append("\n\n")
                .append(SheetFiles.markdown(decision.frozen().sheet(), "####"));
        sources(text, decision.frozen());
        return text.toString();
    }

    private static String front(Decision decision) {
        Integer by = decision.supersededBy();
        String status = decision.status().id() + (by == null ? "" : " by decision " + by);
        Instant date = Optional.ofNullable(decision.decidedAt()).orElse(decision.updatedAt());
        String people = decision.wording().people();
        return "---\nstatus: " + quoted(status) + "\ndate: " + day(date) + "\n"
                + (people.isBlank() ? "" : "decision-makers: " + quoted(people) + "\n") + "---\n\n";
    }

    private static void option(StringBuilder text, Decision decision, Option option) {
        String title = decision.frozen().sheet().columns().stream()
                .filter(column -> column.scenario().equals(option.scenario())).findFirst()
                .map(Sheet.Column::title).orElse(option.scenario());
        String both = (list(option.good(), "Good, because ") + "\n" + list(option.bad(), "Bad, because ")).strip();
        section(text, "### " + Markdown.text(title), both);
    }

    private static void sources(StringBuilder text, Frozen frozen) {
        Sheet sheet = frozen.sheet();
        text.append("#### Assumptions\n\n").append(Markdown.row("assumption", "range", "how", "source"))
                .append(Markdown.rule(4, 0));
        sheet.sources().forEach(source -> text.append(Markdown.row(source.what(), range(source, FIGURES),
                source.how(), source.source() + ", " + source.asOf())));
        text.append("\nWeighed from version ").append(sheet.version()).append(" of the estate, with ")
                .append(FIGURES.count(sheet.draws())).append(" draws from seed ").append(sheet.seed())
                .append(", by tare ").append(frozen.model().program()).append(" with the catalogue ")
                .append(frozen.model().catalogue()).append(".\n").append(FORM)
                .append("\nThe same question, weighed anew: <")
                .append(frozen.address()).append(">\n");
    }

    /** "0.2 – 0.5 – 3 ms", or the reader's own figure before it. */
    static String range(Source source, Figures figures) {
        String unit = source.unit().equals("count") || source.unit().equals("ratio") ? "" : "\u00a0" + source.unit();
        String known = source.low() == source.high()
                ? figures.number(source.likely())
                : figures.number(source.low()) + " \u2013 " + figures.number(source.likely()) + " \u2013 "
                        + figures.number(source.high());
        Double yours = source.yours();
        return (yours == null ? "" : "ours: " + figures.number(yours) + unit + ", instead of ") + known + unit;
    }

    static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static void section(StringBuilder text, String heading, String body) {
        if (!body.isBlank()) {
            text.append(heading).append("\n\n").append(body.strip()).append("\n\n");
        }
    }

    private static String list(String entries, String before) {
        return String.join("\n", Wording.entries(entries).stream()
                .map(each -> "* " + (each.startsWith("Good: ") || each.startsWith("Bad: ")
                        ? Markdown.text(each.replaceFirst(": ", ", because "))
                        : before + Markdown.text(each)))
                .toList());
    }

    private static String quoted(String text) {
        return "\"" + text.strip().replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s*\\R\\s*", ", ") + "\"";
    }
}
