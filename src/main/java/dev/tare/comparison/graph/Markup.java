package dev.tare.comparison.graph;

import java.util.Locale;

/** Writes elements; everything written is escaped, numbers to a tenth of a pixel. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes by name and value, those without a value left out. */
    Markup open(String name, Object... attributes) {
        return tag(name, ">", attributes);
    }

    Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String name, Object... attributes) {
        return tag(name, "/>", attributes);
    }

    /** An element of text; nothing for no text. */
    Markup text(String name, String text, Object... attributes) {
        if (!text.isEmpty()) {
            open(name, attributes);
            out.append(escaped(text));
            close(name);
        }
        return this;
    }

    private Markup tag(String name, String end, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = value(attributes[i + 1]);
            if (!value.isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"").append(escaped(value)).append('"');
            }
        }
        out.append(end);
        return this;
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    /** Characters that XML does not allow are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = letter >= ' ' && letter < 0xD800
                            || letter > 0xDFFF && letter != 0xFFFE && letter != 0xFFFF;
                    escaped.appendCodePoint(allowed ? letter : ' ');
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
