package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Laid;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Everything the page shows on which a scenario is tried out.
 *
 * @param figures absent where the scenario cannot stand
 * @param refused why it cannot, each reason with what would do; empty where it can
 * @param errors  what was typed and cannot stand
 */
record WhatIfPage(String slug, String name, String headline, String lede, String action, List<Hidden> hidden,
        String startOver, boolean changed, @Nullable Weight figures, List<String> refused, List<Error> errors,
        BoardView board, TrialFields fields, List<TrialChanges.Row> changes, List<Lock> locks, List<KeptLocks.Row> kept,
        List<String> broken,
        Keep keep, List<Link> links, Graph graph, String advice, List<String> services) {
    private static final int MOST_SUGGESTED = 2_000;

    /** Figures of a scenario that can stand. */
    record Weight(Tally tally, Plate plate, Beside beside, Buys buys, List<EntryTime> entries) {}

    /** How long a request takes at an entry point, then and now. */
    record EntryTime(String service, String before, String now) {}

    /** What was typed, and what was expected. */
    record Error(String field, String words) {}

    /** Services that stay apart or together; {@code keep} leads to where that is kept with the estate. */
    record Lock(String kind, String words, String remove, String keep) {}

    /** The name it may be kept under; {@code error} where that is taken. */
    record Keep(String action, String name, @Nullable String error, boolean taken) {}

    /** Somewhere else to go with it. */
    record Link(String name, String address) {}

    /** Where its calls are drawn: a page, and the picture alone; laid over what runs today where it differs from that. */
    record Graph(String page, String picture) {}

    /** What the page is made of besides what was tried. */
    record With(Catalogue catalogue, Figures figures, Laid start, List<Problem> problems, @Nullable Keep keep) {}

    static WhatIfPage of(Snapshot estate, Tried tried, With with) {
        EstateDocument document = estate.document();
        TrialAddress at = tried.at();
        Trial trial = tried.trial();
        Answer answer = tried.answer();
        Writer writer = new Writer(with.figures(), answer == null ? "" : answer.currency());
        Weight weight = answer == null ? null : weight(estate, tried, answer, writer);
        BoardView board = BoardView.of(trial, document, with.figures(), tare(tried, writer));
        return new WhatIfPage(estate.slug(), document.name(), weight == null
                ? "This cannot stand."
                : weight.tally().verdict(), lede(tried, board, writer), at.page(), at.fields(),
                new TrialAddress(at.slug(), at.from(), at.from(), at.locks()).written(),
                !at.from().equals(at.scenario()), weight, refused(tried, with.catalogue()),
                with.problems().stream().map(WhatIfPage::error).toList(), board,
                TrialFields.of(tried, document, with.catalogue(), with.figures()),
                new TrialChanges(at, with.catalogue(), with.figures()).of(trial, with.start().axes(), document),
                locks(at), KeptLocks.of(estate), at.locks().broken(trial.board(), document.locks()),
                with.keep() == null ? keep(at, trial, null) : with.keep(), links(at), graph(at),
                advice(at), document.services().stream().map(EstateDocument.Service::name).limit(MOST_SUGGESTED)
                        .toList());
    }

    private static Weight weight(Snapshot estate, Tried tried, Answer answer, Writer writer) {
        Workings workings = new Workings(estate.slug());
        Weighed now = tried.weighed();
        return new Weight(Tally.of(tried, answer, writer, workings),
                Plate.of(now, answer.question().draws(), writer, workings, new Was(_ -> tried.start(), writer)),
                Beside.of(answer, tried.start(), now, Measure.COST, writer, workings),
                Buys.of(tried.start(), now, writer, workings), entries(estate.document(), tried, writer));
    }

    private static List<EntryTime> entries(EstateDocument estate, Tried tried, Writer writer) {
        var before = tried.start().bill().latency();
        var now = tried.weighed().bill().latency();
        List<EntryTime> times = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            times.add(new EntryTime(estate.services().get(now.get(i).service()).name(),
                    writer.figures().ms(before.get(i).p99().likely()), writer.figures().ms(now.get(i).p99().likely())));
        }
        return times;
    }

    private static Function<List<Integer>, String> tare(Tried tried, Writer writer) {
        if (tried.answer() == null) {
            return _ -> "";
        }
        double[] carriers = tried.weighed().bill().carriers();
        return services -> " \u00b7 " + writer.amount(Measure.COST,
                services.stream().filter(i -> i < carriers.length).mapToDouble(i -> carriers[i]).sum()) + " tare";
    }

    private static String lede(Tried tried, BoardView board, Writer writer) {
        String started = "Started from " + (tried.startsElsewhere() ? tried.at().from().words() : "today") + ".";
        if (tried.answer() == null) {
            return board.words() + ". " + started;
        }
        Weighed now = tried.weighed();
        return now.shape() + ", " + board.words() + ", one request in 100 slower than "
                + writer.amount(Measure.P99_MS, Amounts.of(now.bill().gross(), Measure.P99_MS).likely()) + ". "
                + started;
    }

    /** Why it cannot stand, with other options that would. */
    private static List<String> refused(Tried tried, Catalogue catalogue) {
        Invalid refused = tried.refused();
        if (refused == null) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        refused.problems().forEach(problem -> reasons.add(problem.expected()
                + (String.valueOf(problem.path()).endsWith("axes") ? "" : ": found " + problem.found())));
        catalogue.waysOut(tried.trial().axes()).forEach((axis, options) -> reasons.add("It would stand with another "
                + axis.id() + ": " + options.stream().limit(4).map(option -> option.name())
                        .collect(Collectors.joining(", "))
                + "."));
        return reasons;
    }

    private static Error error(Problem problem) {
        return new Error(Objects.requireNonNullElse(problem.path(), ""), Objects.requireNonNullElse(problem.path(), "")
                + ": expected " + problem.expected() + ", found " + problem.found() + ".");
    }

    private static List<Lock> locks(TrialAddress at) {
        List<Lock> locks = new ArrayList<>();
        at.locks().apart().forEach(set -> locks.add(new Lock("apart", String.join(" and ", set),
                at.with(at.locks().withoutApart(set)).written(), KeptLocks.adding(at.slug(), "apart", set))));
        at.locks().together().forEach(set -> locks.add(new Lock("together", String.join(" and ", set),
                at.with(at.locks().withoutTogether(set)).written(), KeptLocks.adding(at.slug(), "together", set))));
        return locks;
    }

    static Keep keep(TrialAddress at, Trial trial, @Nullable String error) {
        return new Keep(at.page() + "/keep", trial.shape().name(), error, false);
    }

    /** With the same rules. */
    private static String advice(TrialAddress at) {
        return Hidden.address("/estates/" + UriUtils.encode(at.slug(), UTF_8) + "/advice", at.locks().fields());
    }

    private static List<Link> links(TrialAddress at) {
        String estate = "/estates/" + at.slug();
        return List.of(new Link("Compare with today", estate + "/compare?s=today&s=" + at.scenario().encoded()),
                new Link("Put it line by line beside today", estate + "?a=today&b=" + at.scenario().encoded()
                        + "#beside-title"));
    }

    private static Graph graph(TrialAddress at) {
        String estate = "/estates/" + UriUtils.encode(at.slug(), UTF_8);
        String query = at.scenario().equals(Sought.TODAY) ? "" : "to=" + at.scenario().encoded();
        return new Graph(estate + "/graph" + (query.isEmpty() ? "" : "?" + query),
                estate + "/graph.svg?page=true" + (query.isEmpty() ? "" : "&" + query));
    }
}
