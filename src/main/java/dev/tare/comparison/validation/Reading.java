package dev.tare.comparison.validation;

import dev.tare.engine.Bill.Working;
import org.jspecify.annotations.Nullable;

/**
 * A figure that went into a comparison.
 *
 * @param operand what was read
 * @param words   what it is called
 * @param value   in its base unit
 * @param unit    how it is written
 * @param working how it was found, where it is a line of a bill
 */
public record Reading(Formula operand, String words, double value, Quantity unit, @Nullable Working working) {}
