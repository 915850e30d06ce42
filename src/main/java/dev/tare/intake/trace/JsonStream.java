package dev.tare.intake.trace;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** A file's JSON as a flow of tokens, however long the file; what is wrong is told with its line and path. */
public final class JsonStream {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(500).build()).build();
    private static final char[] NOTHING = {};

    private final String file;
    private final JsonParser parser;

    private JsonStream(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads something from a stream of tokens. */
    @FunctionalInterface
    public interface Reading {
        /** Reads from before the first token to after the last. */
        void read(JsonStream json);
    }

    /** Opens a file, has it read, closes it. */
    public static void read(Upload file, Reading reading) {
        try (InputStream in = file.content().open();
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            JsonStream json = new JsonStream(file.name(), parser);
            try {
                reading.read(json);
            } catch (JacksonIOException e) {
                throw e;
            } catch (JacksonException e) {
                throw json.malformed(e);
            }
        } catch (JacksonIOException e) {
            // Thrown while the bytes are read, or at once where they are of an encoding that nobody writes JSON in.
            throw ImportFailed.unreadable(file.name(),
                    Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e.getOriginalMessage())));
        } catch (IOException e) {
            throw ImportFailed.unreadable(file.name(), e);
        }
    }

    /** Numbers for the names of fields, by their order. */
    public static PropertyNameMatcher names(String... names) {
        return FACTORY.constructNameMatcher(Arrays.stream(names).map(Named::fromString).toList(), false);
    }

    /**
     * Goes to the next field of an object: its number among the names, {@link PropertyNameMatcher#MATCH_UNKNOWN_NAME}
     * for others, {@link PropertyNameMatcher#MATCH_END_OBJECT} after the last.
     */
    public int nextField(PropertyNameMatcher names) {
        return parser.nextNameMatch(names);
    }

    /** The tokens. */
    public JsonParser parser() {
        return parser;
    }

    /** A refusal at the place that was read last. */
    public ImportFailed refused(String path, String expected, String found) {
        return ImportFailed.at(file, Math.max(1, parser.currentLocation().getLineNr()), path, expected, found);
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** The line that is read now, from 1. */
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Goes to the next value of the file, when there is one. */
    public boolean nextRoot() {
        return parser.nextToken() != null;
    }

    /** Reads each object of the file, lists opened however deep; {@code object} goes on after its first token. */
    public void eachObject(Runnable object, String expected) {
        while (nextRoot()) {
            objects(object, expected);
        }
    }

    /** Reads each object of the value whose first token is read. */
    public void objects(Runnable object, String expected) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                objects(object, expected);
            }
        } else if (token == JsonToken.START_OBJECT) {
            object.run();
        } else if (token != JsonToken.VALUE_NULL) {
            throw wrong(expected);
        }
    }

    /** Skips the value that begins with the next token. */
    public void skip() {
        parser.nextToken();
        parser.skipChildren();
    }

    /** Whether the next token begins a list; anything else but null is refused. */
    public boolean nextList() {
        return begins(JsonToken.START_ARRAY, "a list");
    }

    /** Whether the next token begins an object; anything else but null is refused. */
    public boolean nextObject() {
        return begins(JsonToken.START_OBJECT, "an object");
    }

    private boolean begins(JsonToken wanted, String expected) {
        JsonToken token = parser.nextToken();
        if (token == wanted) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            throw wrong(expected);
        }
        return false;
    }

    /** Whether the list goes on with an object. */
    public boolean nextItem() {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw wrong("an object");
        }
        return true;
    }

    /** The next value's characters: a text, a number or true and false; none for null. */
    public boolean nextText() {
        JsonToken token = parser.nextToken();
        if (token.isScalarValue()) {
            return token != JsonToken.VALUE_NULL;
        }
        throw wrong("a text");
    }

    /** The characters that {@link #from()} and {@link #length()} bound. */
    public char[] chars() {
        char[] chars = parser.getStringCharacters();
        return chars == null ? NOTHING : chars;
    }

    /** Where the text begins. */
    public int from() {
        return parser.getStringOffset();
    }

    /** How long the text is. */
    public int length() {
        return parser.getStringLength();
    }

    /** Whether the text is this one. */
    public boolean is(String text) {
        if (length() != text.length()) {
            return false;
        }
        char[] chars = chars();
        int from = from();
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(chars[from + i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next value as a whole number, written as a number or as text; 0 for null. */
    public long nextNumber() {
        parser.nextToken();
        return number();
    }

    /** The value that is read now, as a whole number. */
    public long number() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> whole(parser.getStringCharacters(), from(), length());
            case VALUE_NUMBER_FLOAT -> (long) parser.getDoubleValue();
            case VALUE_STRING -> whole(chars(), from(), length());
            case VALUE_NULL -> 0;
            default -> throw wrong("a whole number");
        };
    }

    private long whole(char[] text, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - 9) / 10) {
                if (i == from && text[i] == '-' && length > 1) {
                    return 0;
                }
                throw wrong("a whole number");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Refuses the value that is read now. */
    public ImportFailed wrong(String expected) {
        JsonToken token = parser.currentToken();
        String found = token == null
                ? "the end of the file"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "a list";
                    case END_OBJECT, END_ARRAY -> "the end of it";
                    default -> shown(parser.getString());
                };
        return ImportFailed.at(file, line(), path(), expected, found);
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private ImportFailed malformed(JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String said = String.valueOf(e.getOriginalMessage());
        boolean ended = said.startsWith("Unexpected end-of-input");
        ImportFailed failed = ImportFailed.at(file, line > 0 ? line : null, path(), ended ? "more JSON" : "JSON",
                ended ? "the end of the file" : Trees.problem(e));
        failed.initCause(e);
        return failed;
    }

    /** Where the reader stands, as {@code [3].localEndpoint.serviceName}. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = parser.streamReadContext(); at != null && !at.inRoot(); at = at.getParent()) {
            path.insert(0, at.inArray() ? "[" + Math.max(0, at.getCurrentIndex()) + "]" : "." + at.currentName());
        }
        return path.indexOf(".") == 0 ? path.substring(1) : path.toString();
    }
}
