package dev.tare.engine.latency;

/** How long a lattice has to be about: the first try of {@link Convolution}. */
record Guess(Plan plan, int[] units, Times times) {
    /** Every 99th percentile on the longest way added up: of the order of what is sought. */
    double of(int wanted) {
        double[] ms = new double[units.length];
        for (Plan.Step step : plan.steps()) {
            int service = step.service();
            double longest = 0;
            ms[service] = times.workP99()[service];
            for (Leg leg : plan.legs(step)) {
                double one = ms[leg.callee()] + (units[service] == units[leg.callee()] ? 0 : hopP99(leg.callee()));
                longest = leg.parallel() ? Math.max(longest, one) : longest;
                ms[service] += leg.parallel() ? 0 : leg.times() * one;
            }
            ms[service] += longest;
        }
        return ms[wanted] + times.placement().p99(wanted);
    }

    private double hopP99(int callee) {
        return times.network().p99(callee) + times.mesh().p99(callee) + times.isolation().p99(callee)
                + times.monitoring().p99(callee);
    }
}
