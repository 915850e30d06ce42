/** Costs in tables of any make: people say which column is what, or it is guessed by the columns' names. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.costcsv;
