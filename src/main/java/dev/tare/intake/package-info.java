/** Files become an estate draft and findings, one package per format. Never touches the database. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake;
