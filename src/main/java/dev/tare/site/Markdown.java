package dev.tare.site;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes Markdown in which nothing people typed is markup. */
public final class Markdown {
    private Markdown() {}

    /** Text on one line that is no markup. */
    public static String text(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }

    /** Text of several lines, its paragraphs and lists kept; no markup else. */
    public static String lines(String text) {
        return text.strip().lines().map(Markdown::line).collect(Collectors.joining("\n"));
    }

    /** A row of a table. */
    public static String row(String... cells) {
        return Arrays.stream(cells).map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What stands under the head of a table: columns of words, then columns of figures. */
    public static String rule(int words, int figures) {
        return "|" + " --- |".repeat(words) + " ---: |".repeat(figures) + "\n";
    }

    private static String line(String line) {
        String bare = line.strip();
        return bare.startsWith("- ") || bare.startsWith("* ") ? "- " + text(bare.substring(2)) : text(bare);
    }
}
