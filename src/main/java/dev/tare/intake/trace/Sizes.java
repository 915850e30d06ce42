package dev.tare.intake.trace;

/** The bytes of a request and of its response in one number: each in 32 bits, one more than it is, zero for not stated. */
final class Sizes {
    private static final long MOST = 0xFFFF_FFFEL;
    private static final int SHIFT = Integer.SIZE;
    private static final long RESPONSE = 0xFFFF_FFFFL;

    private Sizes() {}

    /** With the bytes of the request; what is over four gigabytes counts as that. */
    static long withRequest(long sizes, long bytes) {
        return sizes & RESPONSE | Math.clamp(bytes, 0, MOST) + 1 << SHIFT;
    }

    /** With the bytes of the response. */
    static long withResponse(long sizes, long bytes) {
        return sizes & ~RESPONSE | Math.clamp(bytes, 0, MOST) + 1;
    }

    static boolean hasRequest(long sizes) {
        return sizes >>> SHIFT != 0;
    }

    static boolean hasResponse(long sizes) {
        return (sizes & RESPONSE) != 0;
    }

    static long request(long sizes) {
        return (sizes >>> SHIFT) - 1;
    }

    static long response(long sizes) {
        return (sizes & RESPONSE) - 1;
    }

    /** The one's, where it says nothing the other's. */
    static long either(long one, long other) {
        return (hasRequest(one) ? one : other) & ~RESPONSE | (hasResponse(one) ? one : other) & RESPONSE;
    }
}
