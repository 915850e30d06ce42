package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.Figures;
import dev.tare.site.NotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure and how it was found.
 *
 * @param formula in words and symbols; empty where the figure is a sum
 * @param sums    the figures it is the sum of, with the addresses of their workings
 */
record WorkingPage(String slug, String title, String scenario, String part, String measure, String figure,
        String range, boolean net, String formula, List<Row> inputs, List<Sum> sums) {
    /** A number that went in, and where it comes from. */
    record Row(String name, String value, @Nullable Source source) {}

    /** An assumption: its own range and unit, who says so, since when, and how it was obtained. */
    record Source(String key, String range, String source, String locator, String asOf, String how, String meaning,
            boolean fromMemory, String note) {}

    /** A part of a sum. */
    record Sum(String name, String figure, String working) {}

    static WorkingPage of(String slug, Weighed weighed, String part, Measure measure, Writer writer,
            Catalogue catalogue) {
        Bill bill = weighed.bill();
        return switch (part) {
            case "gross" -> sum(slug, weighed, part, measure, Amounts.of(bill.gross(), measure), writer, List.of(
                    total(slug, weighed, "net", measure, Amounts.of(bill.net(), measure), writer),
                    total(slug, weighed, "tare", measure, Amounts.of(bill.tare(), measure), writer)));
            case "tare" -> sum(slug, weighed, part, measure, Amounts.of(bill.tare(), measure), writer,
                    Arrays.stream(Part.values()).map(line -> total(slug, weighed, Words.id(line), measure,
                            Amounts.of(bill, line, measure), writer)).toList());
            case "net" -> figure(slug, weighed, part, measure, Amounts.of(bill.net(), measure),
                    bill.netWorking().get(measure), writer, catalogue);
            default -> line(slug, weighed, part, measure, writer, catalogue);
        };
    }

    private static WorkingPage line(String slug, Weighed weighed, String id, Measure measure, Writer writer,
            Catalogue catalogue) {
        Part part = Words.part(id).orElseThrow(() -> new NotFound("No line of a bill is called '" + id + "'."));
        Bill.Line line = Amounts.line(weighed.bill(), part, measure).orElse(null);
        return figure(slug, weighed, id, measure, Amounts.of(weighed.bill(), part, measure),
                line == null ? null : line.working(), writer, catalogue);
    }

    private static WorkingPage figure(String slug, Weighed weighed, String part, Measure measure, Range range,
            Bill.@Nullable Working working, Writer writer, Catalogue catalogue) {
        List<Row> rows = new ArrayList<>();
        if (working != null) {
            working.inputs().forEach(input -> rows.add(row(input, writer, catalogue)));
        }
        String formula = working == null ? "This shape adds nothing here." : working.formula();
        return new WorkingPage(slug, part, Beside.title(weighed), part, Words.head(measure),
                writer.amount(measure, range.likely()), writer.range(measure, range), part.equals("net"), formula,
                rows, List.of());
    }

    private static WorkingPage sum(String slug, Weighed weighed, String part, Measure measure, Range range,
            Writer writer, List<Sum> sums) {
        return new WorkingPage(slug, part, Beside.title(weighed), part, Words.head(measure),
                writer.amount(measure, range.likely()), writer.range(measure, range), false, "", List.of(), sums);
    }

    private static Sum total(String slug, Weighed weighed, String part, Measure measure, Range range, Writer writer) {
        return new Sum(part, writer.amount(measure, range.likely()),
                new Workings(slug).of(weighed, part, measure));
    }

    static Row row(Bill.Input input, Writer writer, Catalogue catalogue) {
        Source source = input.assumption().isEmpty()
                ? null
                : catalogue.entry(input.assumption()).map(entry -> source(entry, writer)).orElse(null);
        return new Row(input.name(), writer.input(input.name(), input.dimension(), input.value()), source);
    }

    private static Source source(Assumption entry, Writer writer) {
        Double low = entry.low();
        Double high = entry.high();
        String range = low == null || high == null
                ? ""
                : writer.figures().range(low, high, Figures::number) + " " + entry.unit();
        return new Source(entry.key(), range, entry.source(), orEmpty(entry.locator()), entry.asOf(),
                entry.how().words(), entry.how().meaning(), entry.how().id().equals("from-memory"),
                orEmpty(entry.note()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
