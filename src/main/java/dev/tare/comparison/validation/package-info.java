/**
 * Published results the model is held against: each case is a file of inputs, expectations and their origin under
 * {@code validation/}, weighed by the same mapping, engine and catalogue as any estate. Knows no case by name and
 * holds no figure of one.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.comparison.validation;
