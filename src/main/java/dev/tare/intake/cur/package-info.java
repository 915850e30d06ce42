/** Costs as the Cost and Usage Reports of AWS tell them: the old tables and CUR 2.0. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.cur;
