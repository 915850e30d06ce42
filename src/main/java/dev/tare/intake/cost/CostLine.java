package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Money for one thing: rows of a file that say the same, added up.
 *
 * @param currency three letters; empty where the file names none
 * @param month    as 2026-10; empty where the file dates nothing
 * @param category what kind of thing was paid for, in the file's words
 * @param labels   what a service can be told by: tags as {@code tag:app}, and {@link Label}s
 * @param amount   exact
 * @param rows     how many rows it sums
 */
public record CostLine(String currency, String month, String category, Map<String, String> labels, BigDecimal amount,
        long rows) {
    /** Labels keep their order. */
    public CostLine {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** The same thing for another amount. */
    CostLine of(BigDecimal other) {
        return new CostLine(currency, month, category, labels, other, rows);
    }
}
