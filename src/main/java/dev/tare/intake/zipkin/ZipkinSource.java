package dev.tare.intake.zipkin;

import dev.tare.intake.Draft;
import dev.tare.intake.live.Inquiry;
import dev.tare.intake.live.LiveSource;
import dev.tare.intake.live.Peer;
import dev.tare.intake.live.TraceServer;
import dev.tare.intake.live.TraceServer.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a Zipkin server over version 2 of its API. */
@Component
final class ZipkinSource implements LiveSource {
    private static final double MILLIS = 1e3;

    @Override
    public String kind() {
        return "zipkin";
    }

    @Override
    public String title() {
        return "Zipkin";
    }

    @Override
    public String asks() {
        return "The newest traces of each service, and the links it counted over the whole time; usually at port 9411.";
    }

    @Override
    public Draft read(Inquiry inquiry) {
        TraceServer server = new TraceServer(Peer.of(inquiry.out(), inquiry.request(), "a Zipkin server"), inquiry, "");
        Map<String, String> time = Map.of("endTs", Long.toString(inquiry.now().toEpochMilli()), "lookback",
                Long.toString((long) (inquiry.request().seconds() * MILLIS)));
        Map<String, String> traces = new LinkedHashMap<>(time);
        traces.put("limit", Integer.toString(inquiry.request().traces()));
        return server.read(server.services("/api/v2/services"), "serviceName",
                new Question("/api/v2/traces", traces), new Question("/api/v2/dependencies", time));
    }
}
