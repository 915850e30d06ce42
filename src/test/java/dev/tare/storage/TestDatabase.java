package dev.tare.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Gives every Spring test a real PostgreSQL without a word in the test: one server per test JVM, one empty database per
 * application context, both made when first asked for, so that tests without a database pay nothing.
 */
final class TestDatabase implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addFirst(new FreshDatabase());
    }

    /** Answers for the data source, and creates its database at the first question. */
    private static final class FreshDatabase extends PropertySource<Object> {

        private @Nullable String url;

        FreshDatabase() {
            super("test database", new Object());
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case "spring.datasource.url" -> url();
                case "spring.datasource.username" -> Server.POSTGRES.getUsername();
                case "spring.datasource.password" -> Server.POSTGRES.getPassword();
                default -> null;
            };
        }

        private synchronized String url() {
            if (url == null) {
                url = Server.createDatabase();
            }
            return url;
        }
    }

    private static final class Server {

        private static final Path ALL = Path.of("target", "test-data");
        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            clearAfterKilledRuns();
            Path directory = ALL.resolve(Long.toString(ProcessHandle.current().pid()));
            EmbeddedPostgres postgres = EmbeddedPostgres.open(directory,
                    Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "300"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                delete(directory);
            }));
            return postgres;
        }

        static String createDatabase() {
            String name = "test" + DATABASES.incrementAndGet();
            try (var connection = DriverManager.getConnection(POSTGRES.getJdbcUrl(), POSTGRES.getUsername(),
                    POSTGRES.getPassword()); var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return POSTGRES.jdbcUrl(name);
            } catch (SQLException e) {
                throw new IllegalStateException("No database for the tests", e);
            }
        }

        /** A killed test run leaves its server running; opening its directory takes it over, closing stops it. */
        private static void clearAfterKilledRuns() {
            for (Path directory : directoriesOfThePast()) {
                EmbeddedPostgres.open(directory, Map.of()).close();
                delete(directory);
            }
        }

        private static List<Path> directoriesOfThePast() {
            if (!Files.isDirectory(ALL)) {
                return List.of();
            }
            try (var directories = Files.list(ALL)) {
                return directories.filter(
                        directory -> ProcessHandle.of(Long.parseLong(directory.getFileName().toString())).isEmpty())
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + ALL, e);
            }
        }

        private static void delete(Path directory) {
            try {
                FileSystemUtils.deleteRecursively(directory);
            } catch (IOException e) {
                throw new IllegalStateException("Cannot delete " + directory, e);
            }
        }
    }
}
