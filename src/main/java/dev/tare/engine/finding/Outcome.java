package dev.tare.engine.finding;

import dev.tare.engine.Finding;
import dev.tare.engine.Unchecked;

/** What came of looking for a pattern. */
sealed interface Outcome {
    /** It is there. */
    record Found(Finding finding) implements Outcome {}

    /** Nothing stated shows whether it is. */
    record Missing(Unchecked unchecked) implements Outcome {}

    /** It is not there. */
    record Clear() implements Outcome {}
}
