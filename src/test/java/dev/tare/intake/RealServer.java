package dev.tare.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of another project, started for a test and ended with it. Where it is not installed the test is skipped and says
 * so, unless {@code TARE_SERVERS_REQUIRED} asks for it, as CI does.
 */
public final class RealServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private RealServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A program on the PATH, with the name of the package that brings it. */
    public static Path program(String name, String debianPackage) {
        Optional<Path> found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
        if (found.isEmpty() && Boolean.parseBoolean(System.getenv("TARE_SERVERS_REQUIRED"))) {
            throw new AssertionError(name + " is not installed, and TARE_SERVERS_REQUIRED asks for it");
        }
        Assumptions.assumeTrue(found.isPresent(),
                name + " is not installed: apt-get install " + debianPackage + " to run this test");
        return found.orElseThrow();
    }

    /** A port that nothing listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a program that listens at a port, and waits until it answers there. */
    public static RealServer start(int port, String path, Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        RealServer server = new RealServer(process, port);
        long end = System.nanoTime() + START.toNanos();
        while (!server.answers(path)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new AssertionError("did not start: " + command + "\n" + Files.readString(log));
            }
        }
        return server;
    }

    private boolean answers(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Thread.sleep(50);
            return client.send(HttpRequest.newBuilder(URI.create(root() + path)).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its address. */
    public String root() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
