package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Estates;
import dev.tare.intake.Intake;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.web.PlainBrowser.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent is imported whole or refused whole, with an answer that says what is wrong and never a fault of ours. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class BrokenFilesWebTest {
    private static final Path CASES = Path.of("src/test/resources/intake");
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final int CUTS = 10;

    private final PlainBrowser browser;
    private final Estates estates;
    private final Intake intake;
    private final String slug;

    BrokenFilesWebTest(@LocalServerPort int port, @Autowired Estates estates, @Autowired Intake intake) {
        this.browser = new PlainBrowser(port);
        this.estates = estates;
        this.intake = intake;
        this.slug = estates.create("Broken files").slug();
    }

    private void send(String name, byte[] bytes, String format) {
        long before = estates.get(slug).version();
        HttpResponse<String> response = browser.post("/api/v1/estates/" + slug + "/imports?format=" + format, Map.of(),
                new File(name, bytes));
        assertThat(response.statusCode()).as("%s as %s: %s", name, format, response.body()).isIn(200, 413, 415, 422);
        if (response.statusCode() != 200) {
            assertThat(response.body()).contains("\"errors\"").contains("\"expected\"");
            assertThat(estates.get(slug).version()).as("untouched after " + response.body()).isEqualTo(before);
        }
    }

    static Stream<String> kinds() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void filesCutShortAnywhere(String kind) throws IOException {
        Path input = longest(CASES.resolve(kind));
        byte[] bytes = Files.readAllBytes(input);
        for (int cut = 1; cut <= CUTS; cut++) {
            send(input.getFileName().toString(), Arrays.copyOf(bytes, bytes.length * cut / (CUTS + 1)), Intake.AUTO);
        }
    }

    private static Path longest(Path folder) throws IOException {
        try (Stream<Path> inputs = Files.walk(folder)) {
            return inputs.filter(file -> file.getFileName().toString().startsWith("input"))
                    .max(Comparator.comparingLong((Path file) -> file.toFile().length()).thenComparing(file -> file))
                    .orElseThrow();
        }
    }

    @Test
    void whatTheFuzzerBroke() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                send(file.getFileName().toString(), Files.readAllBytes(file),
                        file.getParent().getFileName().toString());
            }
        }
    }

    /** All of the YAML test suite's inputs that are there, as every format. */
    @Test
    @EnabledIf("dev.tare.intake.SharedEstates#present")
    void trickyTextAsEveryFormat() throws IOException {
        List<String> formats = Stream.concat(intake.formats().stream(), Stream.of(Intake.AUTO)).toList();
        try (Stream<Path> files = Files.walk(SharedEstates.ROOT.resolve("tricky-yaml"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (String format : formats) {
                    send(file.getFileName().toString(), Files.readAllBytes(file), format);
                }
            }
        }
    }
}
