package dev.tare.intake.web;

import dev.tare.intake.live.LiveRequest;
import dev.tare.intake.live.LiveSource;
import java.util.List;

/**
 * What can be asked of running systems, and what was typed last but for credentials, which are never shown again.
 *
 * @param allowed the hosts that may be asked
 */
record LiveView(List<Source> sources, String allowed, String kind, String url, String window, String sampling,
        String limit, String namespaces, String platform, String images) {
    /** A kind of running system. */
    record Source(String kind, String title, String asks) {}

    static LiveView of(List<LiveSource> sources, String allowed, LiveRequest last) {
        return new LiveView(
                sources.stream().map(source -> new Source(source.kind(), source.title(), source.asks())).toList(),
                allowed, last.kind(), last.url(), last.window(), last.sampling(),
                last.limit() == null ? "" : last.limit().toString(), String.join(", ", last.namespaces()),
                last.platform(), String.join(", ", last.images()));
    }

    /** Whether something was typed, so that the form was meant. */
    public boolean isTried() {
        return !kind.isEmpty();
    }
}
