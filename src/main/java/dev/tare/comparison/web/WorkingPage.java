package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives.Buy;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure and how it was found.
 *
 * @param range   its bounds: every assumption at the end that makes it lightest and heaviest
 * @param drawn   where it lies in the draws, in words; empty where it was not drawn
 * @param was     what it was with the catalogue's figures; empty where the reader moved nothing that shows
 * @param formula in words and symbols; empty where the figure is a sum
 * @param sums    the figures it is the sum of, with the addresses of their workings
 * @param action  where a change of an assumption leads
 * @param fields  what it keeps of the address
 * @param back    the estate's page with the same figures
 * @param share   whose part of the figure this is; absent for all of it
 */
record WorkingPage(String title, String scenario, String part, String measure, String figure, String range,
        String drawn, String was, boolean net, String formula, List<InputRow> inputs, List<Sum> sums, String action,
        List<Hidden> fields, String back, @Nullable Share share) {
    private static final String BUYS = "buys-";

    /**
     * A service's part of a figure.
     *
     * @param label where the service's own page is
     * @param words how it is found, a sentence each
     * @param whole what the formula and its inputs are of
     */
    record Share(String service, String label, List<String> words, String whole) {}

    /** A part of a sum. */
    record Sum(String name, String figure, String working) {}

    static WorkingPage of(WorkingQuery query, Weighed weighed, Weighed before, @Nullable Typed typed, Writer writer,
            Catalogue catalogue) {
        return new Maker(query, weighed, before, typed, writer, catalogue).page();
    }

    /** Writes the page of one figure. */
    private record Maker(WorkingQuery query, Weighed weighed, Weighed before, @Nullable Typed typed, Writer writer,
            Catalogue catalogue) {
        WorkingPage page() {
            return query.part().startsWith(BUYS) ? bought(query.part().substring(BUYS.length())) : figure();
        }

        /** What the tax buys is no sum of money: its figure is words. */
        private WorkingPage bought(String id) {
            Buy buy = Buys.buy(id).filter(each -> weighed.gives().workings().containsKey(each))
                    .orElseThrow(() -> new NotFound("Nothing that is bought is called '" + id + "'."));
            BuyWords words = new BuyWords(weighed.gives(), writer);
            String was = new BuyWords(before.gives(), writer).of(buy);
            Working working = Objects.requireNonNull(weighed.gives().workings().get(buy));
            return new WorkingPage(Buys.title(buy), Beside.title(weighed), Buys.title(buy), "what the tax buys",
                    words.of(buy), words.small(buy), "", was.equals(words.of(buy)) ? "" : "was " + was, true,
                    working.formula(), working.inputs().stream().map(this::row).toList(), List.of(), query.path(),
                    query.fields(), query.back(), null);
        }

        private WorkingPage figure() {
            Measure measure = query.measure();
            Range range = range(weighed);
            String figure = writer.amount(measure, range.likely());
            String was = writer.amount(measure, range(before).likely());
            Working working = working();
            return new WorkingPage(query.part(), Beside.title(weighed), query.part(), Words.head(measure), figure,
                    writer.range(measure, range), drawn().map(this::words).orElse(""),
                    was.equals(figure) ? "" : "was " + was, query.part().equals("net"),
                    sums().isEmpty() ? working == null ? "This shape adds nothing here." : working.formula() : "",
                    working == null ? List.of() : working.inputs().stream().map(this::row).toList(), sums(),
                    query.path(), query.fields(), query.back(), null);
        }

        private InputRow row(Bill.Input input) {
            return InputRow.of(input, writer, catalogue, query.whatIf(), typed);
        }

        private Range range(Weighed of) {
            return range(of, query.part());
        }

        private Range range(Weighed of, String part) {
            Bill bill = of.bill();
            return switch (part) {
                case "gross" -> Amounts.of(bill.gross(), query.measure());
                case "tare" -> Amounts.of(bill.tare(), query.measure());
                case "net" -> Amounts.of(bill.net(), query.measure());
                default -> Amounts.of(bill, line(part), query.measure());
            };
        }

        private Optional<Quantiles> drawn() {
            Outlook outlook = weighed.outlook();
            return switch (query.part()) {
                case "gross" -> outlook.gross(query.measure());
                case "tare" -> Optional.ofNullable(outlook.tare().get(query.measure()));
                case "net" -> Optional.ofNullable(outlook.net().get(query.measure()));
                default -> outlook.line(line(query.part()), query.measure());
            };
        }

        private String words(Quantiles drawn) {
            return "In 80 of 100 draws of all assumptions between " + writer.amount(query.measure(), drawn.p10())
                    + " and " + writer.amount(query.measure(), drawn.p90()) + ", in half of them above "
                    + writer.amount(query.measure(), drawn.p50()) + ".";
        }

        private @Nullable Working working() {
            return switch (query.part()) {
                case "gross", "tare" -> null;
                case "net" -> weighed.bill().netWorking().get(query.measure());
                default -> Amounts.line(weighed.bill(), line(query.part()), query.measure()).map(Bill.Line::working)
                        .orElse(null);
            };
        }

        private List<Sum> sums() {
            return switch (query.part()) {
                case "gross" -> List.of(sum("net"), sum("tare"));
                case "tare" -> Arrays.stream(Part.values()).map(part -> sum(Words.id(part))).toList();
                default -> List.of();
            };
        }

        private Sum sum(String part) {
            return new Sum(part, writer.amount(query.measure(), range(weighed, part).likely()),
                    query.workings().of(weighed, part, query.measure()));
        }

        private static Part line(String id) {
            return Words.part(id).orElseThrow(() -> new NotFound("No line of a bill is called '" + id + "'."));
        }
    }
}
