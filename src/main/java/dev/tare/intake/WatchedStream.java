package dev.tare.intake;

import dev.tare.intake.Progress.Stage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how far a file has been read, once every so many bytes. */
final class WatchedStream extends FilterInputStream {
    private static final long EVERY = 1 << 20;

    private final Upload file;
    private final Stage stage;
    private final Progress progress;
    private long bytes;
    private long told;

    WatchedStream(InputStream in, Upload file, Stage stage, Progress progress) {
        super(in);
        this.file = file;
        this.stage = stage;
        this.progress = progress;
        progress.at(stage, file.name(), 0, file.size());
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        passed(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        passed(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        passed(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void passed(long count) {
        bytes += count;
        if (bytes - told >= EVERY) {
            told = bytes;
            progress.at(stage, file.name(), bytes, file.size());
        }
    }
}
