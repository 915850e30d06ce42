package dev.tare.intake.kubernetes;

import dev.tare.intake.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code intake/kubernetes} is a case. */
class KubernetesCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/intake/kubernetes");

    static Stream<String> cases() throws IOException {
        return Cases.in(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(String name) throws IOException {
        Cases.check(ROOT.resolve(name), new KubernetesReader());
    }
}
