package dev.tare.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL left in its {@code postmaster.pid}: a server still running after its tare was killed, or only the
 * memory of one.
 */
record Postmaster(Path file, long pid, int port) {

    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(new Postmaster(file, number(lines.get(0)), (int) number(lines.get(3))));
    }

    private static long number(String line) throws IOException {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            throw new IOException("Expected a number in postmaster.pid, found: " + line, e);
        }
    }

    /** Whether some process has this number; after a restart of the machine it can be anybody's. */
    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * Puts our own process id in place of one that now belongs to somebody else. PostgreSQL takes its starter's id for a stale
     * one, yet still reads the rest of the file and refuses to start beside survivors that use the same memory; deleting the
     * file would switch that check off.
     */
    void disown() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
