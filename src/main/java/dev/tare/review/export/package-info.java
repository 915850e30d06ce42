/** An estate in formats that other tools read: one class a format, found by its name. A new format is a new class and its test. */
@org.jspecify.annotations.NullMarked
package dev.tare.review.export;
