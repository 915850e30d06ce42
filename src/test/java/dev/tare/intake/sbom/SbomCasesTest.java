package dev.tare.intake.sbom;

import dev.tare.intake.Cases;
import dev.tare.intake.Mutations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code intake/sbom} is a case; whatever happens to its files, they are read or refused. */
class SbomCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/intake/sbom");

    static Stream<String> cases() throws IOException {
        return Cases.in(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(String name) throws IOException {
        Cases.check(ROOT.resolve(name), new SbomReader());
    }

    @Test
    void readsOrRefusesWhateverHappensToThem() throws IOException {
        Mutations.readOrRefuse(ROOT, new SbomReader());
    }
}
