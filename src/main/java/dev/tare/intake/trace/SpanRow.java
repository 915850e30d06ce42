package dev.tare.intake.trace;

/**
 * One span while a reader fills it; the same object serves for all. Times in microseconds. As a row it takes eight
 * numbers: trace, id, parent, start, duration, service and peer, flags, sizes.
 */
public final class SpanRow {
    static final int LONGS = 8;
    static final int TRACE = 0;
    static final int ID = 1;
    static final int PARENT = 2;
    static final int START = 3;
    static final int DURATION = 4;
    static final int NAMES = 5;
    static final int FLAGS = 6;
    static final int SIZES = 7;

    static final long KIND_MASK = 7;
    static final long SHARED = 1 << 3;
    static final long FOLLOWS = 1 << 4;
    static final int PEER_SHIFT = 5;
    static final long PEER_MASK = 3L << PEER_SHIFT;
    /** Port, IPv4 and IPv6 digests of the service's address above these. */
    static final int ADDRESS_SHIFT = 8;
    private static final int PORT_BITS = 16;
    private static final int IP_BITS = 20;

    final long[] row = new long[LONGS];
    private final Names names;
    private final boolean lowerCase;

    SpanRow(Names names, boolean lowerCase) {
        this.names = names;
        this.lowerCase = lowerCase;
    }

    /** Forgets the span before. */
    public SpanRow clear() {
        for (int i = 0; i < LONGS; i++) {
            row[i] = 0;
        }
        return this;
    }

    /** The trace's id. */
    public void trace(char[] text, int from, int length) {
        row[TRACE] = Ids.of(text, from, length);
    }

    /** The span's id. */
    public void id(char[] text, int from, int length) {
        row[ID] = Ids.of(text, from, length);
    }

    /** The parent's id; zeros are none. */
    public void parent(char[] text, int from, int length) {
        row[PARENT] = Ids.of(text, from, length);
    }

    /** Whether an id of the trace and of the span were given. */
    public boolean isIdentified() {
        return row[TRACE] != 0 && row[ID] != 0;
    }

    /** Whether a parent was given. */
    public boolean hasParent() {
        return row[PARENT] != 0;
    }

    /** Microseconds since 1970. */
    public void start(long micros) {
        row[START] = Math.max(0, micros);
    }

    /** Microseconds since 1970, zero when not stated. */
    public long start() {
        return row[START];
    }

    /** Microseconds. */
    public void duration(long micros) {
        row[DURATION] = Math.max(0, micros);
    }

    /** Bytes that the caller sent. */
    public void requestBytes(long bytes) {
        row[SIZES] = Sizes.withRequest(row[SIZES], bytes);
    }

    /** Bytes that came back. */
    public void responseBytes(long bytes) {
        row[SIZES] = Sizes.withResponse(row[SIZES], bytes);
    }

    /** The service that wrote the span. */
    public void service(char[] text, int from, int length) {
        service(names.of(text, from, length, lowerCase));
    }

    /** The service that wrote the span, by its number. */
    public void service(int number) {
        row[NAMES] = row[NAMES] & 0xFFFF_FFFFL | (long) number << 32;
    }

    /** Whether the service is named. */
    public boolean hasService() {
        return row[NAMES] >>> 32 != 0;
    }

    /** The far end's name. */
    public void peer(char[] text, int from, int length, Peer kind) {
        peer(names.of(text, from, length, lowerCase), kind);
    }

    /** The far end, by its name's number. */
    public void peer(int number, Peer kind) {
        row[NAMES] = row[NAMES] & 0xFFFF_FFFF_0000_0000L | number;
        peer(kind);
    }

    /** What the far end is. */
    public void peer(Peer kind) {
        row[FLAGS] = row[FLAGS] & ~PEER_MASK | (long) kind.ordinal() << PEER_SHIFT;
    }

    /** The number of a name; a caller may keep it. */
    public int name(String name) {
        return names.of(name);
    }

    /** The number of a name; a caller may keep it. */
    public int name(char[] text, int from, int length) {
        return names.of(text, from, length, lowerCase);
    }

    /** The span's side of the call. */
    public void kind(Kind kind) {
        row[FLAGS] = row[FLAGS] & ~KIND_MASK | kind.ordinal();
    }

    /** The span's side of the call. */
    public Kind kind() {
        return Kind.of((int) (row[FLAGS] & KIND_MASK));
    }

    /** A server span under its client's id. */
    public void shared() {
        row[FLAGS] |= SHARED;
    }

    /** The parent did not wait for it. */
    public void follows() {
        row[FLAGS] |= FOLLOWS;
    }

    /** An id to hand back later. */
    public long idOf(char[] text, int from, int length) {
        return Ids.of(text, from, length);
    }

    /** Whether these characters write the span's own trace. */
    public boolean isOfTrace(long trace) {
        return row[TRACE] == 0 || row[TRACE] == trace;
    }

    /** The parent's id, as {@link #idOf} gave it. */
    public void parent(long id) {
        row[PARENT] = id;
    }

    /** The service's port. */
    public void port(int port) {
        address(port, 0, PORT_BITS);
    }

    /** The service's IPv4 address. */
    public void ip4(char[] text, int from, int length) {
        address(digest(text, from, length), PORT_BITS, IP_BITS);
    }

    /** The service's IPv6 address. */
    public void ip6(char[] text, int from, int length) {
        address(digest(text, from, length), PORT_BITS + IP_BITS, IP_BITS);
    }

    private void address(long digest, int shift, int bits) {
        long mask = (1L << bits) - 1;
        row[FLAGS] |= (digest & mask) << shift + ADDRESS_SHIFT;
    }

    private static long digest(char[] text, int from, int length) {
        int digest = 0;
        for (int i = from; i < from + length; i++) {
            digest = digest * 31 + text[i];
        }
        return length == 0 ? 0 : digest ^ digest >>> 12 | 1;
    }

    /** Whether two addresses name the same place as far as both say: port, IPv4 and IPv6 each equal or not stated. */
    static boolean fits(long flags, long others) {
        return fits(flags, others, 0, PORT_BITS) && fits(flags, others, PORT_BITS, IP_BITS)
                && fits(flags, others, PORT_BITS + IP_BITS, IP_BITS);
    }

    private static boolean fits(long flags, long others, int shift, int bits) {
        long mask = (1L << bits) - 1 << shift + ADDRESS_SHIFT;
        return (flags & mask) == 0 || (others & mask) == 0 || (flags & mask) == (others & mask);
    }
}
