package dev.tare.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real application in a JVM of its own, to be killed as an operating system kills. */
final class TareProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private TareProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it from the compiled classes, on this data directory and on any free port. */
    static TareProcess launch(Path data, Path output) throws IOException {
        return launch(Map.of("TARE_DATA_DIR", data.toString()), output, "-cp", classpath(), "dev.tare.TareApplication");
    }

    /** Starts it on any free port, with these settings and nothing of the surrounding ones. */
    static TareProcess launch(Map<String, String> settings, Path output, String... program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        builder.command().addAll(List.of(program));
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|TARE|SERVER)_.*"));
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(settings);
        return new TareProcess(builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    }

    /** The application's own classpath: without the tests, which would bring their own database. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replace('\\', '/').replaceFirst("/$", "").endsWith("/test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it serves. */
    TareProcess started() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!output().contains("Started TareApplication")) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("tare did not start:\n" + output());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** Waits until it has ended by itself, and tells with what status. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("tare is still running");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Asks it to stop, as Ctrl-C or the service manager does. */
    void stop() throws InterruptedException {
        process.destroy();
        ended();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        ended();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
