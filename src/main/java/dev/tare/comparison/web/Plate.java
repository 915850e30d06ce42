package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Measure;
import java.util.Arrays;
import java.util.List;

/** GROSS, TARE and NET of one scenario in every measure. */
record Plate(List<Column> columns) {
    /** A figure with what stands under it and the address of its working. */
    record Cell(String figure, String under, String working) {}

    /** One measure. */
    record Column(String head, Cell gross, Cell tare, Cell net) {}

    static Plate of(Weighed weighed, Writer writer, Workings workings) {
        return new Plate(Arrays.stream(Measure.values()).map(measure -> column(weighed, measure, writer, workings))
                .toList());
    }

    private static Column column(Weighed weighed, Measure measure, Writer writer, Workings workings) {
        var bill = weighed.bill();
        var gross = Amounts.of(bill.gross(), measure);
        var tare = Amounts.of(bill.tare(), measure);
        var net = Amounts.of(bill.net(), measure);
        String share = writer.figures().percent(Amounts.tareShare(bill, measure)) + " of gross";
        return new Column(Words.head(measure),
                new Cell(amount(writer, measure, gross.likely()), writer.range(measure, weighed.gross(measure)),
                        workings.of(weighed, "gross", measure)),
                new Cell(amount(writer, measure, tare.likely()), share, workings.of(weighed, "tare", measure)),
                new Cell(amount(writer, measure, net.likely()), writer.range(measure, net),
                        workings.of(weighed, "net", measure)));
    }

    /** The head of the column names processors already. */
    private static String amount(Writer writer, Measure measure, double value) {
        return measure == Measure.VCPU ? writer.figures().number(value) : writer.amount(measure, value);
    }
}
