package dev.tare.comparison.web;

import dev.tare.comparison.Defaults.Gap;
import dev.tare.comparison.Defaults.One;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.TeamWeights.Figure;
import dev.tare.comparison.TeamWeights.Own;
import dev.tare.comparison.TeamWeights.TeamWeight;
import dev.tare.engine.Finding;
import dev.tare.engine.Findings;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a team's services cost, and what nobody has stated of them.
 *
 * @param before   the headline up to its figure
 * @param figure   what stands out in it
 * @param after    the rest of it
 * @param budget   the budget beside what the services cost; empty where there is none
 * @param over     whether they cost more
 * @param people   the tare in engineers; empty where nobody knows what an engineer costs
 */
record TeamPage(String before, String figure, String after, String facts, String budget, boolean over, String people,
        Row total, List<Row> services, List<Line> lines, List<Missing> missing, String grid) {
    private static final int GAPS = 8;
    private static final int SERVICES = 5;

    /** What a team owns, whether or not it can be weighed. */
    record Owned(String team, String slug, String edit, List<String> services, int all) {
        static Owned of(Snapshot estate, Team team) {
            List<String> services = estate.document().services().stream()
                    .filter(service -> team.name().equals(service.team())).map(EstateDocument.Service::name).toList();
            return new Owned(team.name(), estate.slug(), address(estate.slug(), team.name()) + "/edit", services,
                    estate.document().services().size());
        }
    }

    /** A service, or all of them: gross, net and tare, and its share of what the team's services cost. */
    record Row(String name, String href, String gross, String net, String tare, String share) {}

    /** A part of the tare, and the range over the draws. */
    record Line(String name, String meaning, String likely, String range) {}

    /** A field nobody stated, and where to state it. */
    record Missing(String name, String missing, String narrows, List<ServiceLinks.Link> services, int more) {}

    static String address(String slug, String team) {
        return UriComponentsBuilder.fromPath("/estates/{slug}/teams/{team}").encode().buildAndExpand(slug, team)
                .toUriString();
    }

    static TeamPage of(Snapshot estate, Team team, TeamWeight weight, List<Gap> gaps, Writer writer) {
        double gross = weight.gross().likely();
        double share = gross > 0 ? weight.tare().likely() / gross : 0;
        boolean any = gross > 0;
        return new TeamPage(any
                ? "Of every " + Headline.coin(1, writer) + " spent on what " + team.name() + " owns, "
                : "Nothing " + team.name() + " owns costs anything yet.",
                any ? Headline.coin(share, writer) : "", any ? " is tare." : "", facts(estate, weight, writer),
                budget(team, weight, writer), team.monthlyBudget() != null && gross > team.monthlyBudget(),
                people(weight, writer), row("All", "", weight.net().likely(), weight.tare().likely(), gross, writer),
                weight.own().stream().map(own -> row(estate.slug(), own, gross, writer)).toList(),
                lines(weight, writer), gaps.stream().limit(GAPS).map(gap -> missing(estate, gap, writer)).toList(),
                "/estates/" + estate.slug() + "/services/grid?columns="
                        + String.join(",", gaps.stream().limit(GAPS).map(Gap::field).toList()));
    }

    private static String facts(Snapshot estate, TeamWeight weight, Writer writer) {
        Figures figures = writer.figures();
        int own = weight.own().size();
        String share = weight.estate() > 0
                ? ", " + figures.percent(weight.gross().likely() / weight.estate()) + " of the estate's money"
                : "";
        return (own == 1 ? "One service" : figures.count(own) + " services") + " of "
                + figures.count(estate.document().services().size()) + share + ": "
                + money(weight.gross().likely(), writer) + " a month with every assumption at its likely value; expect "
                + range(weight.gross(), writer) + " when all of them vary.";
    }

    private static String budget(Team team, TeamWeight weight, Writer writer) {
        if (team.monthlyBudget() == null) {
            return "";
        }
        double left = team.monthlyBudget() - weight.gross().likely();
        Quantiles drawn = weight.gross().drawn();
        boolean close = drawn.p10() < team.monthlyBudget() && drawn.p90() > team.monthlyBudget();
        String sentence = left >= 0
                ? "Within the budget of " + money(team.monthlyBudget(), writer) + ": " + money(left, writer) + " left"
                : "Over the budget of " + money(team.monthlyBudget(), writer) + " by " + money(-left, writer);
        return sentence + (close ? ", too close to call: the budget lies inside the range." : ".");
    }

    private static String people(TeamWeight weight, Writer writer) {
        if (!(weight.engineer() > 0)) {
            return "";
        }
        double engineers = weight.tare().likely() / weight.engineer();
        String much = engineers < 1
                ? writer.figures().percent(engineers) + " of an engineer costs"
                : writer.figures().number(engineers) + " engineers cost";
        return "The tare is what " + much + " (" + money(weight.engineer(), writer) + " a month for one).";
    }

    private static Row row(String slug, Own own, double all, Writer writer) {
        return row(own.service(), Place.service(slug, own.service()), own.net(), own.tare(), all, writer);
    }

    private static Row row(String name, String href, double net, double tare, double all, Writer writer) {
        return new Row(name, href, money(net + tare, writer), money(net, writer), money(tare, writer),
                all > 0 ? writer.figures().percent((net + tare) / all) : "");
    }

    private static List<Line> lines(TeamWeight weight, Writer writer) {
        return weight.lines().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(line -> new Line(Words.id(line.getKey()), Words.meaning(line.getKey()),
                        money(line.getValue().likely(), writer), range(line.getValue(), writer)))
                .toList();
    }

    private static Missing missing(Snapshot estate, Gap gap, Writer writer) {
        return new Missing(FieldWords.called(gap.field()),
                FieldWords.missing(gap.field(), gap.missing(), writer.figures()),
                writer.figures().percent(gap.narrows()),
                gap.services().stream().limit(SERVICES).map(one -> link(estate.slug(), one, gap)).toList(),
                Math.max(0, gap.services().size() - SERVICES));
    }

    private static ServiceLinks.Link link(String slug, One one, Gap gap) {
        return new ServiceLinks.Link(one.service(), ServiceLinks.field(slug, one.service(), gap.field()));
    }

    private static String money(double amount, Writer writer) {
        return writer.amount(Measure.COST, amount);
    }

    private static String range(Figure figure, Writer writer) {
        return writer.range(Measure.COST, figure.drawn());
    }

    /** Those that concern at least one of these services. */
    static FindingRows findings(Snapshot estate, Found found, List<String> services, Figures figures) {
        List<Finding> own = found.findings().found().stream().filter(finding -> finding.services().stream()
                .anyMatch(at -> services.contains(estate.document().services().get(at).name())))
                .sorted(Comparator.comparingDouble(finding -> -finding.monthly().likely())).toList();
        return FindingRows.all(estate,
                new Found(new Findings(own, List.of()), found.currency(), found.usdPerUnit()), figures);
    }
}
