package dev.tare.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of a reader's is a case; whatever happens to its files, they are read or refused. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ReaderCases {
    protected final Path root;
    private final FormatReader reader;

    /** Cases below {@code src/test/resources/intake}. */
    protected ReaderCases(String folder, FormatReader reader) {
        this.root = Path.of("src/test/resources/intake", folder);
        this.reader = reader;
    }

    Stream<String> cases() throws IOException {
        return Cases.in(root);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(String name) throws IOException {
        Cases.check(root.resolve(name), reader);
    }

    @Test
    void readsOrRefusesWhateverHappensToThem() throws IOException {
        Mutations.readOrRefuse(root, reader);
    }
}
