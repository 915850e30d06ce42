package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.intake.Draft;
import dev.tare.intake.ImportFailed;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Merge;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
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
                    read(format, mutated(text, random));
                }
            }
        }
    }

    private static void read(String format, String text) {
        try {
            Draft draft = TestIntake.ofAll().read(List.of(Upload.of("input.json", text)), format);
            EstateDocument once = Merge.into(EstateDocument.named("Shop"), draft.document()).document();
            assertThat(Merge.into(once, draft.document()).document()).as(text).isEqualTo(once);
        } catch (ImportFailed refused) {
            assertThat(refused.problems()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("Neither read nor refused:\n" + text, e);
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(20)));
                case 2 -> mutated.setLength(Math.max(1, at));
                default -> mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + 200)));
            }
        }
        return mutated.toString();
    }
}
