package dev.tare.review.decision;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Fits text to the fonts every PDF reader has, which know the letters of western Europe: signs they lack are written with
 * those they have, letters without their marks.
 */
final class BaseFonts {
    private static final Charset KNOWN = Charset.forName("windows-1252");
    private static final Map<Integer, String> SIGNS = Map.ofEntries(Map.entry(0x2212, "\u2013"),
            Map.entry(0x2009, "\u00a0"), Map.entry(0x202f, "\u00a0"), Map.entry(0x2192, "to"),
            Map.entry(0x2265, "at least "),
            Map.entry(0x2264, "at most "), Map.entry(0x2308, "up("), Map.entry(0x2309, ")"), Map.entry(0x230a, "down("),
            Map.entry(0x230b, ")"), Map.entry(0x03a3, "sum "), Map.entry(0x2211, "sum "), Map.entry(0x03bb, "rate"),
            Map.entry(0x221a, "root "), Map.entry(0x2248, "about "), Map.entry(0x03c1, "rho"),
            Map.entry(0x03bc, "\u00b5"),
            Map.entry(0x2011, "-"), Map.entry(0x00ad, ""));

    private BaseFonts() {}

    static String fit(String text) {
        CharsetEncoder known = KNOWN.newEncoder();
        StringBuilder fitted = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> fitted.append(fit(sign, known)));
        return fitted.toString();
    }

    private static String fit(int sign, CharsetEncoder known) {
        String written = Character.toString(sign);
        String instead = SIGNS.get(sign);
        if (instead != null) {
            return instead;
        }
        if (known.canEncode(written)) {
            return written;
        }
        String bare = Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && known.canEncode(bare) ? bare : "?";
    }
}
