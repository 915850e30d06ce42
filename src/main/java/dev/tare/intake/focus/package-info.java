/** Costs as FOCUS exports of any cloud tell them, versions 0.5 to 1.3. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.focus;
