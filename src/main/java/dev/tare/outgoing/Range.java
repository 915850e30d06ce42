package dev.tare.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses that begin alike, as {@code 10.0.0.0/8} says it. */
record Range(InetAddress first, int bits) {
    /** From its usual writing; without a length it is one address. */
    static Range of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = first.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("\"" + text + "\" has no length between 0 and " + all);
        }
        return new Range(first, bits);
    }

    static List<Range> all(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    boolean holds(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        int whole = bits / Byte.SIZE;
        if (one.length != other.length || !Arrays.equals(one, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((one[whole] ^ other[whole]) & 0xff) >>> Byte.SIZE - rest == 0;
    }
}
