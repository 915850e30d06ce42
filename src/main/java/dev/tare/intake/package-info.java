/**
 * Files become an estate draft and findings: {@link dev.tare.intake.Intake} opens archives, finds each file's format by
 * its content and hands it to that format's {@link dev.tare.intake.FormatReader}. One package per format; a new format
 * is a new package and its test. Readers never touch the database; only the record of imports is kept there.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake;
