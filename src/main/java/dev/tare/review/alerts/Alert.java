package dev.tare.review.alerts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Something to be told of an estate.
 *
 * @param team   whose budget it is; empty where it is about the estate
 * @param before the budget, or the tare it rose from, money a month
 * @param after  what it is now
 */
record Alert(UUID id, String slug, Instant at, Kind kind, String team, String currency, double before, double after) {
    /** What happened. */
    enum Kind {
        /** A team's services cost more than its budget. */
        BUDGET_CROSSED,
        /** They cost less again. */
        BUDGET_KEPT,
        /** The tare of the estate is so many per cent above what it was when last told, or lowest since. */
        TARE_ROSE;

        /** As it is kept and sent. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
        }
    }
}
