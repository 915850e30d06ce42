package dev.tare.intake.trace;

/** Ids as numbers: up to 16 hex digits as their value, anything else as a 64-bit digest. Zero is no id. */
final class Ids {
    private static final int DIGITS = 16;
    private static final byte[] HEX = hex();

    private Ids() {}

    private static byte[] hex() {
        byte[] values = new byte[128];
        for (int c = 0; c < values.length; c++) {
            values[c] = (byte) Character.digit(c, DIGITS);
        }
        return values;
    }

    /** The id written by these characters; longer ids fold into one number. */
    static long of(char[] text, int from, int length) {
        int end = from + length;
        int half = Math.max(from, end - DIGITS);
        if (length > 2 * DIGITS || !isHex(text, from, end)) {
            return digest(text, from, length);
        }
        long high = hex(text, from, half);
        long low = hex(text, half, end);
        return high == 0 ? low : low ^ mix(high);
    }

    /** No branch for each digit: one that is none leaves a sign or a high bit behind. */
    private static boolean isHex(char[] text, int from, int end) {
        int seen = 0;
        for (int i = from; i < end; i++) {
            seen |= HEX[text[i] & 127] | text[i] >>> 7;
        }
        return seen >= 0 && seen < DIGITS;
    }

    private static long hex(char[] text, int from, int end) {
        long value = 0;
        for (int i = from; i < end; i++) {
            value = value << 4 | HEX[text[i] & 127];
        }
        return value;
    }

    private static long digest(char[] text, int from, int length) {
        long digest = 0xCBF29CE484222325L;
        for (int i = from; i < from + length; i++) {
            digest = (digest ^ text[i]) * 0x100000001B3L;
        }
        return mix(digest);
    }

    /** A number whose every bit depends on every bit of the given one; David Stafford's mix 13. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
