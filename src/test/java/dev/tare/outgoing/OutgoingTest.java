package dev.tare.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests are held to on their way, against a server that means no good. */
class OutgoingTest {
    private static final Limits SMALL = new Limits(Duration.ofSeconds(1), Duration.ofMillis(400),
            Duration.ofMillis(900), Duration.ofSeconds(20), 1 << 20, 3 << 20);

    private final Guard guard = new Guard("loopback", InetAddress::getAllByName);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String root;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        root = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpHandler redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private String ask(String path) {
        try (Outgoing out = new Outgoing(guard, SMALL)) {
            return out.ask("GET", URI.create(root + path), Map.of()).text();
        }
    }

    @Test
    void bringsAnAnswerAndLeavesNothingBehind() throws IOException {
        on("/good", exchange -> answer(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8)));
        Path body;
        try (Outgoing out = new Outgoing(guard, SMALL)) {
            Answer answer = out.ask("GET", URI.create(root + "/good"), Map.of("Accept", "text/plain"));
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(answer.isGood()).isTrue();
            body = answer.body();
        }
        assertThat(Files.exists(body)).isFalse();
    }

    @Test
    void followsARedirectWithinTheHost() {
        on("/old", redirect("/new"));
        on("/new", exchange -> answer(exchange, 200, new byte[]{ 'x' }));
        assertThat(ask("/old")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:%d/new", "http://127.0.0.2:%d/new", "http://127.0.0.1:1/new",
        "http://169.254.169.254/latest", "//example.com/new", "http://user:pw@127.0.0.1:%d/new", "file:///etc/passwd",
        "gopher://127.0.0.1:%d/", "https://127.0.0.1:%d/new" })
    void followsNoRedirectToAnotherHostPortOrScheme(String to) {
        on("/old", redirect(to.formatted(server.getAddress().getPort())));
        on("/new", exchange -> answer(exchange, 200, new byte[]{ 'x' }));
        assertThatThrownBy(() -> ask("/old")).isInstanceOf(NotReached.class).hasMessageContaining("redirect");
        assertThat(asked).containsExactly("/old");
    }

    @Test
    void stopsRunningInCircles() {
        on("/a", redirect("/b"));
        on("/b", redirect("/a"));
        assertThatThrownBy(() -> ask("/a")).hasMessageContaining("more than 3 redirects");
        assertThat(asked).hasSize(4);
    }

    @Test
    void takesNoMoreThanAllowed() {
        on("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1 << 16];
            for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(part);
            }
        });
        assertThatThrownBy(() -> ask("/large")).isInstanceOf(NotReached.class).hasMessageContaining("at most 1 MB");
    }

    @Test
    void takesNoMoreThanAllowedInAll() {
        on("/fair", exchange -> answer(exchange, 200, new byte[1 << 20]));
        try (Outgoing out = new Outgoing(guard, SMALL)) {
            for (int i = 0; i < 3; i++) {
                out.ask("GET", URI.create(root + "/fair"), Map.of());
            }
            assertThatThrownBy(() -> out.ask("GET", URI.create(root + "/fair"), Map.of()))
                    .hasMessageContaining("3 MB in all");
        }
    }

    @Test
    void countsWhatIsUnpackedNotWhatIsSent() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[200 << 20]);
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, bomb.toByteArray());
        });
        assertThatThrownBy(() -> ask("/bomb")).isInstanceOf(NotReached.class).hasMessageContaining("at most 1 MB");
    }

    @Test
    void unpacksWhatIsFair() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        on("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, packed.toByteArray());
        });
        assertThat(ask("/packed")).isEqualTo("hello");
    }

    @Test
    void waitsNoLongerThanAllowedForTheFirstByte() {
        on("/silent", exchange -> sleep(3_000));
        long start = System.nanoTime();
        assertThatThrownBy(() -> ask("/silent")).isInstanceOf(NotReached.class).hasMessageContaining("silence");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    /** Each byte comes in time, and there is no end to them. */
    @Test
    void waitsNoLongerThanAllowedForTheLastByte() {
        on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                sleep(100);
            }
        });
        long start = System.nanoTime();
        assertThatThrownBy(() -> ask("/drip")).isInstanceOf(NotReached.class).hasMessageContaining("takes longer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysWhenNothingListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Outgoing out = new Outgoing(guard, SMALL)) {
            assertThatThrownBy(() -> out.ask("GET", URI.create("http://127.0.0.1:" + free), Map.of()))
                    .isInstanceOf(NotReached.class).hasMessageContaining("nothing listens");
        }
    }

    @Test
    void saysWhenAHostIsUnknown() {
        try (Outgoing out = new Outgoing(guard, SMALL)) {
            assertThatThrownBy(() -> out.ask("GET", URI.create("http://no-such-host.invalid"), Map.of()))
                    .isInstanceOf(NotReached.class).hasMessageContaining("no address for");
        }
    }

    @Test
    void saysWhenTlsIsSpokenToAServerWithout() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Outgoing out = new Outgoing(guard, SMALL)) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            assertThatThrownBy(
                    () -> out.ask("GET", URI.create("https://127.0.0.1:" + plain.getLocalPort()), Map.of()))
                    .isInstanceOf(NotReached.class).hasMessageContaining("over TLS");
        }
    }

    /** A name that leads here when it is judged and elsewhere a moment later is connected to as it was judged. */
    @Test
    void connectsToTheAddressThatWasJudged() {
        on("/good", exchange -> answer(exchange, 200, exchange.getRequestHeaders().getFirst("Host")
                .getBytes(StandardCharsets.UTF_8)));
        AtomicInteger looked = new AtomicInteger();
        Guard rebound = new Guard("loopback", host -> new InetAddress[]{
            InetAddress.ofLiteral(looked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254") });
        int port = server.getAddress().getPort();
        try (Outgoing out = new Outgoing(rebound, SMALL)) {
            assertThat(out.ask("GET", URI.create("http://rebinding.example:" + port + "/good"), Map.of()).text())
                    .isEqualTo("rebinding.example:" + port);
        }
        assertThat(looked).hasValue(1);
        try (Outgoing out = new Outgoing(rebound, SMALL)) {
            assertThatThrownBy(
                    () -> out.ask("GET", URI.create("http://rebinding.example:" + port + "/good"), Map.of()))
                    .hasMessageContaining("link-local");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void refusesBeforeItConnects() {
        try (Outgoing out = new Outgoing(new Guard("private", InetAddress::getAllByName), SMALL)) {
            assertThatThrownBy(() -> out.ask("GET", URI.create(root + "/good"), Map.of()))
                    .isInstanceOf(NotReached.class).hasMessageContaining("not allowed");
        }
        assertThat(asked).isEmpty();
    }
}
