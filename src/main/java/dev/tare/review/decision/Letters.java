package dev.tare.review.decision;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Words as outlines, from the fonts a PDF carries along; needs no fonts of the machine's. */
final class Letters {
    private Letters() {}

    /** A line of words that begins at the origin, px. */
    static Shape of(String words, double size, boolean bold) {
        TrueTypeFont font = bold ? PaperFonts.BOLD : PaperFonts.REGULAR;
        try {
            return outlined(PaperFonts.fit(words).text(), font, size / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape outlined(String words, TrueTypeFont font, double scale) throws IOException {
        CmapLookup letters = font.getUnicodeCmapLookup();
        Path2D line = new Path2D.Double();
        double x = 0;
        synchronized (font) {
            for (int letter : words.codePoints().toArray()) {
                int id = letters.getGlyphId(letter);
                GlyphData glyph = font.getGlyph().getGlyph(id);
                if (glyph != null) {
                    line.append(new AffineTransform(scale, 0, 0, -scale, x, 0).createTransformedShape(glyph.getPath()),
                            false);
                }
                x += font.getAdvanceWidth(id) * scale;
            }
        }
        return line;
    }
}
