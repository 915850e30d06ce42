package dev.tare.comparison;

import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.Map;
import java.util.Optional;

/** Reads figures off a bill; what a bill does not touch is nothing. */
public final class Amounts {
    private static final Range NOTHING = new Range(0, 0, 0);

    private Amounts() {}

    /** A total in a measure. */
    public static Range of(Map<Measure, Range> totals, Measure measure) {
        return totals.getOrDefault(measure, NOTHING);
    }

    /** A line in a measure. */
    public static Range of(Bill bill, Bill.Part part, Measure measure) {
        return line(bill, part, measure).map(Bill.Line::range).orElse(NOTHING);
    }

    /** The line of a part in a measure, where the part touches it. */
    public static Optional<Bill.Line> line(Bill bill, Bill.Part part, Measure measure) {
        return bill.lines().stream().filter(line -> line.part() == part && line.measure() == measure).findFirst();
    }

    /** Tare as a share of gross; nothing weighs nothing. */
    public static double tareShare(Bill bill, Measure measure) {
        double gross = of(bill.gross(), measure).likely();
        return gross > 0 ? of(bill.tare(), measure).likely() / gross : 0;
    }
}
