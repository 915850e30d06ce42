package dev.tare.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Opens zip, tar, tar.gz and gz files into a directory of its own, within limits. A member's path is only a name to
 * show: its bytes lie under a number, so no path leads out. Archives inside archives stay shut: beside other files they are
 * named, alone they are refused.
 */
final class Archives implements AutoCloseable {
    static final int MAX_FILES = 5_000;
    static final long MAX_BYTES = 4L << 30;
    private static final int MAX_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 16L << 20;

    private final Path directory;
    private final List<String> shut = new ArrayList<>();
    private int files;
    private long bytes;

    Archives() throws IOException {
        directory = Files.createTempDirectory("tare-import");
    }

    /** The file itself, or what it packs. */
    List<Upload> open(Upload file) {
        Packing packing = Packing.of(file.head(512));
        try {
            return switch (packing) {
                case NONE -> List.of(file);
                case ZIP -> zip(file);
                case TAR -> tar(file, file.content().open());
                case GZIP -> gzip(file);
                case OTHER -> throw ImportFailed.at(file.name(), null, null, "a zip, tar, tar.gz or plain file",
                        "another kind of archive");
            };
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw broken(file, e);
        }
    }

    /** Archives inside those that were opened. */
    List<String> shut() {
        return List.copyOf(shut);
    }

    private static ImportFailed broken(Upload file, Exception e) {
        ImportFailed failed = ImportFailed.at(file.name(), null, null, "an archive that can be opened",
                String.valueOf(e.getMessage()));
        failed.initCause(e);
        return failed;
    }

    private List<Upload> zip(Upload file) throws IOException {
        Path packed = directory.resolve("packed-" + files);
        try (InputStream in = file.content().open()) {
            Files.copy(in, packed);
        }
        List<Upload> members = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(packed).get()) {
            refuseOffice(file, zip);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (entry.isDirectory() || entry.isUnixSymlink() || isClutter(entry.getName())) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    throw ImportFailed.at(memberName(file, entry.getName()), null, null, "a file that is not encrypted",
                            "an encrypted or unknown packing");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    take(members, member(file, entry.getName(), in));
                }
            }
        } finally {
            Files.deleteIfExists(packed);
        }
        return refuseOnlyShut(file, members);
    }

    /** Spreadsheet programs keep their files in zips, whose parts would say nothing. */
    private static void refuseOffice(Upload file, ZipFile zip) {
        boolean office = zip.getEntry("[Content_Types].xml") != null || zip.getEntry("META-INF/manifest.xml") != null
                && zip.getEntry("content.xml") != null;
        if (office) {
            throw ImportFailed.at(file.name(), null, null, "a sheet saved as CSV, or its cells pasted",
                    "a workbook or document of an office program");
        }
    }

    private List<Upload> tar(Upload file, InputStream packed) throws IOException {
        List<Upload> members = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                boolean plain = entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
                if (plain && !isClutter(entry.getName())) {
                    take(members, member(file, entry.getName(), tar));
                }
            }
        }
        return refuseOnlyShut(file, members);
    }

    private List<Upload> gzip(Upload file) throws IOException {
        byte[] start;
        try (InputStream in = gunzip(file)) {
            start = in.readNBytes(512);
        }
        if (Packing.of(start) == Packing.TAR) {
            return tar(file, gunzip(file));
        }
        try (InputStream in = gunzip(file)) {
            List<Upload> members = new ArrayList<>();
            take(members, member(file, "", in));
            return refuseOnlyShut(file, members);
        }
    }

    private void take(List<Upload> members, Upload member) {
        if (Packing.of(member.head(512)) == Packing.NONE) {
            members.add(member);
        } else {
            shut.add(member.name());
        }
    }

    private List<Upload> refuseOnlyShut(Upload archive, List<Upload> members) {
        Optional<String> inner = shut.stream().filter(name -> name.startsWith(archive.name())).findFirst();
        if (members.isEmpty() && inner.isPresent()) {
            throw ImportFailed.at(inner.get(), null, null, "plain files in an archive", "an archive inside an archive");
        }
        return members;
    }

    private static InputStream gunzip(Upload file) throws IOException {
        return GzipCompressorInputStream.builder().setInputStream(new BufferedInputStream(file.content().open()))
                .setDecompressConcatenated(true).get();
    }

    private Upload member(Upload archive, String path, InputStream in) throws IOException {
        String name = memberName(archive, path);
        if (++files > MAX_FILES) {
            throw ImportFailed.tooLarge(archive.name(), "at most " + MAX_FILES + " files in archives");
        }
        Path unpacked = directory.resolve("file-" + files);
        copy(archive, in, unpacked);
        return Upload.of(name, unpacked);
    }

    private void copy(Upload archive, InputStream in, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > MAX_BYTES || bytes > RATIO_COUNTS_FROM && bytes / MAX_RATIO > archive.size()) {
                    throw ImportFailed.tooLarge(archive.name(), "an archive that unpacks to at most " + MAX_RATIO
                            + " times its size and " + (MAX_BYTES >> 30) + " GiB");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** {@code archive.zip/dir/file}, with no step upwards. */
    private static String memberName(Upload archive, String path) {
        List<String> steps = Stream.of(path.replace('\\', '/').split("/"))
                .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals("..")).toList();
        return steps.isEmpty() ? archive.name() : archive.name() + "/" + String.join("/", steps);
    }

    /** Files that file managers and version control leave beside the real ones; what Compose reads is none of them. */
    private static boolean isClutter(String path) {
        return Stream.of(path.replace('\\', '/').split("/"))
                .anyMatch(step -> step.equals("__MACOSX")
                        || step.startsWith(".") && !step.matches("\\.+|\\.env(\\..*)?"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** How a file is packed, by its first bytes. */
    private enum Packing {
        NONE, ZIP, TAR, GZIP, OTHER;

        private static final List<String> OTHERS = List.of("7z\u00BC\u00AF\u0027\u001C", "\u00FD7zXZ\u0000",
                "\u0028\u00B5\u002F\u00FD", "BZh", "Rar!\u001A\u0007");

        static Packing of(byte[] head) {
            String start = new String(head, StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
                return ZIP;
            }
            if (start.startsWith("\u001F\u008B")) {
                return GZIP;
            }
            if (start.startsWith("ustar", 257)) {
                return TAR;
            }
            return OTHERS.stream().anyMatch(start::startsWith) ? OTHER : NONE;
        }
    }
}
