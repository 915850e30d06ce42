/** What a declared container tells, whatever declared it: its image, its role, the hosts its settings name. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.container;
