package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.Progress.Stage;
import dev.tare.intake.Progress.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long file tells how far it has been read, and no reader needs to do anything for that. */
class ProgressTest {
    private static final int SIZE = 5 << 20;
    private final Progress progress = new Progress();
    private final List<Step> seen = new ArrayList<>();

    /** Reads any file, piece by piece. */
    private final class Slowly implements FormatReader {
        @Override
        public String format() {
            return "slowly";
        }

        @Override
        public String title() {
            return "Anything";
        }

        @Override
        public String takes() {
            return "Any file.";
        }

        @Override
        public boolean recognises(Sample sample) {
            return sample.name().endsWith(".any");
        }

        @Override
        public Draft read(List<Upload> files, Answers answers) {
            try (InputStream in = files.getFirst().content().open()) {
                while (in.readNBytes(1 << 20).length > 0) {
                    seen.add(progress.step());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Draft(EstateDocument.named(answers.text("name").orElse("")), List.of(), List.of());
        }
    }

    @Test
    void tellsHowFarAFileIsRead() {
        Upload file = Upload.of("big.any", new byte[SIZE]);
        TestIntake.of(new Slowly()).read(new Handover(List.of(file), "auto", Answers.NONE, progress));
        assertThat(seen).extracting(Step::bytes).containsExactly(1L << 20, 2L << 20, 3L << 20, 4L << 20, 5L << 20);
        assertThat(seen).extracting(Step::of).containsOnly((long) SIZE);
        assertThat(seen).extracting(Step::stage).containsOnly(Stage.READING);
        assertThat(seen).extracting(Step::file).containsOnly("big.any");
    }

    @Test
    void aLargeFileNobodyKnowsIsNotParsedToSaySo() {
        Upload file = new Upload("huge", 10L << 30, () -> InputStream.nullInputStream());
        assertThatThrownBy(() -> TestIntake.of(new Slowly()).read(List.of(file), "auto"))
                .isInstanceOfSatisfying(ImportFailed.class, failed -> assertThat(failed.status()).isEqualTo(415))
                .hasMessageContaining("one of Anything");
    }
}
