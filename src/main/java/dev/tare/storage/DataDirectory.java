package dev.tare.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything tare keeps, held by one process at a time. */
final class DataDirectory implements AutoCloseable {

    /** Locked far behind the content, so that the holder's process id stays readable on every platform. */
    private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the directory if need be and holds it until closed or until this process ends, however it ends. */
    static DataDirectory hold(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, onlyOwner(root, "rwx------"));
            return new DataDirectory(root.toRealPath(), lock(root));
        } catch (IOException e) {
            throw new StorageFailure("The data directory " + root + " cannot be used: " + e + ".",
                    "Set TARE_DATA_DIR to a directory that this user may write to.", e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw inUse(root, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(java.nio.charset.StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCK_POSITION, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static StorageFailure inUse(Path root, String holder) {
        String who = holder.isEmpty() ? "another tare" : "another tare (process " + holder + ")";
        return new StorageFailure("The data directory " + root + " is in use by " + who + ".",
                "Stop that one, or give this one its own TARE_DATA_DIR and SERVER_PORT.");
    }

    /** Where PostgreSQL keeps its files. */
    Path cluster() {
        return root.resolve("postgres");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** The only key to the database: readable by the owner of the directory alone. */
    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Writes a fresh random password; to be called only while there is no cluster that knows another. */
    void createPassword() throws IOException {
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), onlyOwner(root, "rw-------"));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.writeString(passwordFile(), password + "\n", StandardOpenOption.SYNC);
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return root.toString();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
