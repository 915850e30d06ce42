package dev.tare.intake.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or UTF-16 when a byte-order mark says so. Anything else is refused with its line. */
public final class Text {
    /** Of the west: a byte a character. */
    public static final Charset WINDOWS = Charset.forName("windows-1252");

    private Text() {}

    /** The text, without its byte-order mark. */
    public static String of(byte[] bytes) {
        return of(bytes, marked(bytes));
    }

    /** The text in an encoding that is known, without its byte-order mark. */
    public static String of(byte[] bytes, Charset charset) {
        String text = decode(bytes, charset);
        int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        int line = 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c < ' ' && c != '\t' && c != '\r' || c == '\u007F') {
                throw new MalformedText(line, null, "text", "a binary file (byte " + (int) c + ")");
            }
        }
        return text.substring(start);
    }

    /**
     * The encoding of a table that starts so: spreadsheet programs save CSV in that of the machine, which in the west is
     * Windows-1252, unless they are told otherwise. What is UTF-8 to the last whole character is that.
     */
    public static Charset ofTable(byte[] head) {
        Charset marked = marked(head);
        if (!marked.equals(StandardCharsets.UTF_8)) {
            return marked;
        }
        ByteBuffer in = ByteBuffer.wrap(head);
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(in, out, false)
                .isError() ? WINDOWS : StandardCharsets.UTF_8;
    }

    private static String decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedText(lineOf(bytes, in.position()), null, "text in " + charset,
                    "bytes that are not " + charset);
        }
    }

    /** The encoding a byte-order mark tells, UTF-8 without one. */
    public static Charset marked(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
