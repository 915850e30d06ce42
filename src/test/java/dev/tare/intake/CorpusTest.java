package dev.tare.intake;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that once broke a reader, or are made to: each folder of {@code fuzz} is a format's. They are read or refused,
 * and soon. The fuzzer (profile {@code fuzz}) starts from them and adds what it breaks.
 */
class CorpusTest {
    private static final Path ROOT = Path.of("src/test/resources/fuzz");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Intake INTAKE = TestIntake.ofAll();

    static Stream<String> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).map(file -> ROOT.relativize(file).toString()).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isReadOrRefusedSoon(String name) throws IOException {
        Path file = ROOT.resolve(name);
        Upload upload = Upload.of(file.getFileName().toString(), Files.readAllBytes(file));
        assertTimeout(SOON, () -> Mutations.readOrRefuse(INTAKE, file.getParent().getFileName().toString(), upload));
        assertTimeout(SOON, () -> Mutations.readOrRefuse(INTAKE, Intake.AUTO, upload));
    }
}
