package dev.tare.intake.tree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * Gives the YAML scanner a text that is already whole. The scanner's own reader copies what it has not consumed each time
 * it reads on, so that one long value takes time in the square of its length; this one takes none.
 */
final class WholeText extends StreamReader {
    private static final int[] NO_SNIPPET = {};

    private final String text;
    /** Only for text beyond the basic plane, where one character may be two chars. */
    private final int @Nullable [] points;
    private final int length;
    private int pointer;
    private int documentIndex;
    private int line;
    private int column;

    WholeText(String text) {
        super("");
        this.text = text;
        boolean plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        this.points = plain ? null : text.codePoints().toArray();
        this.length = points == null ? text.length() : points.length;
        refuseUnprintable();
    }

    private void refuseUnprintable() {
        int at = 1;
        for (int i = 0; i < length; i++) {
            int c = at(i);
            if (!isPrintable(c)) {
                throw new MalformedText(at, null, "printable text", "the character U+%04X".formatted(c));
            }
            at += c == '\n' ? 1 : 0;
        }
    }

    private int at(int position) {
        if (position >= length) {
            return 0;
        }
        return points == null ? text.charAt(position) : points[position];
    }

    @Override
    public Mark getMark() {
        return new Mark("text", pointer, line, column, NO_SNIPPET, 0);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int count) {
        int end = Math.min(length, pointer + count);
        while (pointer < end) {
            int c = at(pointer++);
            documentIndex++;
            if (Constant.LINEBR.has(c) || c == '\r' && at(pointer) != '\n') {
                line++;
                column = 0;
            } else if (c != 0xFEFF) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return at(pointer);
    }

    @Override
    public int peek(int ahead) {
        return at(pointer + ahead);
    }

    @Override
    public String prefix(int count) {
        int end = Math.min(length, pointer + count);
        return points == null
                ? text.substring(pointer, end)
                : new String(Objects.requireNonNull(points), pointer, end - pointer);
    }

    @Override
    public String prefixForward(int count) {
        String prefix = prefix(count);
        int passed = Math.min(length, pointer + count) - pointer;
        pointer += passed;
        documentIndex += passed;
        column += passed;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }

    @Override
    public int getIndex() {
        return pointer;
    }

    @Override
    public int getLine() {
        return line;
    }
}
