package dev.tare.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Inventories that others published. They are not part of this repository: put them, or a link to them, at
 * {@code ../shared/estates} or name the folder in {@code SHARED_ESTATES}.
 */
public final class SharedEstates {
    public static final Path ROOT = Path
            .of(Objects.requireNonNullElse(System.getenv("SHARED_ESTATES"), "../shared/estates"));

    private SharedEstates() {}

    public static boolean present() {
        boolean there = Files.isDirectory(ROOT);
        if (!there) {
            System.out.println("Skipped: no published inventories at " + ROOT.toAbsolutePath().normalize());
        }
        return there;
    }

    /** All that is there, behind links too. */
    public static Stream<Path> walk() throws IOException {
        return Files.walk(ROOT, FileVisitOption.FOLLOW_LINKS);
    }

    public static Upload upload(Path file) {
        try {
            return Upload.of(file.getFileName().toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
