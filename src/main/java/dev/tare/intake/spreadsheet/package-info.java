/** Tables of services and of calls, as spreadsheets save or paste them. One row is one service or call. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.spreadsheet;
