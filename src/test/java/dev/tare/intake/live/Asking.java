package dev.tare.intake.live;

import dev.tare.outgoing.Guard;
import dev.tare.outgoing.Outgoing;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Draft;
import dev.tare.intake.Progress;
import dev.tare.intake.TestIntake;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Asks a source as the application does, guard and limits included, without Spring. */
public final class Asking {
    private Asking() {}

    public static Draft ask(LiveSource source, EstateDocument estate, Instant now, Map<String, String> fields) {
        return ask(source, estate, now, "loopback", fields);
    }

    public static Draft ask(LiveSource source, EstateDocument estate, Instant now, String allow,
            Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("kind", source.kind());
        try (Outgoing out = new Outgoing(new Guard(allow, InetAddress::getAllByName))) {
            return source.read(new Inquiry(LiveRequest.of(all), estate, TestIntake.ofAll(), out, now, new Progress()));
        }
    }
}
