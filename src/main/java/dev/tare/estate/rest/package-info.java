/** Estates over HTTP, for scripts and other programs: reads a body, calls {@code Estates}, answers. Knows no page. */
@org.jspecify.annotations.NullMarked
package dev.tare.estate.rest;
