package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.review.Kept;
import java.time.Instant;

/**
 * What a decision rested on, kept as it was and never changed again.
 *
 * @param at      when it was frozen
 * @param address of the comparison
 * @param model   by which program and catalogue
 */
record Frozen(Instant at, String address, Kept.Model model, Sheet sheet) {}
