package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Finding;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The five questions of the decision, answered from the estate's own figures as far as they go. */
final class FiveQuestions {
    private final EstateDocument estate;
    private final Weighed today;
    private final List<Finding> found;
    private final Telling telling;
    private final Writer writer;

    private FiveQuestions(EstateDocument estate, Weighed today, Found found, Figures figures) {
        this.estate = estate;
        this.today = today;
        this.found = found.findings().found();
        this.telling = Telling.of(found, figures);
        this.writer = new Writer(figures, found.currency());
    }

    /**
     * A question and its answer.
     *
     * @param figures what figures answer; empty where they do not
     * @param open    what they do not answer
     */
    record Answered(String question, List<String> figures, String open) {}

    static List<Answered> of(EstateDocument estate, Weighed today, Found found, Figures figures) {
        FiveQuestions five = new FiveQuestions(estate, today, found, figures);
        return List.of(five.problem(), five.solved(), five.tax(), five.layers(), five.choice());
    }

    private Answered problem() {
        List<String> needs = new ArrayList<>();
        List<String> isolated = estate.services().stream()
                .filter(service -> service.isolation() != null && !service.isolation().equals("none"))
                .map(EstateDocument.Service::name).toList();
        if (!isolated.isEmpty()) {
            needs.add("Keeping apart: " + named(isolated) + (isolated.size() == 1 ? " says it needs" : " say they need")
                    + " it.");
        }
        double most = estate.services().stream().map(EstateDocument.Service::load).filter(Objects::nonNull)
                .map(EstateDocument.Load::peakToMean).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max()
                .orElse(0);
        if (most > 1) {
            needs.add("Scaling: the steepest load peaks at " + writer.figures().number(most) + " times its mean"
                    + (has("no-scale-problem") ? ", and all of it fits on one server." : "."));
        } else if (has("no-scale-problem")) {
            needs.add("Scaling: none. All of it, at its peak, fits on one server.");
        }
        long languages = estate.services().stream().map(EstateDocument.Service::runtime).filter(Objects::nonNull)
                .map(Runtime::language).filter(Objects::nonNull).distinct().count();
        if (languages > 1) {
            needs.add("Languages: " + languages + " of them, each with its own way to be packaged and started.");
        }
        if (estate.teams().size() > 1) {
            needs.add("Releasing apart: " + estate.teams().size() + " teams and " + today.bill().units() + " units.");
        }
        return new Answered("What problem does it solve?", needs,
                needs.isEmpty()
                        ? "No need is stated: no service says it has to be kept apart, no load peaks, no team is "
                                + "registered. Figures cannot say which problem this was meant to solve."
                        : "Whether these were the reasons is not answerable from figures.");
    }

    private Answered solved() {
        List<String> deferred = new ArrayList<>();
        today.gives().unmet().forEach(unmet -> deferred.add(
                "Not solved: " + unmet.service() + " needs isolation " + unmet.need() + " and " + unmet.reason()
                        + "."));
        List.of("distributed-monolith", "frozen-entropy", "mutable-tags", "supply-chain-reach", "sidecar-explosion")
                .forEach(code -> finding(code).ifPresent(finding -> deferred
                        .add("Deferred: " + telling.tell(finding.evidence()))));
        return new Answered("Is it solved, or deferred?", deferred,
                deferred.isEmpty()
                        ? "Nothing stated here shows a problem put off. What nobody states does not show."
                        : "What is put off and leaves no trace in these fields is not answerable from figures.");
    }

    private Answered tax() {
        double tare = Amounts.of(today.bill().tare(), Measure.COST).likely();
        List<String> lines = new ArrayList<>();
        lines.add(writer.amount(Measure.COST, tare) + " a month, "
                + writer.figures().percent(Amounts.tareShare(today.bill(), Measure.COST)) + " of the bill, and "
                + writer.amount(Measure.P99_MS, Amounts.of(today.bill().tare(), Measure.P99_MS).likely())
                + " of a slow request.");
        Arrays.stream(Part.values()).max(Comparator.comparingDouble(this::line)).filter(part -> line(part) > 0)
                .ifPresent(part -> lines.add("Most of it is " + Words.id(part) + ", "
                        + writer.amount(Measure.COST, line(part)) + "."));
        if (tare > 0) {
            lines.add("Who pays: " + payers() + ".");
        }
        return new Answered("What tax, and who pays it?", lines,
                "People's time and time spent searching for faults are not in these figures.");
    }

    private double line(Part part) {
        return Amounts.of(today.bill(), part, Measure.COST).likely();
    }

    /** Teams by the tare of their services, those who carry most first. */
    private String payers() {
        double[] carriers = today.bill().carriers();
        Map<String, Double> teams = new TreeMap<>();
        IntStream.range(0, carriers.length).forEach(i -> teams.merge(
                Objects.requireNonNullElse(estate.services().get(i).team(), "nobody's team"), carriers[i],
                Double::sum));
        return teams.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(5)
                .map(team -> team.getKey() + " " + writer.amount(Measure.COST, team.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Answered layers() {
        List<String> fewer = new ArrayList<>();
        List.of("small-mesh", "monitoring-paradox", "no-scale-problem", "static-site", "team-mirror",
                "distributed-monolith").forEach(
                        code -> finding(code).filter(each -> each.monthly().likely() > 0)
                                .ifPresent(
                                        each -> fewer.add(each.title() + ": " + telling.tell(each.remedy()) + " Saves "
                                                + telling.money(each.monthly().likely()) + " a month.")));
        return new Answered("Could it be fewer layers?", fewer,
                fewer.isEmpty()
                        ? "No step tare weighs takes a layer away and costs less. The shapes on the weight page may."
                        : "Whether you can do without what each layer gives is not answerable from figures; what it gives "
                                + "stands on the weight page.");
    }

    private Answered choice() {
        List<String> lines = new ArrayList<>();
        if (estate.today() == null) {
            lines.add("Nobody has stated what runs today, so it is taken as " + today.shape() + ": a default.");
        } else {
            lines.add("What runs today is stated: " + today.shape() + ", " + today.grouping().words() + ".");
        }
        lines.add(writer.figures().percent(today.bill().restsOnDefaults())
                + " of its bill rests on values nobody has stated.");
        return new Answered("Is it right, or the default?", lines,
                "Why it was chosen is not answerable from figures: a decision record says that.");
    }

    private boolean has(String code) {
        return finding(code).isPresent();
    }

    private Optional<Finding> finding(String code) {
        return found.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static String named(List<String> names) {
        return names.size() > 4
                ? String.join(", ", names.subList(0, 4)) + " and " + (names.size() - 4) + " more"
                : String.join(", ", names);
    }
}
