package dev.tare.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.entity.InputStreamFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * The only way out: every request to another system goes through one of these, which lives as long as an import, or as what is sent. Connects
 * only to addresses {@link Guard} gives back, follows redirects only within one host, and stops at {@link Limits}.
 */
public final class Outgoing implements AutoCloseable {
    private static final int REDIRECTS = 3;
    private static final int BUFFER = 1 << 16;
    private static final List<Integer> MOVED = List.of(301, 302, 303, 307, 308);

    private final Guard guard;
    private final Limits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outgoing-clock").factory());
    private final List<Path> bodies = new ArrayList<>();
    private final long end;
    private long taken;

    /** Opens a way out with the usual limits. */
    public Outgoing(Guard guard) {
        this(guard, Limits.USUAL);
    }

    /** Opens a way out with these limits. */
    public Outgoing(Guard guard, Limits limits) {
        this.guard = guard;
        this.limits = limits;
        this.end = System.nanoTime() + limits.all().toNanos();
        this.client = HttpClients.custom().disableRedirectHandling().disableCookieManagement().disableAuthCaching()
                .disableAutomaticRetries().setUserAgent("tare")
                .setContentDecoderRegistry(new LinkedHashMap<>(Map.of("gzip", gzip())))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(guard))
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout(limits.read())).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(limits.connect()))
                                .setSocketTimeout(timeout(limits.read())).build())
                        .build())
                .build();
    }

    private static InputStreamFactory gzip() {
        return java.util.zip.GZIPInputStream::new;
    }

    private static Timeout timeout(Duration time) {
        return Timeout.of(time);
    }

    /** The guard that is asked. */
    public Guard guard() {
        return guard;
    }

    /**
     * Asks, and waits for the whole answer, whatever its status.
     *
     * @throws NotReached when the guard refuses, nothing answers, or a limit is passed
     */
    public Answer ask(String method, URI uri, Map<String, String> headers) {
        URI at = uri;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Answer answer = once(new HttpUriRequestBase(method, at), at, headers);
            URI next = MOVED.contains(answer.status()) ? moved(answer) : at;
            if (next.equals(at)) {
                return answer;
            }
            at = next;
        }
        throw Trouble.of(uri, "an answer", "more than " + REDIRECTS + " redirects");
    }

    /**
     * Sends a body, and waits for the whole answer, whatever its status; a redirect is an answer like any other.
     *
     * @throws NotReached when the guard refuses, nothing answers, or a limit is passed
     */
    public Answer send(URI uri, Map<String, String> headers, String type, String body) {
        HttpUriRequestBase request = new HttpUriRequestBase("POST", uri);
        request.setEntity(new StringEntity(body, ContentType.create(type, StandardCharsets.UTF_8)));
        return once(request, uri, headers);
    }

    /** Where a redirect leads: on the same host, never from https to http, never to another port. */
    private URI moved(Answer answer) {
        URI from = answer.from();
        URI to = answer.header("location").map(text -> resolved(from, text)).orElse(from);
        boolean upgraded = from.getScheme().equals("http") && to.getScheme().equals("https");
        boolean here = from.getHost().equalsIgnoreCase(String.valueOf(to.getHost()))
                && (upgraded ? port(to) == 443 : to.getScheme().equals(from.getScheme()) && port(to) == port(from));
        if (!here || to.getRawUserInfo() != null) {
            throw Trouble.of(from, "an answer from this host", "a redirect to " + Trouble.shown(to)
                    + ", which is not followed: give that address if it is meant");
        }
        return to;
    }

    private static URI resolved(URI from, String location) {
        try {
            URI to = from.resolve(location);
            return to.getHost() == null || to.getScheme() == null ? URI.create("http://nowhere.invalid") : to;
        } catch (IllegalArgumentException unreadable) {
            throw Trouble.of(from, "an answer", "a redirect that cannot be read");
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    private Answer once(HttpUriRequestBase request, URI uri, Map<String, String> headers) {
        guard.address(Trouble.shown(uri));
        headers.forEach(request::setHeader);
        long left = Math.min(limits.total().toNanos(), end - System.nanoTime());
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> stop = clock.schedule(() -> {
            late.set(true);
            request.cancel();
        }, Math.max(1, left), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(uri, response));
        } catch (IOException e) {
            throw late.get()
                    ? Trouble.of(uri, "an answer within " + seconds(limits.total()) + ", all within "
                            + seconds(limits.all()), "one that takes longer")
                    : Trouble.of(uri, e, limits);
        } finally {
            stop.cancel(false);
        }
    }

    static String seconds(Duration time) {
        return time.toSeconds() == 0 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private Answer read(URI uri, ClassicHttpResponse response) throws IOException {
        Path body = Files.createTempFile("tare-live-", ".answer");
        bodies.add(body);
        if (response.getEntity() != null) {
            try (InputStream in = response.getEntity().getContent(); OutputStream out = Files.newOutputStream(body)) {
                copy(uri, in, out);
            }
        }
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new Answer(uri, response.getCode(), headers, body);
    }

    private void copy(URI uri, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            length += count;
            taken += count;
            if (length > limits.bytes() || taken > limits.sum()) {
                throw new TooMuch(Trouble.of(uri, "at most " + megabytes(limits.bytes()) + " in one answer and "
                        + megabytes(limits.sum()) + " in all, unpacked", "more"));
            }
            out.write(buffer, 0, count);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** Breaks an answer off; its connection is not used again. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
        private final NotReached failed;

        TooMuch(NotReached failed) {
            this.failed = failed;
        }

        NotReached failed() {
            return failed;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
        for (Path body : bodies) {
            try {
                Files.deleteIfExists(body);
            } catch (IOException left) {
                body.toFile().deleteOnExit();
            }
        }
    }
}
