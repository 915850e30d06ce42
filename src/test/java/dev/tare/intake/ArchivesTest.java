package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.intake.ImportFailed.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivesTest {
    private static final byte[] TEXT = "kind: Pod".getBytes(StandardCharsets.UTF_8);
    private final Archives archives;

    ArchivesTest() throws IOException {
        this.archives = new Archives();
    }

    @AfterEach
    void close() throws IOException {
        archives.close();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("passwords.yaml", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private List<String> names(String name, byte[] bytes) {
        return archives.open(Upload.of(name, bytes)).stream().map(Upload::name).toList();
    }

    @Test
    void opensEveryKind() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("k8s/a.yaml", TEXT);
        files.put("./b.yaml", TEXT);
        assertThat(names("x.zip", zip(files))).containsExactly("x.zip/k8s/a.yaml", "x.zip/b.yaml");
        assertThat(names("x.tar", tar(files))).containsExactly("x.tar/k8s/a.yaml", "x.tar/b.yaml");
        assertThat(names("x.tgz", gzip(tar(files)))).containsExactly("x.tgz/k8s/a.yaml", "x.tgz/b.yaml");
        List<Upload> single = archives.open(Upload.of("a.yaml.gz", gzip(TEXT)));
        assertThat(single.getFirst().bytes(100)).isEqualTo(TEXT);
        assertThat(names("a.yaml", TEXT)).containsExactly("a.yaml");
    }

    @Test
    void pathsLeadNowhere() throws IOException {
        assertThat(names("x.zip", zip(Map.of("../../etc/cron.d/x", TEXT)))).containsExactly("x.zip/etc/cron.d/x");
        assertThat(names("x.zip", zip(Map.of("C:\\windows\\x", TEXT)))).containsExactly("x.zip/C:/windows/x");
        assertThat(names("x.tar", tar(Map.of("/etc/shadow", TEXT)))).containsExactly("x.tar/etc/shadow");
    }

    @Test
    void leavesClutterOut() throws IOException {
        assertThat(names("x.zip", zip(Map.of("__MACOSX/._a.yaml", TEXT, ".git/config", TEXT, "a/.DS_Store", TEXT))))
                .isEmpty();
    }

    private void refuses(Reason reason, String found, String name, byte[] bytes) {
        assertThatThrownBy(() -> archives.open(Upload.of(name, bytes))).isInstanceOfSatisfying(ImportFailed.class,
                failed -> assertThat(failed.reason()).isEqualTo(reason)).hasMessageContaining(found);
    }

    @Test
    void refusesArchivesInArchives() throws IOException {
        byte[] inner = zip(Map.of("a.yaml", TEXT));
        refuses(Reason.INVALID, "x.zip/inner.zip: expected plain files", "x.zip", zip(Map.of("inner.zip", inner)));
        refuses(Reason.INVALID, "an archive inside an archive", "x.zip.gz", gzip(inner));
    }

    @Test
    void refusesOtherArchivesAndBrokenOnes() throws IOException {
        refuses(Reason.INVALID, "another kind of archive", "x.7z", new byte[]{ '7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27,
            0x1C });
        byte[] zip = zip(Map.of("a.yaml", TEXT));
        refuses(Reason.INVALID, "x.zip", "x.zip", Arrays.copyOf(zip, zip.length / 2));
        byte[] gzip = gzip(new byte[10_000]);
        refuses(Reason.INVALID, "x.gz", "x.gz", Arrays.copyOf(gzip, gzip.length - 12));
    }

    @Test
    void refusesBombs() throws IOException {
        refuses(Reason.TOO_LARGE, "at most 200 times its size", "bomb.zip", zip(Map.of("zeros", new byte[40 << 20])));
        refuses(Reason.TOO_LARGE, "at most 200 times its size", "bomb.gz", gzip(new byte[40 << 20]));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= Archives.MAX_FILES; i++) {
            many.put("f" + i, TEXT);
        }
        refuses(Reason.TOO_LARGE, "at most 5000 files", "many.zip", zip(many));
    }

    @Test
    void refusesWorkbooksByName() throws IOException {
        Upload workbook = Upload.of("services.xlsx", zip(Map.of("[Content_Types].xml", new byte[]{ 60 },
                "xl/worksheets/sheet1.xml", new byte[]{ 60 })));
        assertThatThrownBy(() -> archives.open(workbook)).isInstanceOf(ImportFailed.class)
                .hasMessageContaining("saved as CSV");
    }

    @Test
    void keepsWhatComposeReadsBesideItsFiles() throws IOException {
        assertThat(archives.open(Upload.of("shop.zip", zip(Map.of("shop/.env", new byte[]{ 65 }, "shop/.git/config",
                new byte[]{ 65 })))).stream().map(Upload::name)).containsExactly("shop.zip/shop/.env");
    }
}
