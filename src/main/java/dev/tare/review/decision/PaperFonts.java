package dev.tare.review.decision;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts a PDF carries along: Liberation, which has the letters of Latin, Greek and Cyrillic. Signs they lack are
 * written with those they have, letters without their marks; what is left is counted, so that the paper can say so.
 */
final class PaperFonts {
    static final TrueTypeFont REGULAR = read("LiberationSans-Regular");
    static final TrueTypeFont BOLD = read("LiberationSans-Bold");

    private static final CmapLookup SANS = lookup(REGULAR);
    private static final CmapLookup MONO = lookup(read("LiberationMono-Regular"));
    private static final Map<Integer, String> SIGNS = Map.ofEntries(Map.entry(0x2009, "\u00a0"),
            Map.entry(0x202f, "\u00a0"), Map.entry(0x2192, "to"), Map.entry(0x2265, "at least "),
            Map.entry(0x2264, "at most "), Map.entry(0x2308, "up("), Map.entry(0x2309, ")"), Map.entry(0x230a, "down("),
            Map.entry(0x230b, ")"), Map.entry(0x2211, "sum "), Map.entry(0x221a, "root "), Map.entry(0x2248, "about "),
            Map.entry(0x2011, "-"), Map.entry(0x00ad, ""));

    private PaperFonts() {}

    /**
     * A text as it can be printed.
     *
     * @param lost how many of its letters cannot be, and are a question mark
     */
    record Fitted(String text, int lost) {}

    static void into(PdfRendererBuilder builder) {
        use(builder, "Liberation Sans", "LiberationSans-Regular", 400);
        use(builder, "Liberation Sans", "LiberationSans-Bold", 700);
        use(builder, "Liberation Mono", "LiberationMono-Regular", 400);
    }

    private static void use(PdfRendererBuilder builder, String family, String file, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    static Fitted fit(String text) {
        StringBuilder fitted = new StringBuilder(text.length());
        int lost = 0;
        for (int sign : text.codePoints().toArray()) {
            String written = fit(sign);
            fitted.append(written.isEmpty() && sign != 0x00ad ? "?" : written);
            lost += written.isEmpty() && sign != 0x00ad ? 1 : 0;
        }
        return new Fitted(fitted.toString(), lost);
    }

    /** Nothing for a letter that cannot be printed. */
    private static String fit(int sign) {
        if (sign < 0x20 || known(sign)) {
            return Character.toString(sign);
        }
        String instead = SIGNS.get(sign);
        if (instead != null) {
            return instead;
        }
        String bare = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return bare.codePoints().allMatch(PaperFonts::known) ? bare : "";
    }

    private static boolean known(int sign) {
        return SANS.getGlyphId(sign) > 0 && MONO.getGlyphId(sign) > 0;
    }

    private static CmapLookup lookup(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont read(String file) {
        try (InputStream stream = open(file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PaperFonts.class.getResourceAsStream("/liberation/" + file + ".ttf"), file);
    }
}
