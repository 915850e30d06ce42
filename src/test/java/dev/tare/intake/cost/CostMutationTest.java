package dev.tare.intake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Intake;
import dev.tare.intake.Upload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever happens to a bill, it is read or refused; what is read loses no cent between the file's lines, the services and
 * the rest, and survives being stored.
 */
class CostMutationTest {
    private static final Path CASES = Path.of("src/test/resources/intake/costs");
    private static final int TIMES = 150;
    private static final List<String> SHARDS = List.of("\"", "\"\"", ",", ";", "\t", "\r", "\n", "\0", "\uFEFF", "NULL",
            "null",
            "-", "(", ")", "1e999", "1e-99", "1e99", "NaN", "€", "USD", "9".repeat(120), "0." + "1".repeat(120), "{",
            "[", "}",
            "\\", "\ud83d", "2026-13-45", "__idle__", "totalCost\": {", "$1", "'", "\u202f", ":", "data");
    private static final EstateDocument SHOP = EstateDocument.named("Shop")
            .withServices(List.of(Service.named("cart"), Service.named("mail")));
    private final Intake intake = CostReaders.intake();
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("expected.yaml")).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsOrRefusesAndLosesNothing(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(bytes.length);
        List<String> formats = Stream.concat(Stream.of(Intake.AUTO), intake.formats().stream()).toList();
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < TIMES; i++) {
                byte[] mutated = mutated(bytes, random);
                read(file.getFileName().toString(), mutated,
                        i % 4 == 0 ? formats.get(i / 4 % formats.size()) : Intake.AUTO);
            }
        });
    }

    private void read(String name, byte[] bytes, String format) {
        try {
            Draft draft = intake.read(List.of(Upload.of(name, bytes)), format);
            assertThat(json.readValue(json.writeValueAsString(draft), Draft.class).bills()).isEqualTo(draft.bills());
            draft.bills().forEach(CostMutationTest::assertKept);
        } catch (ImportFailed refused) {
            assertThat(refused.problems()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("Neither read nor refused as " + format + ":\n"
                    + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    private static void assertKept(Ledger ledger) {
        Costing costing = Costing.of(SHOP, List.of(ledger), List.of(), List.of("USD", "EUR", "CHF"));
        costing.bills().forEach(bill -> {
            assertThat(bill.total()).isEqualByComparingTo(ledger.totals().get(bill.currency()));
            assertThat(bill.matched().add(bill.unmatched())).isEqualByComparingTo(bill.monthly());
        });
        BigDecimal applied = costing.bills().stream().filter(Bill::applied).map(Bill::monthly).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        Stream<BigDecimal> services = costing.services().values().stream().flatMap(List::stream)
                .map(cost -> Objects.requireNonNull(cost.monthly()));
        Stream<BigDecimal> rest = costing.rest().stream().map(cost -> Objects.requireNonNull(cost.monthly()));
        assertThat(Stream.concat(services, rest).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(applied);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        StringBuilder mutated = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(5)) {
                case 0, 1 -> mutated.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(20)));
                case 3 -> mutated.setLength(Math.max(1, at));
                default -> mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + 200)));
            }
        }
        return mutated.toString().getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
