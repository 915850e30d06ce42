package dev.tare.intake.trace;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span's tags say of its side, its far end and how much the call carried, in the words of OpenTelemetry and of OpenTracing before it. Tags
 * come as key and value in any order.
 */
public final class Tags {
    private enum Tag {
        KIND, SERVICE, STORE, STORE_TYPE, STORE_NAME, BROKER, HOST, REQUEST, RESPONSE
    }

    private static final Map<String, Tag> SAYING_WHO = Map.ofEntries(Map.entry("span.kind", Tag.KIND),
            Map.entry("peer.service", Tag.SERVICE), Map.entry("db.system", Tag.STORE),
            Map.entry("db.system.name", Tag.STORE), Map.entry("db.type", Tag.STORE_TYPE),
            Map.entry("db.name", Tag.STORE_NAME), Map.entry("db.namespace", Tag.STORE_NAME),
            Map.entry("db.instance", Tag.STORE_NAME), Map.entry("messaging.system", Tag.BROKER),
            Map.entry("server.address", Tag.HOST), Map.entry("net.peer.name", Tag.HOST),
            Map.entry("peer.hostname", Tag.HOST), Map.entry("http.host", Tag.HOST));
    private static final Map<String, Tag> KNOWN = new HashMap<>(SAYING_WHO);
    private static final int SLOTS = 128;
    private static final String[] KEYS = new String[SLOTS];

    static {
        SizeTags.REQUEST.forEach(key -> KNOWN.put(key, Tag.REQUEST));
        SizeTags.RESPONSE.forEach(key -> KNOWN.put(key, Tag.RESPONSE));
        KNOWN.keySet().forEach(key -> {
            int slot = hash(key.toCharArray(), 0, key.length());
            while (KEYS[slot] != null) {
                slot = slot + 1 & SLOTS - 1;
            }
            KEYS[slot] = key;
        });
    }

    private final String[] values = new String[Tag.values().length];
    private @Nullable Tag tag;
    private @Nullable String early;
    private boolean any;

    /** Forgets the span before. */
    public void clear() {
        if (any) {
            for (int i = 0; i < values.length; i++) {
                values[i] = "";
            }
        }
        any = false;
    }

    private static int hash(char[] text, int from, int length) {
        return (length * 31 + text[from + length - 1] * 7 + text[from]) & SLOTS - 1;
    }

    /** A tag begins. */
    public void begin() {
        tag = null;
        early = null;
    }

    /** The tag's key is read now. */
    public void key(JsonStream json) {
        if (json.length() > 0) {
            tag = find(json.chars(), json.from(), json.length());
            if (early != null) {
                keep(early);
            }
        }
    }

    private static @Nullable Tag find(char[] text, int from, int length) {
        for (int slot = hash(text, from, length); KEYS[slot] != null; slot = slot + 1 & SLOTS - 1) {
            String key = KEYS[slot];
            if (key.length() == length && key.contentEquals(CharBuffer.wrap(text, from, length))) {
                return KNOWN.get(key);
            }
        }
        return null;
    }

    /** Whether the value is worth reading: the key is a known one or not yet read. */
    public boolean wants(boolean keyIsRead) {
        return tag != null || !keyIsRead;
    }

    /** The tag's value. */
    public void value(String value) {
        if (tag == null) {
            early = value;
        } else {
            keep(value);
        }
    }

    private void keep(String value) {
        if (tag != null) {
            if (!any) {
                any = true;
                Arrays.fill(values, "");
            }
            values[tag.ordinal()] = value;
        }
    }

    private String of(Tag wanted) {
        return any ? values[wanted.ordinal()] : "";
    }

    /** Says on the span what the tags said. */
    public void applyTo(SpanRow span) {
        if (!any) {
            return;
        }
        switch (of(Tag.KIND).toLowerCase(Locale.ROOT)) {
            case "client" -> span.kind(Kind.CLIENT);
            case "server" -> span.kind(Kind.SERVER);
            case "producer" -> span.kind(Kind.PRODUCER);
            case "consumer" -> span.kind(Kind.CONSUMER);
            default -> {
                // The span's own word, if any, stands.
            }
        }
        sizes(span);
        peer(span);
    }

    private void sizes(SpanRow span) {
        long request = SizeTags.bytes(of(Tag.REQUEST));
        if (request >= 0) {
            span.requestBytes(request);
        }
        long response = SizeTags.bytes(of(Tag.RESPONSE));
        if (response >= 0) {
            span.responseBytes(response);
        }
    }

    private void peer(SpanRow span) {
        Kind kind = span.kind();
        String store = of(Tag.STORE).isEmpty() ? of(Tag.STORE_TYPE) : of(Tag.STORE);
        boolean named = !of(Tag.STORE).isEmpty() || !of(Tag.STORE_NAME).isEmpty();
        if (kind == Kind.SERVER) {
            return;
        }
        if (!store.isEmpty() && named) {
            String name = of(Tag.STORE_NAME).isEmpty() ? store : store + ": " + of(Tag.STORE_NAME);
            span.peer(span.name(name), Peer.DATA_STORE);
        } else if (!of(Tag.BROKER).isEmpty() && of(Tag.SERVICE).isEmpty()) {
            span.peer(span.name(of(Tag.BROKER)), Peer.BROKER);
        } else if (!of(Tag.SERVICE).isEmpty()) {
            span.peer(span.name(of(Tag.SERVICE)), Peer.HOST);
        } else if (kind == Kind.CLIENT && isName(of(Tag.HOST))) {
            span.peer(span.name(host(of(Tag.HOST))), Peer.HOST);
        }
    }

    /** An address that is only numbers tells people nothing and changes. */
    private static boolean isName(String host) {
        return host.chars().anyMatch(c -> Character.isLetter(c) && "abcdefABCDEF".indexOf(c) < 0);
    }

    private static String host(String host) {
        int port = host.lastIndexOf(':');
        return port > 0 && host.indexOf(':') == port ? host.substring(0, port) : host;
    }
}
