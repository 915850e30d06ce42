package dev.tare.engine;

/**
 * A pattern that cannot be looked for, because nothing states what it shows in.
 *
 * @param field what to enter, as the estate document writes it
 * @param enter the same in words
 */
public record Unchecked(String code, String title, String field, String enter) {}
