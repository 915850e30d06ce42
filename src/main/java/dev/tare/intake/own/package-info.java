/** Estate documents as this program writes them itself. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.own;
