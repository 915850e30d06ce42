package dev.tare.intake.compose;

import dev.tare.intake.Mutations;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, it is read or refused. */
class MutationTest {
    @Test
    void readsOrRefuses() throws IOException {
        Mutations.readOrRefuse(Path.of("src/test/resources/intake/compose"), new ComposeReader());
    }
}
