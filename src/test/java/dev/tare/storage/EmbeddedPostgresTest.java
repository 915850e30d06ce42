package dev.tare.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Map<String, String> HASTY = Map.of("fsync", "off");

    @TempDir
    Path data;

    @Test
    void startsBesideAStrangerWhoseNumberTheLastServerHad() throws Exception {
        List<String> left = new ArrayList<>(leftBehind());
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            left.set(0, Long.toString(stranger.pid()));
            Files.write(postmasterFile(), left);
            readVersion();
            assertThat(stranger.isAlive()).as("a process that is not ours is left alone").isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void startsAfterTheMemoryOfADeadServer() throws Exception {
        List<String> left = new ArrayList<>(leftBehind());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        left.set(0, Long.toString(dead.pid()));
        Files.write(postmasterFile(), left);
        readVersion();
    }

    @Test
    void startsAfterAnInterruptedFirstStart() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18");
        Files.createFile(data.resolve("postgres.password"));
        readVersion();
    }

    @Test
    void tellsWhoHoldsTheDirectory() {
        try (EmbeddedPostgres holder = EmbeddedPostgres.open(data, HASTY)) {
            assertThat(holder.getJdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatExceptionOfType(StorageFailure.class).isThrownBy(() -> EmbeddedPostgres.open(data, HASTY))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .satisfies(failure -> assertThat(failure.action()).contains("TARE_DATA_DIR", "SERVER_PORT"));
        }
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() throws Exception {
        leftBehind();
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> EmbeddedPostgres.open(data, Map.of("shared_buffers", "plenty", "fsync", "off")))
                .withMessageContaining("invalid value for parameter \"shared_buffers\"");
        readVersion();
    }

    @Test
    void asksForTheLostPasswordInsteadOfStartingAfresh() throws Exception {
        leftBehind();
        Files.delete(data.resolve("postgres.password"));
        assertThatExceptionOfType(StorageFailure.class).isThrownBy(() -> EmbeddedPostgres.open(data, HASTY))
                .withMessageContaining("postgres.password");
        assertThat(data.resolve("postgres")).isDirectory();
    }

    @Test
    void pointsToAnotherDatabaseWhereThisPlatformHasNoBinaries() {
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> PostgresBinaries.unpacked(PostgresBinaries.archiveName("SunOS", "sparcv9"), data))
                .withMessageContaining("postgres-sunos-sparcv9.txz")
                .satisfies(failure -> assertThat(failure.action()).contains("SPRING_DATASOURCE_URL"));
    }

    @Test
    void namesTheArchiveOfEachPlatform() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "x86_64")).isEqualTo("postgres-darwin-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Windows 11", "amd64")).isEqualTo("postgres-windows-x86_64.txz");
    }

    /** Opens the database once, and tells what its process file said while it ran. */
    private List<String> leftBehind() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data, HASTY)) {
            assertThat(postgres.getUsername()).isEqualTo("tare");
            return Files.readAllLines(postmasterFile());
        }
    }

    private void readVersion() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data, HASTY);
                var connection = DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(),
                        postgres.getPassword())) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("18");
        }
    }

    private Path postmasterFile() {
        return data.resolve("postgres/postmaster.pid");
    }
}
