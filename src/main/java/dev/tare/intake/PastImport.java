package dev.tare.intake;

import java.time.Instant;

/** An import that was applied: its files, when, and how many things it added, changed and left as they were. */
public record PastImport(String files, Instant at, int added, int changed, int unchanged) {}
