package dev.tare.comparison;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Drawn;
import dev.tare.engine.Measure;
import java.util.Arrays;

/**
 * One scenario in every draw, money in the estate's currency.
 *
 * @param amounts    every measure but time
 * @param position   its place among them
 * @param times      time, in fewer draws or in none, alone
 * @param usdPerUnit US dollars for one of the estate's currency, as calibrated
 */
record Sample(Drawn amounts, int position, Drawn times, double usdPerUnit) {
    double[] gross(Measure measure) {
        return converted(measure, in(measure).gross(place(measure), measure));
    }

    double[] net(Measure measure) {
        return converted(measure, in(measure).net(place(measure), measure));
    }

    double[] tare(Measure measure) {
        return converted(measure, in(measure).tare(place(measure), measure));
    }

    double[] part(Part part, Measure measure) {
        return converted(measure, in(measure).part(place(measure), measure, part));
    }

    /** The same scenario in other draws. */
    Sample again(Drawn drawn) {
        return new Sample(drawn, 0, drawn, usdPerUnit);
    }

    /** Of gross in money; nothing weighs nothing. */
    double[] tareShare() {
        double[] tare = tare(Measure.COST);
        double[] gross = gross(Measure.COST);
        Arrays.setAll(tare, draw -> gross[draw] > 0 ? tare[draw] / gross[draw] : 0);
        return tare;
    }

    private int place(Measure measure) {
        return measure == Measure.P99_MS ? 0 : position;
    }

    private Drawn in(Measure measure) {
        return measure == Measure.P99_MS ? times : amounts;
    }

    private double[] converted(Measure measure, double[] drawn) {
        if (measure == Measure.COST) {
            Arrays.setAll(drawn, draw -> drawn[draw] / usdPerUnit);
        }
        return drawn;
    }
}
