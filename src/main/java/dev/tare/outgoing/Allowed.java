package dev.tare.outgoing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts an operator lets be asked: names ({@code prometheus.example.com}), names below one
 * ({@code *.example.com}), ranges of addresses ({@code 10.20.0.0/16}), and the words {@code loopback}, {@code private} and
 * {@code public} for the ranges of those kinds.
 */
final class Allowed {
    private static final String BELOW = "*.";

    private final String text;
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<Range> ranges = new ArrayList<>();

    private Allowed(String text) {
        this.text = text;
    }

    static Allowed of(String text) {
        Allowed allowed = new Allowed(text.isBlank() ? "nothing" : text);
        Arrays.stream(text.split("[,\\s]+")).map(entry -> entry.toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty()).forEach(allowed::add);
        return allowed;
    }

    private void add(String entry) {
        if (Set.of("loopback", "private", "public").contains(entry)) {
            words.add(entry);
        } else if (entry.matches("[0-9.]+(/\\d+)?|[0-9a-f:.]*:[0-9a-f:.]*(/\\d+)?")) {
            ranges.add(Range.of(entry));
        } else if (entry.matches("(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) {
            names.add(entry);
        } else {
            throw new IllegalArgumentException("tare.live.allow: \"" + entry
                    + "\" is no host name, no range of addresses, and none of loopback, private, public");
        }
    }

    /** Whether the operator named the host, whatever address it has. */
    boolean names(String host) {
        return names.contains(host)
                || names.stream().anyMatch(name -> name.startsWith(BELOW) && host.endsWith(name.substring(1)));
    }

    /** Whether an address lies in what the operator allowed. */
    boolean holds(InetAddress address) {
        return words.contains("loopback") && Addresses.isLoopback(address)
                || words.contains("private") && Addresses.isPrivate(address)
                || words.contains("public") && Addresses.isPublic(address)
                || ranges.stream().anyMatch(range -> range.holds(address) || range.holds(Addresses.meant(address)));
    }

    /** As the operator wrote it. */
    @Override
    public String toString() {
        return text;
    }
}
