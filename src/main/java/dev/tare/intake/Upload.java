package dev.tare.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file handed in for import: a name for people and bytes that can be read more than once. */
public record Upload(String name, long size, Content content) {
    /** Opens the bytes from the start. */
    @FunctionalInterface
    public interface Content {
        /** A new stream; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** A file held in memory. */
    public static Upload of(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A text held in memory. */
    public static Upload of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file on disk, under the name people know it by. */
    public static Upload of(String name, Path path) throws IOException {
        return new Upload(name, Files.size(path), () -> Files.newInputStream(path));
    }

    /** The same file; whoever reads it tells how far. */
    Upload watched(Progress.Stage stage, Progress progress) {
        return new Upload(name, size, () -> new WatchedStream(content.open(), this, stage, progress));
    }

    /** The first bytes, at most {@code limit}. */
    public byte[] head(int limit) {
        try (InputStream in = content.open()) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw ImportFailed.unreadable(name, e);
        }
    }

    /** All bytes; a file longer than {@code limit} is refused. */
    public byte[] bytes(int limit) {
        byte[] all = head(limit == Integer.MAX_VALUE ? limit : limit + 1);
        if (all.length > limit) {
            throw ImportFailed.tooLarge(name, "at most " + limit + " bytes in one file of this kind");
        }
        return all;
    }
}
