package dev.tare.intake.trace;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Claims;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a call what was seen of it: the response time as the caller waited, 50 and 99 of 100 within it, and the mean bytes
 * of request and response, each with what it rests on.
 */
final class Measured {
    private static final double MICROS_PER_MS = 1e3;

    private final String format;
    private final String file;

    Measured(String format, String file) {
        this.format = format;
        this.file = file;
    }

    Call of(Call call, Exchanges seen) {
        List<Provenance> claims = new ArrayList<>(call.provenance());
        Double requestBytes = claimed(claims, "requestBytes", seen.requestBytes(), "mean", seen.requests());
        Double responseBytes = claimed(claims, "responseBytes", seen.responseBytes(), "mean", seen.responses());
        Histogram waits = seen.waits();
        Double p50 = claimed(claims, "p50", waits.quantile(0.5) / MICROS_PER_MS, "waited in", waits.count());
        Double p99 = claimed(claims, "p99", waits.quantile(0.99) / MICROS_PER_MS, "waited in", waits.count());
        return new Call(call.from(), call.to(), call.kind(), call.mode(), call.perRequest(), requestBytes,
                responseBytes, p50, p99, call.observedCalls(), claims);
    }

    private @Nullable Double claimed(List<Provenance> claims, String field, double value, String how, long count) {
        if (count == 0) {
            return null;
        }
        claims.add(Claims.of(format, file, field, value, how + " " + count + (count == 1 ? " call" : " calls")));
        return value;
    }
}
