package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.engine.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * GROSS, TARE and NET of one scenario in every measure, as they are worked out with every assumption at its likely
 * value, and what to EXPECT of the gross when all of them vary at once.
 *
 * @param note how the two go together, in words
 */
record Plate(List<Column> columns, List<Spread> spreads, String note) {
    private static final double CLOSE = 0.02;

    /** A figure, what stands under it, the address of its working, and what it was where the reader moved it. */
    record Cell(String figure, String under, String working, String was) {}

    /** One measure. */
    record Column(String head, Cell gross, Cell tare, Cell net, Cell expect) {}

    /** What 10, 50 and 90 of 100 draws stay below, of one total. */
    record Spread(String total, List<String> ranges) {}

    static Plate of(Weighed weighed, int draws, Writer writer, Workings workings, Was was) {
        Outlook outlook = weighed.outlook();
        return new Plate(
                Arrays.stream(Measure.values()).map(measure -> column(weighed, measure, writer, workings, was))
                        .toList(),
                List.of(spread("gross", outlook.gross(), writer), spread("tare", outlook.tare(), writer),
                        spread("net", outlook.net(), writer)),
                note(weighed, draws, writer));
    }

    private static Column column(Weighed weighed, Measure measure, Writer writer, Workings workings, Was was) {
        var bill = weighed.bill();
        double share = Amounts.tareShare(bill, measure);
        Quantiles drawn = weighed.gross(measure);
        return new Column(Words.head(measure),
                new Cell(amount(writer, measure, Amounts.of(bill.gross(), measure).likely()), "",
                        workings.of(weighed, "gross", measure),
                        was.of(weighed, measure, each -> Amounts.of(each.bill().gross(), measure).likely())),
                new Cell(amount(writer, measure, Amounts.of(bill.tare(), measure).likely()), of(share, writer),
                        workings.of(weighed, "tare", measure),
                        was.of(weighed, measure, each -> Amounts.of(each.bill().tare(), measure).likely())),
                new Cell(amount(writer, measure, Amounts.of(bill.net(), measure).likely()), of(1 - share, writer),
                        workings.of(weighed, "net", measure),
                        was.of(weighed, measure, each -> Amounts.of(each.bill().net(), measure).likely())),
                new Cell(amount(writer, measure, drawn.p50()), writer.range(measure, drawn),
                        workings.of(weighed, "gross", measure), ""));
    }

    private static String of(double share, Writer writer) {
        return writer.figures().percent(share) + " of gross";
    }

    private static Spread spread(String total, Map<Measure, Quantiles> drawn, Writer writer) {
        return new Spread(total, Arrays.stream(Measure.values()).map(measure -> {
            Quantiles of = drawn.get(measure);
            return of == null
                    ? ""
                    : amount(writer, measure, of.p10()) + " \u2013 " + amount(writer, measure, of.p50()) + " \u2013 "
                            + amount(writer, measure, of.p90());
        }).toList());
    }

    private static String note(Weighed weighed, int draws, Writer writer) {
        double likely = Amounts.of(weighed.bill().gross(), Measure.COST).likely();
        double middle = weighed.gross(Measure.COST).p50();
        String words = "Gross, tare and net take every assumption at its likely value: they add up, and each opens into its"
                + " working. Expect is the middle of " + writer.figures().count(draws)
                + " draws in which all assumptions vary at once, 80 of 100 of them between the small figures.";
        if (Math.abs(middle - likely) <= CLOSE * likely) {
            return words + " Both agree here.";
        }
        return middle > likely
                ? words + " It is more than gross, because most assumptions can turn out far above their likely value"
                        + " and only a little below it: plan with it."
                : words + " It is less than gross, because most assumptions here can turn out far below their likely"
                        + " value and only a little above it.";
    }

    /** The head of the column names processors already. */
    private static String amount(Writer writer, Measure measure, double value) {
        return measure == Measure.VCPU ? writer.figures().number(value) : writer.amount(measure, value);
    }
}
