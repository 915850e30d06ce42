package dev.tare.intake.compose;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills in variables as Compose does: {@code $NAME}, <code>${NAME}</code>, with {@code :-} and {@code -} for defaults,
 * {@code :?} and {@code ?} for what must be set, {@code :+} and {@code +} for what replaces a set value, one inside the
 * other; {@code $$} is a dollar.
 */
final class Interpolation {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_DEPTH = 50;

    /** Text that Compose refuses too. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String found) {
            super(found);
        }
    }

    private final Map<String, String> values;
    private final Set<String> missing = new TreeSet<>();

    Interpolation(Map<String, String> values) {
        this.values = values;
    }

    /** Variables that were asked for, have no default and are not set. */
    Set<String> missing() {
        return missing;
    }

    /** The value of a variable; nothing when it is not set. */
    @Nullable
    String known(String name) {
        return values.get(name);
    }

    String fill(String text) throws Malformed {
        return fill(text, 0);
    }

    private String fill(String text, int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed("more than " + MAX_DEPTH + " levels of ${…}");
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (text.charAt(at) != '$') {
                filled.append(text.charAt(at++));
            } else if (next == '{') {
                int end = close(text, at);
                append(filled, braced(text.substring(at + 2, end), depth));
                at = end + 1;
            } else if (isStart(next)) {
                int end = nameEnd(text, at + 1);
                append(filled, value(text.substring(at + 1, end)));
                at = end;
            } else {
                filled.append('$');
                at += next == '$' ? 2 : 1;
            }
        }
        return filled.toString();
    }

    /** Values that use each other can double with every line; such text is cut short. */
    private static void append(StringBuilder filled, String value) {
        if (filled.length() + value.length() < MAX_LENGTH) {
            filled.append(value);
        }
    }

    private String braced(String inner, int depth) throws Malformed {
        int end = nameEnd(inner, 0);
        String name = inner.substring(0, end);
        if (name.isEmpty() || !isStart(name.charAt(0))) {
            throw new Malformed("${" + shortened(inner) + "}");
        }
        if (end == inner.length()) {
            return value(name);
        }
        boolean colon = inner.charAt(end) == ':';
        int operator = colon ? end + 1 : end;
        if (operator >= inner.length() || "-?+".indexOf(inner.charAt(operator)) < 0) {
            throw new Malformed("${" + shortened(inner) + "}");
        }
        String known = values.get(name);
        boolean set = known != null && !(colon && known.isEmpty());
        String word = inner.substring(operator + 1);
        return switch (inner.charAt(operator)) {
            case '-' -> set ? String.valueOf(known) : fill(word, depth + 1);
            case '+' -> set ? fill(word, depth + 1) : "";
            default -> set ? String.valueOf(known) : value(name);
        };
    }

    private String value(String name) {
        String known = values.get(name);
        if (known == null) {
            missing.add(name);
        }
        return known == null ? "" : known;
    }

    /** The brace that closes the one at {@code at + 1}. */
    private static int close(String text, int at) throws Malformed {
        int open = 0;
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '{' && text.charAt(i - 1) == '$') {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        throw new Malformed(shortened(text.substring(at)));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static boolean isStart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isStart(text.charAt(end)) || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }
}
