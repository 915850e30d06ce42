package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file: what was charged.
 *
 * @param month the month it is billed in, as 2026-10; empty when only the days say
 * @param from  the first day charged for
 * @param until the last day charged for
 */
public record Charge(String currency, String month, @Nullable LocalDate from, @Nullable LocalDate until,
        String category, Map<String, String> labels, BigDecimal amount) {}
