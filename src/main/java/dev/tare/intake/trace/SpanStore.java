package dev.tare.intake.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps spans' rows, those of one trace together, in parts small enough for memory: what is past a limit goes to a
 * temporary file, which is deleted with this. However many spans a file holds, and in whatever order, the memory is
 * the limit and one part.
 */
final class SpanStore implements AutoCloseable {
    /** 32 MiB of rows. */
    private static final int IN_MEMORY = 4 << 20;
    private static final int PARTS = 128;
    private static final int SMALL = SpanRow.LONGS * 256;
    /** Half a million spans in one part: only a trace of that length gets there. */
    private static final long LARGEST_PART = 500_000L * SpanRow.LONGS;

    private record Chunk(long position, int longs) {}

    private final long[][] parts = new long[PARTS][];
    private final int[] filled = new int[PARTS];
    private final List<List<Chunk>> spilled = new ArrayList<>();
    private final long[] sizes = new long[PARTS];
    private @Nullable Path path;
    private @Nullable FileChannel channel;
    private long inMemory;
    private long leftOut;

    SpanStore() {
        Arrays.setAll(parts, part -> new long[SMALL]);
        for (int part = 0; part < PARTS; part++) {
            spilled.add(new ArrayList<>());
        }
    }

    void add(long[] row) {
        int part = (int) (Ids.mix(row[SpanRow.TRACE]) >>> 57);
        if (sizes[part] >= LARGEST_PART) {
            leftOut++;
            return;
        }
        long[] rows = parts[part];
        int at = filled[part];
        if (at + SpanRow.LONGS > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
            parts[part] = rows;
        }
        System.arraycopy(row, 0, rows, at, SpanRow.LONGS);
        filled[part] = at + SpanRow.LONGS;
        sizes[part] += SpanRow.LONGS;
        inMemory += SpanRow.LONGS;
        if (inMemory >= IN_MEMORY) {
            spill();
        }
    }

    int parts() {
        return PARTS;
    }

    /** Spans that were too many in one trace. */
    long leftOut() {
        return leftOut;
    }

    int size(int part) {
        return (int) sizes[part];
    }

    /** All rows of a part, one after another, in a buffer that is large enough; the given one when that is. */
    long[] read(int part, long[] buffer) {
        long[] rows = buffer.length >= sizes[part] ? buffer : new long[(int) Math.max(sizes[part], buffer.length * 2L)];
        int at = 0;
        try {
            for (Chunk chunk : spilled.get(part)) {
                read(chunk, rows, at);
                at += chunk.longs();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.arraycopy(parts[part], 0, rows, at, filled[part]);
        return rows;
    }

    private void read(Chunk chunk, long[] rows, int at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(chunk.longs() * Long.BYTES);
        while (bytes.hasRemaining() && open().read(bytes, chunk.position() + bytes.position()) >= 0) {
            // Reads on until the chunk is whole.
        }
        bytes.flip().asLongBuffer().get(rows, at, chunk.longs());
    }

    private void spill() {
        try {
            for (int part = 0; part < PARTS; part++) {
                spill(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inMemory = 0;
    }

    private void spill(int part) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(filled[part] * Long.BYTES);
        LongBuffer longs = bytes.asLongBuffer();
        longs.put(parts[part], 0, filled[part]);
        long position = open().size();
        while (bytes.hasRemaining()) {
            open().write(bytes, position + bytes.position());
        }
        spilled.get(part).add(new Chunk(position, filled[part]));
        filled[part] = 0;
        if (parts[part].length > 8 * SMALL * 4) {
            parts[part] = new long[SMALL];
        }
    }

    private FileChannel open() throws IOException {
        FileChannel known = channel;
        if (known == null) {
            path = Files.createTempFile("tare-spans", ".bin");
            known = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            channel = known;
        }
        return known;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
