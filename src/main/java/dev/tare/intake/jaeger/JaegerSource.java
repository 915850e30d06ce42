package dev.tare.intake.jaeger;

import dev.tare.intake.Draft;
import dev.tare.intake.live.Inquiry;
import dev.tare.intake.live.LiveSource;
import dev.tare.intake.live.Peer;
import dev.tare.intake.live.TraceServer;
import dev.tare.intake.live.TraceServer.Question;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks Jaeger's query service as its own page does. */
@Component
final class JaegerSource implements LiveSource {
    private static final double MILLIS = 1e3;

    @Override
    public String kind() {
        return "jaeger";
    }

    @Override
    public String title() {
        return "Jaeger";
    }

    @Override
    public String asks() {
        return "The newest traces of each service, and the links it counted over the whole time; usually at port 16686.";
    }

    @Override
    public Draft read(Inquiry inquiry) {
        TraceServer server = new TraceServer(Peer.of(inquiry.out(), inquiry.request(), "a Jaeger query service"),
                inquiry, "data");
        long millis = (long) (inquiry.request().seconds() * MILLIS);
        Instant start = inquiry.now().minusMillis(millis);
        Question traces = new Question("/api/traces", Map.of("start", micros(start), "end", micros(inquiry.now()),
                "lookback", "custom", "limit", Integer.toString(inquiry.request().traces())));
        return server.read(server.services("/api/services"), "service", traces,
                new Question("/api/dependencies", Map.of("endTs", Long.toString(inquiry.now().toEpochMilli()),
                        "lookback", Long.toString(millis))));
    }

    private static String micros(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
