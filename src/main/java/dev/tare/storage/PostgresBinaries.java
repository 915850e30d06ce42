package dev.tare.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this platform, unpacked once per user and version. Several processes may unpack at once: each
 * fills a directory of its own and the first rename wins.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The directory whose {@code bin} holds the programs; {@code fallback} serves when the user's cache cannot be written. */
    static Path unpacked(Path fallback) throws IOException {
        return unpacked(archiveName(System.getProperty("os.name"), System.getProperty("os.arch")), fallback);
    }

    static Path unpacked(String name, Path fallback) throws IOException {
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new StorageFailure(
                    "No database is configured, and this build brings no PostgreSQL for this platform (" + name + ").",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a PostgreSQL.");
        }
        String version = versionOf(archive);
        try {
            return unpackOnce(archive, userCache().resolve(version));
        } catch (FileSystemException cacheNotWritable) {
            return unpackOnce(archive, fallback.resolve(version));
        }
    }

    static String archiveName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : system;
        String processor = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
        return "postgres-" + family + "-" + processor + ".txz";
    }

    /** The jar that brings the archive is named for platform and version, which is what makes one cache entry. */
    private static String versionOf(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            String path = jar.getJarFileURL().getPath();
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
        }
        throw new IOException("Expected a jar to bring " + archive);
    }

    private static Path userCache() {
        @Nullable
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("tare");
    }

    private static Path unpackOnce(URL archive, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(target.getParent());
        Path partial = Files.createTempDirectory(target.getParent(), "unpacking");
        unpack(archive, partial);
        try {
            return Files.move(partial, target);
        } catch (FileSystemException e) {
            FileSystemUtils.deleteRecursively(partial);
            if (Files.isDirectory(target)) {
                return target;
            }
            throw e;
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                write(tar, entry, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            setExecutable(file, (entry.getMode() & 0100) != 0);
        }
    }

    private static void setExecutable(Path file, boolean executable) throws IOException {
        if (executable && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }
}
