package dev.tare.engine.finding;

/** What came of looking for a pattern. */
sealed interface Outcome permits Finding, Unchecked, Outcome.Clear {
    /** It is not there. */
    record Clear() implements Outcome {}
}
