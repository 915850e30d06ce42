package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Whatever happens to a file, it is read or refused: nothing else comes out, and nothing takes long. */
public final class Mutations {
    private static final int TIMES = 30;
    private static final List<String> SHARDS = List.of("{{ .Values.x }}", "\t", "\0", "- ", ": ", "&a ", "*a", "<<: *a",
            "null", "[", "{", "---\n", "\uFEFF", "kind: List\nitems:\n", "'", "\"", "$(X)", "${", "${X:-", "!reset ",
            "1e999", "-", "!!binary ", "? ", "#");

    private Mutations() {}

    /** Changes every input below a folder many times and reads it. */
    public static void readOrRefuse(Path folder, FormatReader reader) throws IOException {
        Random random = new Random(20);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(Mutations::isInput).sorted().toList()) {
                String text = text(file);
                for (int i = 0; i < TIMES; i++) {
                    readOrRefuse(TestIntake.of(reader), reader.format(), file.getFileName().toString(),
                            mutated(text, random, SHARDS));
                }
            }
        }
    }

    private static boolean isInput(Path file) {
        return !file.getFileName().toString().equals("expected.yaml")
                && !file.getFileName().toString().equals(".gitattributes");
    }

    /** Reads a text twice, which changes nothing the second time, or has it refused with a reason. */
    public static void readOrRefuse(Intake intake, String format, String name, String text) {
        readOrRefuse(intake, format, Upload.of(name, text));
    }

    /** Reads a file twice, which changes nothing the second time, or has it refused with a reason. */
    static void readOrRefuse(Intake intake, String format, Upload file) {
        try {
            Draft draft = intake.read(List.of(file), format);
            EstateDocument once = Merge.into(EstateDocument.named("Shop"), draft.document()).document();
            assertThat(Merge.into(once, draft.document()).document()).isEqualTo(once);
        } catch (ImportFailed refused) {
            assertThat(refused.problems()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            String text = new String(file.bytes(Integer.MAX_VALUE - 1), StandardCharsets.UTF_8);
            throw new AssertionError("Neither read nor refused:\n" + text, e);
        }
    }

    /** A text cut, repeated, or with one of these pieces put into it, a few times over. */
    public static String mutated(String text, Random random, List<String> pieces) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, pieces.get(random.nextInt(pieces.size())));
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(20)));
                case 2 -> mutated.setLength(Math.max(1, at));
                default -> mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + 200)));
            }
        }
        return mutated.toString();
    }

    /** Whatever encoding a seed is in. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
