package dev.tare.intake.trace;

import dev.tare.intake.ImportFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers for names, so that a span carries four bytes for one. Zero is no name. Told apart by characters, not text. */
final class Names {
    private static final int LONGEST = 200;
    private static final int MOST = 200_000;

    private final List<String> texts = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();
    private char[][] written = new char[1 << 10][];
    private int[] meant = new int[1 << 10];
    private int count;

    /** The number of the name these characters write; lower case where the format says so. */
    int of(char[] text, int from, int length, boolean lowerCase) {
        int slot = slot(text, from, length);
        if (written[slot] == null) {
            if (++count > MOST) {
                throw ImportFailed.tooLarge("traces", "at most " + MOST + " different names of services and hosts");
            }
            written[slot] = Arrays.copyOfRange(text, from, from + length);
            meant[slot] = of(lowerCase
                    ? new String(text, from, length).toLowerCase(Locale.ROOT)
                    : new String(text, from, length));
            int number = meant[slot];
            if (2 * count > written.length) {
                grow();
            }
            return number;
        }
        return meant[slot];
    }

    int of(String text) {
        String name = clean(text);
        return name.isEmpty() ? 0 : numbers.computeIfAbsent(name, fresh -> {
            texts.add(fresh);
            return texts.size() - 1;
        });
    }

    /** As an estate takes names. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        text.strip().codePoints().limit(LONGEST + 1L).filter(c -> !Character.isISOControl(c))
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
                .forEach(kept::appendCodePoint);
        String name = kept.length() > LONGEST ? kept.substring(0, LONGEST - 1) + "…" : kept.toString();
        return name.equals(".") || name.equals("..") ? "" : name.strip();
    }

    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }

    private int slot(char[] text, int from, int length) {
        int mask = written.length - 1;
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + text[i];
        }
        int slot = (hash ^ hash >>> 15) & mask;
        while (written[slot] != null
                && !Arrays.equals(written[slot], 0, written[slot].length, text, from, from + length)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        char[][] known = written;
        int[] numbered = meant;
        written = new char[known.length * 2][];
        meant = new int[known.length * 2];
        for (int i = 0; i < known.length; i++) {
            if (known[i] != null) {
                int slot = slot(known[i], 0, known[i].length);
                written[slot] = known[i];
                meant[slot] = numbered[i];
            }
        }
    }
}
