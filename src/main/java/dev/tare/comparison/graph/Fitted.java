package dev.tare.comparison.graph;

import java.util.List;

/** Text cut to fit: on one line, on two, or shortened, by widths as wide as those of common sans-serif typefaces. */
final class Fitted {
    private static final String NARROW = "fijlrtI.,:;'|!()[]-/ ";
    private static final String WIDE = "mwMW@%";
    private static final String ENDS = "-_./ ";

    private Fitted() {}

    /** How wide a text is at most, in pixels at a size. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Fitted::em).sum();
    }

    private static double em(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.4;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.98;
        }
        return letter > 0x2E7F ? 1.05 : Character.isUpperCase(letter) ? 0.76 : 0.62;
    }

    /** One line, or two. */
    static List<String> lines(String text, double size, double room) {
        if (width(text, size) <= room) {
            return List.of(text);
        }
        int cut = cut(text, size, room);
        return List.of(text.substring(0, cut).strip(), line(text.substring(cut).strip(), size, room));
    }

    /** One line, its end left out where there is no room for it. */
    static String line(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    /** Behind the last mark that fits, or as much as fits. */
    private static int cut(String text, double size, double room) {
        int most = 0;
        int mark = 0;
        while (most < text.length()) {
            int next = text.offsetByCodePoints(most, 1);
            if (width(text.substring(0, next), size) > room) {
                break;
            }
            most = next;
            mark = ENDS.indexOf(text.codePointBefore(next)) >= 0 ? next : mark;
        }
        return mark > 0 ? mark : Math.max(1, most);
    }
}
