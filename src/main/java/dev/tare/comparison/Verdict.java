package dev.tare.comparison;

/** What advice comes to. */
public enum Verdict {
    /** Another grouping is better than today's. */
    CHANGE,
    /** Today's grouping breaks a rule, and what keeps them all costs more. */
    OBEY,
    /** Today's grouping is the best. */
    STAY,
    /** Another grouping is better, by too little to be worth the trouble. */
    STAY_FOR_LITTLE,
    /** Another grouping is better at likely values, and worse in too many of the draws. */
    STAY_UNSURE,
    /** No plan was found that keeps how long requests may take. */
    NONE;

    /** Whether today's grouping is advised. */
    public boolean stay() {
        return this == STAY || this == STAY_FOR_LITTLE || this == STAY_UNSURE;
    }
}
