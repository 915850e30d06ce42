package dev.tare.catalogue;

/**
 * What an empty field of the service form is taken to be.
 *
 * @param field      path in the estate document, such as {@code cpu.request}
 * @param value      in the document's base unit; NaN where the default is a rule and not a number
 * @param shown      the value with its unit as a person would type it
 * @param assumption key of the assumption, empty where the default is a rule
 * @param sentence   why, in a sentence
 */
public record FieldDefault(String field, double value, String shown, String assumption, String sentence) {}
