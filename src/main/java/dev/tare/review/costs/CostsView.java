package dev.tare.review.costs;

import dev.tare.estate.Revision;
import dev.tare.site.Figures;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an estate costs, as its page says it.
 *
 * @param headline     what this month comes to, in a sentence
 * @param verdict      how the budgets stand, in a sentence
 * @param verdictState over, may, or nothing to worry about
 * @param soFar        what is spent of the month
 * @param by           what money is divided by, and what stands above a column of that
 * @param lastMonth    empty where nothing was kept of it
 * @param knownFrom    since when figures are kept, in the first month of all
 */
record CostsView(String slug, String headline, String verdict, String verdictState, String soFar, String by,
        String head,
        List<Choice> choices, String month, String lastMonth, List<Row> rows, Row total, boolean budgeted,
        List<Month> months, List<Change> changes, String changed, List<Reason> reasons, List<Word> words,
        List<Billed> billed, String billedTotal, String knownFrom) {

    /** A way to divide money, and its address. */
    record Choice(String name, String path, boolean chosen) {}

    /**
     * One of what money is divided by, this month.
     *
     * @param path  where it is registered; empty where it is not
     * @param state over, may, within, or none without a budget
     */
    record Row(String name, String path, String net, String tare, String gross, String range, Bar bar, String last,
            String change, String sign, String budget, String state, String stateWords, Opening opening) {}

    /**
     * What a row is made of.
     *
     * @param path  leads to the same page with it opened, or closed again; empty for the sum
     * @param parts empty while it is closed
     */
    record Opening(String id, String path, boolean open, List<Part> parts) {}

    /** A part of a row; {@code path} leads to it, and may be empty. */
    record Part(String name, String path, String net, String tare, String gross) {}

    /** Widths of net and tare and the place of the budget, in percent; no place without a budget. */
    record Bar(String net, String tare, String mark) {}

    /** A month of the past year; plain numbers are for the chart. */
    record Month(String id, String name, String net, String tare, String gross, String note, double netValue,
            double tareValue) {}

    /** A line that moved since last month. */
    record Change(String name, String from, String to, String by, String sign, String share) {}

    /** Something that was done to the estate since last month began. */
    record Reason(Instant at, String day, String what, int times) {}

    /** A figure in other words, and what it rests on. */
    record Word(String name, String figure, String note) {}

    /** What is registered as billed. */
    record Billed(String category, String monthly) {}

    static CostsView of(CostReport report, @Nullable String open, List<Revision> revisions) {
        CostWriter writer = new CostWriter(Figures.forViewer(), LocaleContextHolder.getLocale(), report.currency());
        CostWords words = new CostWords(report, writer);
        CostRows rows = new CostRows(report, open, writer);
        CostPast past = new CostPast(report, writer);
        CostBills bills = new CostBills(report.estate().document(), writer);
        MonthCost running = report.running();
        return new CostsView(report.estate().slug(), words.headline(), words.verdict(), words.state(), words.soFar(),
                report.by().id(), report.by().head(), choices(report), writer.month(running.month()),
                report.last(report.teams()).map(last -> writer.month(last.month())).orElse(""), rows.rows(),
                rows.total(), report.budget().isPresent(), past.months(), past.changes(), past.changed(),
                past.reasons(revisions), words.words(), bills.byCategory(), bills.total(),
                running.knownFrom() == null ? "" : writer.day(running.knownFrom()));
    }

    private static List<Choice> choices(CostReport report) {
        return Stream.of(By.values()).map(by -> new Choice("By " + by.id(), UriComponentsBuilder
                .fromPath("/estates/{slug}/costs").queryParam("by", by.id()).encode()
                .buildAndExpand(report.estate().slug()).toUriString(), by == report.by())).toList();
    }
}
