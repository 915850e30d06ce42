package dev.tare.comparison.validation;

/** How far a computed figure may be from the published one. Belongs to the case, and is never loosened. */
public sealed interface Tolerance {
    /** What rounding in double precision may leave of an exact result. */
    double ROUNDING = 1e-9;

    /** The same figure. */
    record Exact() implements Tolerance {}

    /** The same when rounded to that many decimals, as it was published. */
    record Decimals(int decimals) implements Tolerance {}

    /** Off by at most that share of the published figure. */
    record Relative(double share) implements Tolerance {}

    /** Off by at most that much. */
    record Absolute(double amount) implements Tolerance {}

    /** Between so many times less and so many times more. */
    record Times(double factor) implements Tolerance {}

    /** At least the published figure. */
    record AtLeast() implements Tolerance {}

    /** Less than the published figure. */
    record LessThan() implements Tolerance {}

    /** Anywhere between the two. */
    record Between(double low, double high) implements Tolerance {}

    /** Whether a computed figure is inside; one that is not a number never is. */
    default boolean holds(double published, double computed) {
        double slack = ROUNDING * Math.abs(published);
        return switch (this) {
            case Exact _ -> Math.abs(computed - published) <= slack;
            case Decimals rounded -> Math.abs(computed - published) <= 0.5 * Math.pow(10, -rounded.decimals);
            case Relative relative -> Math.abs(computed - published) <= relative.share * Math.abs(published) + slack;
            case Absolute absolute -> Math.abs(computed - published) <= absolute.amount + slack;
            case Times times -> computed >= published / times.factor && computed <= published * times.factor;
            case AtLeast _ -> computed >= published - slack;
            case LessThan _ -> computed < published;
            case Between between -> computed >= between.low && computed <= between.high;
        };
    }
}
