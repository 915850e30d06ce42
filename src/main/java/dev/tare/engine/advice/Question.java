package dev.tare.engine.advice;

/**
 * What advice is asked for.
 *
 * @param objective weighs a grouping as a whole plan; every figure of the answer comes from it
 * @param guide     the objective taken apart, exactly or nearly; leads the search where not every grouping can be weighed
 * @param rules     what a grouping must keep
 * @param latency   a further limit on the whole plan
 * @param calls     who calls whom how often, for evidence
 * @param today     what runs now
 * @param weighings how many groupings may be weighed while searching
 * @param points    how many groupings of the path are weighed and shown at most, both ends among them
 */
public record Question(Objective objective, Terms guide, Rules rules, Limit latency, Calls calls, int[] today,
        int weighings, int points) {
    /** Asks for the least of an objective that is nothing but its terms. */
    public static Question of(Terms terms, Rules rules) {
        return new Question(terms, terms, rules, Limit.NONE, new Calls(new int[0], new int[0], new double[0]),
                Grouping.oneEach(terms.services()), 120_000, 120);
    }

    /** The same about an estate that runs grouped like this. */
    public Question today(int[] units) {
        return new Question(objective, guide, rules, latency, calls, units, weighings, points);
    }

    /** The same with a limit on the whole plan. */
    public Question within(Limit limit) {
        return new Question(objective, guide, rules, limit, calls, today, weighings, points);
    }

    /** The same with another effort. */
    public Question effort(int mostWeighings, int mostPoints) {
        return new Question(objective, guide, rules, latency, calls, today, mostWeighings, mostPoints);
    }
}
