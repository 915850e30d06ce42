package dev.tare.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs PostgreSQL's own programs. */
final class PostgresTools {

    private final Path home;

    PostgresTools(Path home) {
        this.home = home;
    }

    /** Makes a cluster that lets nobody in without the password; one that need not be durable is made faster. */
    void initialise(Path cluster, Path passwordFile, boolean durable) throws IOException {
        run("", "initdb", "--pgdata=" + cluster, "--username=" + EmbeddedPostgres.NAME, "--pwfile=" + passwordFile,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", durable ? "--sync-method=fsync" : "--no-sync");
        run("create database " + EmbeddedPostgres.NAME + ";\n", "postgres", "--single", "-D", cluster.toString(), "-c",
                "fsync=" + (durable ? "on" : "off"), "postgres");
    }

    /** Starts a server that outlives neither {@link #stop} nor, being a session of its own, a Ctrl-C meant for us. */
    void start(Path cluster, Path log) throws IOException {
        run("", "pg_ctl", "start", "--wait", "--timeout=300", "--silent", "--pgdata=" + cluster, "--log=" + log);
    }

    /** Ends every session, writes everything down and stops. */
    void stop(Path cluster) throws IOException {
        run("", "pg_ctl", "stop", "--mode=fast", "--wait", "--timeout=300", "--silent", "--pgdata=" + cluster);
    }

    private void run(String input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = exitStatus(process);
        if (status != 0) {
            throw new IOException(program + " ended with status " + status + ": " + output);
        }
    }

    /**
     * PostgreSQL refuses to run as root and as a user without a name, as in containers. In a user namespace of its own the same
     * process is an ordinary user that still owns its files.
     */
    private static List<String> asOrdinaryUser() {
        boolean ordinary = !Set.of("root", "?").contains(System.getProperty("user.name"));
        boolean linux = "Linux".equals(System.getProperty("os.name"));
        return ordinary || !linux ? List.of() : List.of("unshare", "--user");
    }

    private static int exitStatus(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
