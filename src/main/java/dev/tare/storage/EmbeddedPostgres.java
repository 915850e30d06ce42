package dev.tare.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own: listens on the loopback, on a free port, for as long as this object is open. */
final class EmbeddedPostgres implements JdbcConnectionDetails, AutoCloseable {

    /** The name of the database and of its owner. */
    static final String NAME = "tare";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE_WITH_ORPHAN = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;
    private static final int LAST_WORDS = 5;
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private final DataDirectory data;
    private final PostgresTools tools;
    private final Map<String, String> settings;
    private int port;

    private EmbeddedPostgres(DataDirectory data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        this.tools = new PostgresTools(PostgresBinaries.unpacked(data.resolve("cache")));
    }

    /** Opens the database in this directory, whatever state the last run left it in. */
    static EmbeddedPostgres open(Path directory, Map<String, String> settings) {
        DataDirectory data = DataDirectory.hold(directory);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(data, settings);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            closeQuietly(data);
            throw new StorageFailure("The embedded PostgreSQL in " + data + " does not start: " + e.getMessage(),
                    "Read " + data.log() + ", or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.", e);
        } catch (StorageFailure e) {
            closeQuietly(data);
            throw e;
        }
    }

    private void start() throws IOException {
        Instant begin = Instant.now();
        if (Files.exists(data.cluster())) {
            requirePassword();
            stopOrphan();
        } else {
            create();
        }
        startOnFreePort();
        LOG.info("PostgreSQL serves {} on 127.0.0.1:{} after {} ms", data, port,
                Duration.between(begin, Instant.now()).toMillis());
    }

    private void requirePassword() {
        if (Files.notExists(data.passwordFile())) {
            throw new StorageFailure("The password of the database, " + data.passwordFile() + ", is gone.",
                    "Put it back, or move " + data + " away to start afresh.");
        }
    }

    /** A half-made cluster of an interrupted first start never gets its final name. */
    private void create() throws IOException {
        Path partial = data.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(partial);
        data.createPassword();
        tools.initialise(partial, data.passwordFile(), !"off".equals(settings.get("fsync")));
        Files.move(partial, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan() throws IOException {
        var orphan = Postmaster.of(data.cluster()).filter(Postmaster::isAlive);
        if (orphan.isEmpty()) {
            return;
        }
        if (servesOurData(orphan.get())) {
            LOG.info("Stopping the PostgreSQL that a killed tare left behind (process {})", orphan.get().pid());
            tools.stop(data.cluster());
        } else {
            orphan.get().disown();
        }
    }

    /** Only a server that knows our password and names our directory is ours to stop. */
    private boolean servesOurData(Postmaster orphan) throws IOException {
        Instant end = Instant.now().plus(PATIENCE_WITH_ORPHAN);
        while (true) {
            try {
                return Files.isSameFile(directoryServedAt(orphan.port()), data.cluster());
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || Instant.now().isAfter(end) || !orphan.isAlive()) {
                    return false;
                }
                pause();
            }
        }
    }

    private Path directoryServedAt(int at) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url(at, "postgres"), NAME, data.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    /** More than once, for another process may take the port first, and a killed server's last children may still be leaving. */
    private void startOnFreePort() throws IOException {
        for (int attempt = 1;; attempt++) {
            port = freePort();
            Files.writeString(data.cluster().resolve("postgresql.conf"), PostgresSettings.text(port, settings));
            Files.deleteIfExists(data.log());
            try {
                tools.start(data.cluster(), data.log());
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(lastWords(), e);
                }
                pause();
            }
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.exists(data.log()) ? Files.readAllLines(data.log()) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?ApplicationName=tare&reWriteBatchedInserts=true";
    }

    String jdbcUrl(String database) {
        return url(port, database);
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl(NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        try {
            return data.password();
        } catch (IOException e) {
            throw new StorageFailure("The password of the database cannot be read: " + e,
                    "Check " + data.passwordFile(), e);
        }
    }

    @Override
    public void close() {
        try {
            tools.stop(data.cluster());
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly, its next start will recover: {}", e.getMessage());
        } finally {
            closeQuietly(data);
        }
    }

    private static void closeQuietly(DataDirectory data) {
        try {
            data.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} was not released: {}", data, e.getMessage());
        }
    }
}
