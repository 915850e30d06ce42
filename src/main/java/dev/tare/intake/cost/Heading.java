package dev.tare.intake.cost;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tare.intake.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of costs. Names are compared by their letters and digits alone: {@code lineItem/UnblendedCost} and
 * {@code line_item_unblended_cost} are one; so are a translated name and the original in brackets behind it.
 */
public final class Heading {
    private static final Pattern BRACKETED = Pattern.compile("(.*)\\(([A-Za-z]+|\\p{Sc})\\)\\s*");
    private static final char[] SEPARATORS = { ',', ';', '\t', '|' };
    /** Some exports put a title and an empty line before the heading. */
    private static final int MOST_LINES_BEFORE = 12;
    private static final int LONGEST_CURRENCY = 3;
    private static final int NOWHERE = -1;

    private final char separator;
    private final List<String> names;
    private final Map<String, Integer> places;
    /** By the names that readers ask for: they ask for the same few in every row of millions. */
    private final Map<String, Integer> asked = new HashMap<>();

    private Heading(char separator, List<String> names, Map<String, Integer> places) {
        this.separator = separator;
        this.names = names;
        this.places = places;
    }

    char separator() {
        return separator;
    }

    /** As the file writes them. */
    public List<String> names() {
        return names;
    }

    /** Where a column stands; -1 when there is none. */
    int place(String name) {
        return asked.computeIfAbsent(name, _ -> places.getOrDefault(bare(name), NOWHERE));
    }

    static Heading of(char separator, List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int way = 0; way < 3; way++) {
            for (int i = 0; i < names.size(); i++) {
                places.putIfAbsent(bare(way == 0 ? names.get(i) : bracketed(names.get(i), way)), i);
            }
        }
        return new Heading(separator, List.copyOf(names), Map.copyOf(places));
    }

    /** What stands in brackets behind a name when it is a word, or what stands before them. */
    private static String bracketed(String name, int way) {
        Matcher brackets = BRACKETED.matcher(name);
        boolean word = brackets.matches() && brackets.group(2).length() > LONGEST_CURRENCY;
        return way == 1 ? word ? brackets.group(2) : name : brackets.matches() ? brackets.group(1) : name;
    }

    /** The currency in brackets behind a column's name; empty when there is none. */
    public String currencyOf(String column) {
        int place = place(column);
        Matcher brackets = BRACKETED.matcher(place == NOWHERE ? "" : names.get(place));
        String inBrackets = brackets.matches() ? brackets.group(2) : "";
        return inBrackets.matches("[A-Z]{3}") ? inBrackets : Amount.SIGNS.getOrDefault(inBrackets, "");
    }

    /** The letters and digits of a name. */
    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The first of these columns that there is; empty when there is none. */
    public String first(Collection<String> any) {
        return any.stream().filter(this::has).findFirst().orElse("");
    }

    /** Whether there is such a column. */
    public boolean has(String name) {
        return place(name) != NOWHERE;
    }

    /** Whether there is any of these columns. */
    public boolean hasAny(Collection<String> any) {
        return any.stream().anyMatch(this::has);
    }

    /** The first line of a file's start that is wanted as a heading, or nothing. */
    public static @Nullable Heading in(Sample sample, Predicate<Heading> wanted) {
        String text = sample.text().startsWith("\uFEFF") ? sample.text().substring(1) : sample.text();
        List<String> lines = text.lines().limit(MOST_LINES_BEFORE).toList();
        for (char separator : SEPARATORS) {
            for (String line : lines) {
                Heading heading = line.indexOf(separator) < 0 ? null : parsed(separator, line);
                if (heading != null && wanted.test(heading)) {
                    return heading;
                }
            }
        }
        return null;
    }

    private static @Nullable Heading parsed(char separator, String line) {
        try {
            CsvRecord record = CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(line);
            return of(separator, new ArrayList<>(record.getFields()));
        } catch (CsvParseException notOneLine) {
            return null;
        }
    }
}
