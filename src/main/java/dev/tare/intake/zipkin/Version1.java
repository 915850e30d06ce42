package dev.tare.intake.zipkin;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Kind;
import dev.tare.intake.trace.Peer;
import dev.tare.intake.trace.SpanRow;
import dev.tare.intake.trace.TraceReading;
import java.util.Locale;
import tools.jackson.core.JsonParser;

/**
 * What version 1 says by annotations: {@code cs} and {@code cr} a client, {@code sr} and {@code ss} a server, {@code ms}
 * and {@code mr} messages, {@code sa}, {@code ca} and {@code ma} the address at the far end. One span of version 1 can
 * hold both sides of a call; then it is two.
 */
final class Version1 {
    private final JsonStream json;
    private final JsonParser parser;
    private final TraceReading reading;
    private final Side client = new Side();
    private final Side server = new Side();
    private final Side producer = new Side();
    private final Side consumer = new Side();
    private int named;
    private int serverAddress;
    private int clientAddress;
    private int messageAddress;
    private String value = "";
    private long timestamp;
    private int endpoint;

    /** One side of a call: whether it was seen, where, and between which times. */
    private static final class Side {
        private boolean seen;
        private int service;
        private long first;
        private long last;

        void clear() {
            seen = false;
            service = 0;
            first = 0;
            last = 0;
        }

        void see(int by, long at) {
            seen = true;
            service = by == 0 ? service : by;
            first = first == 0 ? at : Math.min(first, at);
            last = Math.max(last, at);
        }
    }

    Version1(JsonStream json, TraceReading reading) {
        this.json = json;
        this.parser = json.parser();
        this.reading = reading;
    }

    void clear() {
        client.clear();
        server.clear();
        producer.clear();
        consumer.clear();
        named = 0;
        serverAddress = 0;
        clientAddress = 0;
        messageAddress = 0;
    }

    void annotations() {
        if (json.nextList()) {
            while (json.nextItem()) {
                item("value");
                switch (value) {
                    case "cs", "cr" -> client.see(endpoint, timestamp);
                    case "sr", "ss" -> server.see(endpoint, timestamp);
                    case "ms" -> producer.see(endpoint, timestamp);
                    case "mr" -> consumer.see(endpoint, timestamp);
                    default -> named = named == 0 ? endpoint : named;
                }
            }
        }
    }

    void binaryAnnotations() {
        if (json.nextList()) {
            while (json.nextItem()) {
                item("key");
                switch (value) {
                    case "sa" -> serverAddress = endpoint;
                    case "ca" -> clientAddress = endpoint;
                    case "ma" -> messageAddress = endpoint;
                    default -> named = named == 0 ? endpoint : named;
                }
            }
        }
    }

    private void item(String wanted) {
        value = "";
        timestamp = 0;
        endpoint = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            if (field.equals(wanted)) {
                value = json.nextText() && json.length() == 2 ? parser.getString().toLowerCase(Locale.ROOT) : "";
            } else if (field.equals("timestamp")) {
                timestamp = json.nextNumber();
            } else if (field.equals("endpoint") || field.equals("host")) {
                endpoint();
            } else {
                json.skip();
            }
        }
    }

    private void endpoint() {
        if (json.nextObject()) {
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (field.equals("serviceName") && json.nextText()) {
                    endpoint = reading.span().name(json.chars(), json.from(), json.length());
                } else if (!field.equals("serviceName")) {
                    json.skip();
                }
            }
        }
    }

    /** Adds the span, or the two that it is. */
    void addTo(SpanRow span) {
        boolean both = client.seen && server.seen;
        if (client.seen) {
            side(span, client, Kind.CLIENT, serverAddress);
            reading.add();
        }
        if (server.seen) {
            if (both) {
                span.shared();
                span.peer(0, Peer.HOST);
            }
            side(span, server, Kind.SERVER, clientAddress);
            reading.add();
        }
        if (producer.seen) {
            side(span, producer, Kind.PRODUCER, messageAddress);
            reading.add();
        }
        if (consumer.seen) {
            side(span, consumer, Kind.CONSUMER, messageAddress);
            reading.add();
        }
        if (!client.seen && !server.seen && !producer.seen && !consumer.seen) {
            plain(span);
        }
    }

    /** Version 2, or work of version 1 that names a service, and perhaps whom it called. */
    private void plain(SpanRow span) {
        if (!span.hasService() && named != 0) {
            span.service(named);
        }
        if (serverAddress != 0) {
            span.peer(serverAddress, Peer.HOST);
            span.kind(Kind.CLIENT);
        } else if (clientAddress != 0) {
            span.peer(clientAddress, Peer.HOST);
            span.kind(Kind.SERVER);
        }
        reading.add();
    }

    private void side(SpanRow span, Side side, Kind kind, int peer) {
        span.kind(kind);
        span.service(side.service == 0 ? named : side.service);
        if (peer != 0 && peer != side.service) {
            span.peer(peer, kind == Kind.PRODUCER || kind == Kind.CONSUMER ? Peer.BROKER : Peer.HOST);
        }
        boolean measuredHere = side.first > 0 && side.last > side.first;
        if (measuredHere) {
            span.start(side.first);
            span.duration(side.last - side.first);
        } else if (span.start() == 0) {
            span.start(side.first);
        }
    }
}
