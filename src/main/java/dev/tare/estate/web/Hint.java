package dev.tare.estate.web;

import org.jspecify.annotations.Nullable;

/**
 * What an empty field is taken to be.
 *
 * @param value      with its unit; empty where the sentence says it all
 * @param assumption key of the assumption it comes from, or nothing
 * @param why        in a sentence
 */
record Hint(String value, @Nullable String assumption, String why) {}
