package dev.tare.engine.range;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Range;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The same thing found three times: with every assumption at the end of its range that makes bills lightest, at its
 * likely value, and at the end that makes them heaviest. Interval bounds, wider than any mix of assumptions.
 */
public record Bounds<T>(T light, T likely, T heavy) {
    /** Finds a thing at the three corners of the assumptions. */
    public static <T> Bounds<T> of(Assumptions assumptions, Function<double[], T> find) {
        return new Bounds<>(find.apply(assumptions.lightest()), find.apply(assumptions.likely()),
                find.apply(assumptions.heaviest()));
    }

    /** A figure of that thing with its bounds, in order around the likely one. */
    public Range range(ToDoubleFunction<T> figure) {
        return Range.of(figure.applyAsDouble(light), figure.applyAsDouble(likely), figure.applyAsDouble(heavy));
    }

    /** The same three corners, seen through a function. */
    public <R> Bounds<R> map(Function<T, R> seen) {
        return new Bounds<>(seen.apply(light), seen.apply(likely), seen.apply(heavy));
    }
}
