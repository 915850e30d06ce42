package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No figure of the shared list was lost or bettered on the way into the catalogue. Skipped where it is not at hand. */
class SharedAssumptionsTest {
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");
    private final Catalogue catalogue = CatalogueReader.read(CatalogueFiles.onClasspath());

    @Test
    void everyRowIsThereAsItWas() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(300);
        for (String line : lines) {
            List<String> row = cells(line);
            Assumption entry = catalogue.entry(row.get(0)).orElseThrow(() -> new AssertionError(row.get(0)));
            assertThat(entry.low()).as(row.get(0)).isEqualTo(number(row.get(4)));
            assertThat(entry.likely()).as(row.get(0)).isEqualTo(number(row.get(5)));
            assertThat(entry.high()).as(row.get(0)).isEqualTo(number(row.get(6)));
            assertThat(entry.how().id()).as(row.get(0)).isEqualTo(row.get(10));
            assertThat(entry.unit()).as(row.get(0)).isIn(row.get(3), "text");
        }
    }

    private static List<String> lines() throws IOException {
        String estates = System.getenv().getOrDefault("SHARED_ESTATES", "../shared/estates");
        Path file = Path.of(estates).resolveSibling("assumptions.csv");
        assumeTrue(Files.isReadable(file), "the shared list is not at hand");
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\""));
        }
        return cells;
    }

    private static Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
