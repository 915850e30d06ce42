package dev.tare.engine.advice;

import java.util.List;

/**
 * What advice is asked for.
 *
 * @param objective weighs a grouping as a whole plan; every figure of the answer comes from it
 * @param guides    the objective taken apart, exactly or nearly, one or several ways; they lead the search where not
 *                  every grouping can be weighed, the first lays out the path
 * @param rules     what a grouping must keep
 * @param latency   further limits on the whole plan
 * @param calls     who calls whom how often, for evidence
 * @param today     what runs now
 * @param weighings how many groupings may be weighed while searching
 * @param points    how many groupings of the path are weighed and shown at most, both ends among them
 */
public record Question(Objective objective, List<Terms> guides, Rules rules, Limit latency, Calls calls, int[] today,
        int weighings, int points) {
    /** The list is copied. */
    public Question {
        guides = List.copyOf(guides);
    }

    /** Asks for the least of an objective that is nothing but its terms. */
    public static Question of(Terms terms, Rules rules) {
        return new Question(terms, List.of(terms), rules, Limit.NONE,
                new Calls(new int[0], new int[0], new double[0]), Grouping.oneEach(terms.services()), 120_000, 120);
    }

    /** The guide that lays out the path. */
    Terms guide() {
        return guides.getFirst();
    }

    /** Whether the objective is nothing but its terms. */
    boolean plain() {
        return objective == guide();
    }

    /** The same about an estate that runs grouped like this. */
    public Question today(int[] units) {
        return new Question(objective, guides, rules, latency, calls, units, weighings, points);
    }

    /** The same with limits on the whole plan. */
    public Question within(Limit limit) {
        return new Question(objective, guides, rules, limit, calls, today, weighings, points);
    }

    /** The same under other rules. */
    Question under(Rules other) {
        return new Question(objective, guides, other, latency, calls, today, weighings, points);
    }

    /** The same with another effort. */
    public Question effort(int mostWeighings, int mostPoints) {
        return new Question(objective, guides, rules, latency, calls, today, mostWeighings, mostPoints);
    }
}
