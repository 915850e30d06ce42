package dev.tare.comparison.web;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Measure;
import java.util.function.ToDoubleFunction;

/** What figures were with the catalogue's assumptions, where they are others now. */
record Was(Answer before, Writer writer) {
    /** "was $1"; empty where nothing moved that shows. */
    String of(Weighed now, Measure measure, ToDoubleFunction<Weighed> figure) {
        String written = writer.amount(measure, figure.applyAsDouble(before.named(now.name())));
        return written.equals(writer.amount(measure, figure.applyAsDouble(now))) ? "" : "was " + written;
    }
}
