package dev.tare.intake;

import dev.tare.intake.tree.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** The start of a file, to tell its format by. */
public final class Sample {
    private static final int LENGTH = 1 << 18;
    private static final int DEEPEST = 6;
    private static final int MOST_PATHS = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final String text;
    private @Nullable Set<String> paths;

    /** A file's name and the start of its text. */
    public Sample(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** The start of a file. */
    public static Sample of(Upload file) {
        byte[] head = file.head(LENGTH);
        return new Sample(file.name(), new String(head, Text.marked(head)));
    }

    /** As uploaded. */
    public String name() {
        return name;
    }

    /** At most the first 256 KiB. */
    public String text() {
        return text;
    }

    /** Whether the pattern occurs. */
    public boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /**
     * Whether the file is JSON, one value or one after another, in which a property is seen at this place:
     * {@code data[].spans} is the property {@code spans} of the items of {@code data}, {@code [].id} one of a list's
     * items.
     */
    public boolean holds(String path) {
        return paths().contains(path);
    }

    private Set<String> paths() {
        Set<String> known = paths;
        if (known == null) {
            known = look();
            paths = known;
        }
        return known;
    }

    /** The fields of the JSON document, or of those in its list, as they come. */
    List<String> topFields() {
        return paths().stream().filter(path -> path.lastIndexOf('.') == (path.startsWith("[]") ? 2 : -1))
                .map(path -> path.substring(path.lastIndexOf('.') + 1)).filter(name -> !name.isEmpty()).distinct()
                .toList();
    }

    private Set<String> look() {
        Set<String> seen = new LinkedHashSet<>();
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), start)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.streamReadContext().getNestingDepth() <= DEEPEST) {
                    seen.add(path(parser.streamReadContext()));
                }
                if (seen.size() > MOST_PATHS) {
                    break;
                }
            }
        } catch (JacksonException endOfSample) {
            // The sample ends somewhere in a value, or is no JSON: what was seen so far is the answer.
        }
        return seen;
    }

    private static String path(TokenStreamContext place) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            path.insert(0, at.inArray() ? "[]" : "." + at.currentName());
        }
        return path.indexOf(".") == 0 ? path.substring(1) : path.toString();
    }
}
