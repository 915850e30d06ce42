package dev.tare.intake;

/**
 * Something a file does not say and only people know.
 *
 * @param id       the field's name in the form and the API; formats that ask the same share it
 * @param label    for people
 * @param hint     what it is for, and what is taken when nobody answers
 * @param fallback what is taken when nobody answers, as it would be typed; empty when nothing is assumed
 */
public record Question(String id, String label, String hint, String fallback) {}
