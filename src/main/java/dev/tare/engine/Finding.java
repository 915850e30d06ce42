package dev.tare.engine;

import dev.tare.engine.Bill.Part;
import java.util.List;

/**
 * A pattern that is there.
 *
 * @param code     what it is called in answers and addresses
 * @param title    what it is called on pages
 * @param services those it concerns, by position
 * @param evidence how it shows
 * @param monthly  USD a month that the remedy would save, never more than {@code lines} cost; below zero where the
 *                 remedy costs something
 * @param lines    the parts of the tare it comes from; empty where the bill has no line for it
 * @param remedy   the smallest change that removes it
 */
public record Finding(String code, String title, List<Integer> services, Sentence evidence, Range monthly,
        List<Part> lines, Sentence remedy) {
    /** The lists are copied. */
    public Finding {
        services = List.copyOf(services);
        lines = List.copyOf(lines);
    }
}
