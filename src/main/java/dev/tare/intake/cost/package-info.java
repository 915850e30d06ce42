/**
 * Money that files say was paid, whatever the format: rows of any number become a {@link dev.tare.intake.cost.Ledger} of
 * few lines, in decimals, and lines are matched to services. Must not lose a cent: every line is matched to one service or
 * stays visible as unmatched, and all lines together are the file's total.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.cost;
