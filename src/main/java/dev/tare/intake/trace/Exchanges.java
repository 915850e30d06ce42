package dev.tare.intake.trace;

/**
 * What was seen of the calls from one service to another: how long callers waited, how much went there and back. Of calls
 * that do not say, nothing is supposed.
 */
final class Exchanges {
    /** About what one takes without its times, in bytes. */
    static final int BYTES = 80;

    private final Histogram waits = new Histogram();
    private long requests;
    private double requestBytes;
    private long responses;
    private double responseBytes;

    /** One call: microseconds, 0 when not stated, and sizes as {@link Sizes} packs them. How many bytes that took. */
    int add(long micros, long sizes) {
        if (Sizes.hasRequest(sizes)) {
            requests++;
            requestBytes += Sizes.request(sizes);
        }
        if (Sizes.hasResponse(sizes)) {
            responses++;
            responseBytes += Sizes.response(sizes);
        }
        int before = waits.room();
        if (micros > 0) {
            waits.add(micros);
        }
        return waits.room() - before;
    }

    /** What was seen of the same calls elsewhere. */
    int addAll(Exchanges other) {
        requests += other.requests;
        requestBytes += other.requestBytes;
        responses += other.responses;
        responseBytes += other.responseBytes;
        int before = waits.room();
        waits.addAll(other.waits);
        return waits.room() - before;
    }

    Histogram waits() {
        return waits;
    }

    /** How many calls said how much went there. */
    long requests() {
        return requests;
    }

    /** Bytes of a request, of those that said so; NaN when none did. */
    double requestBytes() {
        return requestBytes / requests;
    }

    /** How many calls said how much came back. */
    long responses() {
        return responses;
    }

    /** Bytes of a response, of those that said so; NaN when none did. */
    double responseBytes() {
        return responseBytes / responses;
    }
}
