package dev.tare.intake.trace;

import dev.tare.intake.Mutations;
import dev.tare.intake.TestIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file of traces or graphs, it is read or refused, and importing it twice changes nothing. */
class TraceMutationTest {
    private static final int TIMES = 40;
    private static final List<String> SHARDS = List.of("null", "[", "{", "]", "}", "\"", "\\", ",", ":", "-1", "1e999",
            "\"\"", "{}", "[]", "true", "\uFEFF", "\0", "\\u0000", "\\ud800", "99999999999999999999", "\"a\":");

    @ParameterizedTest
    @ValueSource(strings = { "zipkin", "jaeger", "otlp", "dependencies", "kiali", "linkerd" })
    void readsOrRefuses(String format) throws IOException {
        Random random = new Random(4);
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/intake", format))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("input")).sorted()
                    .toList()) {
                String text = Files.readString(file);
                for (int i = 0; i < TIMES; i++) {
                    Mutations.readOrRefuse(TestIntake.ofAll(), format, "input.json",
                            Mutations.mutated(text, random, SHARDS));
                }
            }
        }
    }
}
