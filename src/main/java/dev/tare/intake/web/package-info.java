/** Imports over HTTP: the pages with a look before anything changes, and the one call for programs. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.web;
