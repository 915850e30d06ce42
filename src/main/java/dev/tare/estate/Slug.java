package dev.tare.estate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An estate's name as an address: lower case, letters and digits of any script, joined by hyphens. "Café & Söhne" is
 * {@code cafe-sohne}; "Магазин" stays {@code магазин}.
 */
record Slug(String text) {
    private static final int LONGEST = 80;
    private static final Pattern LATIN_ACCENTS = Pattern.compile("(?<=\\p{IsLatin})\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    static Slug of(String name) {
        String plain = LATIN_ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = trimmed(OTHERS.matcher(composed).replaceAll("-"));
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
        int end = joined.length() <= LONGEST ? joined.length() : joined.offsetByCodePoints(0, shortened(joined));
        return joined.substring(0, end).replaceAll("^-+|-+$", "");
    }

    private static int shortened(String joined) {
        return Math.min(LONGEST, joined.codePointCount(0, joined.length()));
    }
}
