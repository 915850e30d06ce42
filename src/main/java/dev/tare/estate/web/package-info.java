/** The pages on which teams register what they run: binds a form, calls {@code Estates}, shows a view. */
@org.jspecify.annotations.NullMarked
package dev.tare.estate.web;
