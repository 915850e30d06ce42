package dev.tare.intake.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tare.intake.ImportFailed;
import dev.tare.site.Invalid;
import dev.tare.outgoing.Answer;
import dev.tare.outgoing.Outgoing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for one registry towards the client library, which does its own HTTP: the library is told this address and
 * no other, and what it asks here is asked of the registry by {@link Outgoing}, under its guard and limits. The place a
 * registry sends clients to for tokens is another host; it is replaced by this address too, and asked the same way. Paths
 * begin with a secret, so that nobody else on this machine can ask anything here.
 */
final class Gateway implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Accept", "Authorization");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "Docker-Content-Digest");
    private static final int BAD_GATEWAY = 502;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String API = "/v2/";
    private static final String TOKEN = "/token/";

    private final Outgoing out;
    private final URI registry;
    private final HttpServer server;
    private final String secret = "g" + UUID.randomUUID().toString().replace("-", "");
    private final AtomicReference<@Nullable URI> realm = new AtomicReference<>();
    private final AtomicReference<@Nullable Invalid> trouble = new AtomicReference<>();

    Gateway(Outgoing out, URI registry) {
        this.out = out;
        this.registry = registry;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port on this machine is free", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Host and port to tell the library. */
    String address() {
        return server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** What every repository begins with here. */
    String secret() {
        return secret;
    }

    /** Why the last request did not get through, once. */
    Optional<Invalid> trouble() {
        return Optional.ofNullable(trouble.getAndSet(null));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            Optional<URI> target = target(exchange.getRequestURI());
            if (!List.of("GET", "HEAD").contains(method) || target.isEmpty()) {
                exchange.sendResponseHeaders(target.isEmpty() ? NOT_FOUND : NOT_ALLOWED, -1);
            } else {
                pass(exchange, method, target.get());
            }
        }
    }

    private void pass(HttpExchange exchange, String method, URI target) throws IOException {
        Map<String, String> headers = new HashMap<>();
        PASSED_ON.forEach(name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                .ifPresent(value -> headers.put(name, value)));
        try {
            answer(exchange, out.ask(method, target, headers));
        } catch (Invalid refused) {
            trouble.set(refused);
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        }
    }

    private Optional<URI> target(URI asked) {
        String path = asked.getRawPath();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        if (path.startsWith(API + secret + "/") && !path.contains("..")) {
            return Optional.of(registry.resolve(API + path.substring(API.length() + secret.length() + 1) + query));
        }
        URI tokens = realm.get();
        if (tokens != null && path.equals(TOKEN + secret)) {
            String more = tokens.getRawQuery() == null ? query : query.replaceFirst("\\?", "&");
            return Optional.of(URI.create(tokens + more));
        }
        return Optional.empty();
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        PASSED_BACK.forEach(name -> answer.header(name)
                .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
        answer.header("WWW-Authenticate").map(this::challenge)
                .ifPresent(value -> exchange.getResponseHeaders().set("WWW-Authenticate", value));
        long length = Files.size(answer.body());
        boolean empty = exchange.getRequestMethod().equals("HEAD") || length == 0;
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : length);
        if (!empty) {
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(answer.body(), body);
            }
        }
    }

    /** A demand for a token, in the one way of writing the library reads, with this address as the place to get it. */
    private String challenge(String written) {
        Optional<Challenge> bearer = Challenge.of(written);
        bearer.ifPresent(challenge -> realm.set(tokens(challenge)));
        return bearer.map(challenge -> "Bearer realm=\"http://" + address() + TOKEN + secret + "\",service=\""
                + challenge.service(registry.getHost()) + "\",scope=\"" + challenge.scope() + "\"").orElse(written);
    }

    private URI tokens(Challenge challenge) {
        URI place = out.guard().address(challenge.realm());
        if (registry.getScheme().equals("https") && !place.getScheme().equals("https")) {
            throw ImportFailed.at(registry.toString(), null, null, "tokens over https",
                    "a place to get them without TLS: " + place.getHost());
        }
        return place;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
