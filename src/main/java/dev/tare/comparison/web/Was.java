package dev.tare.comparison.web;

import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Measure;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** What figures were with the catalogue's assumptions, or where a scenario started, where they are others now. */
record Was(UnaryOperator<Weighed> before, Writer writer) {
    /** In another answer to the same question. */
    Was(Answer before, Writer writer) {
        this(now -> before.named(now.name()), writer);
    }

    /** "was $1"; empty where nothing moved that shows. */
    String of(Weighed now, Measure measure, ToDoubleFunction<Weighed> figure) {
        String written = writer.amount(measure, figure.applyAsDouble(before.apply(now)));
        return written.equals(writer.amount(measure, figure.applyAsDouble(now))) ? "" : "was " + written;
    }
}
