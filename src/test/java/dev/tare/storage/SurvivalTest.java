package dev.tare.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One life of a data directory, with every kind of death in it. The stages are one test, for each starts where the last ended. */
class SurvivalTest {

    @TempDir
    Path temp;

    private final List<TareProcess> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (TareProcess tare : started) {
            tare.close();
        }
        if (Files.exists(data().resolve("postgres/postmaster.pid"))) {
            EmbeddedPostgres.open(data(), java.util.Map.of()).close();
        }
    }

    @Test
    void dataSurvivesEveryKindOfDeath() throws Exception {
        TareProcess first = start();
        write("written in the first life");
        admitsNobodyWithoutThePasswordFile();
        aSecondCopySaysWhoHoldsTheDirectoryAndStops(first);
        first.kill();
        long orphan = postmaster();
        assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives its killed application").isPresent();

        TareProcess second = start();
        assertEnds(orphan);
        write("written in the second life");
        List<ProcessHandle> postgres = family(postmaster());
        second.kill();
        postgres.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : postgres) {
            process.onExit().join();
        }

        TareProcess third = start();
        write("written in the third life");
        long last = postmaster();
        third.stop();
        assertEnds(last);

        start();
        assertThat(read()).containsExactly("written in the first life", "written in the second life",
                "written in the third life");
    }

    private void aSecondCopySaysWhoHoldsTheDirectoryAndStops(TareProcess first) throws Exception {
        try (TareProcess second = TareProcess.launch(data(), temp.resolve("second.log"))) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(second.output())
                    .contains("is in use by another tare (process " + first.pid() + ")", "TARE_DATA_DIR")
                    .doesNotContain("\tat ");
        }
        assertThat(read()).contains("written in the first life");
    }

    private void admitsNobodyWithoutThePasswordFile() throws Exception {
        assertThatThrownBy(() -> connect(null)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("tare")).isInstanceOf(SQLException.class).hasMessageContaining("password");
        assertThat(permissions(data())).isEqualTo("rwx------");
        assertThat(permissions(data().resolve("postgres.password"))).isEqualTo("rw-------");
        assertThat(Files.readAllLines(data().resolve("postgres/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty().allMatch(line -> line.endsWith("scram-sha-256"));
        try (Stream<NetworkInterface> networks = NetworkInterface.networkInterfaces()) {
            networks.flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLoopbackAddress())
                    .forEach(address -> assertThatThrownBy(() -> open(new InetSocketAddress(address, port())))
                            .as("not reachable at %s", address).isInstanceOf(IOException.class));
        }
    }

    private static void open(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1000);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private TareProcess start() throws Exception {
        TareProcess tare = TareProcess.launch(data(), temp.resolve(started.size() + ".log"));
        started.add(tare);
        return tare.started();
    }

    private Path data() {
        return temp.resolve("data");
    }

    private void write(String line) throws Exception {
        try (Connection connection = connect(password()); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists survival (id serial, line text)");
            statement.execute("insert into survival (line) values ('" + line + "')");
        }
    }

    private List<String> read() throws Exception {
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select line from survival order by id")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private Connection connect(@org.jspecify.annotations.Nullable String password) throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/tare", "tare", password);
    }

    private String password() throws IOException {
        return Files.readString(data().resolve("postgres.password")).strip();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(postmasterFile().get(0).strip());
    }

    private int port() throws IOException {
        return Integer.parseInt(postmasterFile().get(3).strip());
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(data().resolve("postgres/postmaster.pid"));
    }

    /** The process file goes before the process does. */
    private static void assertEnds(long pid) {
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null)))
                .as("PostgreSQL %d is stopped", pid).succeedsWithin(Duration.ofSeconds(20));
    }

    private static List<ProcessHandle> family(long pid) {
        ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }
}
