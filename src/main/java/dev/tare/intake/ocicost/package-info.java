/** Costs as the cost reports of Oracle Cloud Infrastructure tell them. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.ocicost;
