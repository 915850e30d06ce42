package dev.tare.estate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An estate's name as an address that any tool can type: lower-case Latin letters and digits joined by hyphens. "Café &
 * Söhne" is {@code cafe-sohne}; a name in another script, which nobody would recognise transliterated, is {@code estate}.
 */
record Slug(String text) {
    private static final int LONGEST = 80;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    static Slug of(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String spelled = plain.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("æ", "ae").replace("ø", "o");
        String joined = trimmed(OTHERS.matcher(spelled).replaceAll("-"));
        return new Slug(joined.isEmpty() ? "estate" : joined);
    }

    /** This slug, or the first of slug-2, slug-3, … that is not taken. */
    String firstFree(Predicate<String> taken) {
        String candidate = text;
        for (int n = 2; taken.test(candidate); n++) {
            candidate = text + "-" + n;
        }
        return candidate;
    }

    private static String trimmed(String joined) {
        return joined.substring(0, Math.min(LONGEST, joined.length())).replaceAll("^-+|-+$", "");
    }
}
