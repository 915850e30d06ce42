package dev.tare.estate.web;

import dev.tare.site.Quantity;
import java.util.List;

/** How a field is typed. */
sealed interface Kind {
    /** One line; {@code suggestions} names the list of what others have typed, or is empty. */
    record Text(String suggestions) implements Kind {}

    /** Several texts, one a line. */
    record Lines() implements Kind {}

    /** One word of a closed set. */
    record Choice(List<Option> options) implements Kind {}

    /** A quantity with its unit. */
    record Amount(Quantity quantity) implements Kind {}

    /** A whole number. */
    record Whole() implements Kind {}

    /** A moment in time, as image registries write it. */
    record Moment() implements Kind {}

    /** Image layers, one a line: digest and size. */
    record Layers() implements Kind {}

    /** Yes or no. */
    record Tick() implements Kind {}

    /** A word and what it is called on the page. */
    record Option(String value, String label) {}
}
