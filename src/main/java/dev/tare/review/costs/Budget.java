package dev.tare.review.costs;

/**
 * A budget of a month and what the month is heading for.
 *
 * @param limit    money a month
 * @param low      what 10 of 100 draws of all assumptions stay below
 * @param likely   the forecast at likely values
 * @param high     what 90 of 100 draws stay below
 */
record Budget(double limit, double low, double likely, double high) {
    /** How a month stands against its budget. */
    enum State {
        OVER, MAY_GO_OVER, WITHIN
    }

    State state() {
        if (likely > limit) {
            return State.OVER;
        }
        return high > limit ? State.MAY_GO_OVER : State.WITHIN;
    }

    /** What is missing; less than nothing is left. */
    double over() {
        return likely - limit;
    }
}
