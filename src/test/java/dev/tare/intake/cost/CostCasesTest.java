package dev.tare.intake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Handover;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Intake;
import dev.tare.intake.Progress;
import dev.tare.intake.Upload;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every folder of {@code intake/costs} is a case: a file with money and what must come of it for an estate with the named
 * services. Amounts are compared as decimals, to the last digit.
 */
class CostCasesTest {
    private static final Path CASES = Path.of("src/test/resources/intake/costs");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CHF");
    private final Intake intake = CostReaders.intake();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        JsonNode expected = YAMLMapper.builder().build()
                .readTree(Files.readString(CASES.resolve(name).resolve("expected.yaml")));
        if (expected.has("refused")) {
            ImportFailed refused = catchThrowableOfType(ImportFailed.class, () -> read(name, expected));
            assertRefused(refused.problems().getFirst(), expected.get("refused"));
        } else {
            Draft draft = read(name, expected);
            assertThat(draft.files()).extracting(FileRead::format, FileRead::read)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(expected.get("format").asString(),
                            expected.get("read").asInt()));
            assertCosting(costing(draft, expected), expected);
        }
    }

    private Draft read(String name, JsonNode expected) throws IOException {
        Map<String, String> answers = new HashMap<>();
        expected.path("answers").properties().forEach(one -> answers.put(one.getKey(), one.getValue().asString()));
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            List<Upload> uploads = files.filter(file -> !file.endsWith("expected.yaml")).map(CostCasesTest::upload)
                    .toList();
            return intake.read(new Handover(uploads, expected.path("ask").asString(Intake.AUTO), new Answers(answers),
                    new Progress()));
        }
    }

    private static Upload upload(Path file) {
        try {
            return Upload.of(file.getFileName().toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Costing costing(Draft draft, JsonNode expected) {
        List<Service> services = expected.get("services").valueStream().map(CostCasesTest::service).toList();
        EstateDocument estate = EstateDocument.named("Shop").withServices(services);
        return Costing.of(estate, draft.bills(), List.of(), CURRENCIES);
    }

    private static Service service(JsonNode service) {
        if (service.isString()) {
            return Service.named(service.asString());
        }
        return new Service(service.get("name").asString(),
                service.path("aliases").valueStream().map(JsonNode::asString).toList(), null, null,
                service.path("namespace").asString(null), null, null, null, null, null, null, null, null, List.of(),
                null, null, null, null, List.of(), List.of(), List.of());
    }

    private static void assertRefused(Problem problem, JsonNode expected) {
        assertThat(problem.line()).isEqualTo(expected.get("line").asInt());
        assertThat(problem.path()).isEqualTo(expected.path("path").asString(null));
        assertThat(problem.expected()).contains(expected.get("expected").asString());
        assertThat(problem.found()).contains(expected.get("found").asString());
    }

    private static void assertCosting(Costing costing, JsonNode expected) {
        assertThat(costing.currency()).isEqualTo(expected.path("currency").asString("USD"));
        assertThat(costing.bills()).hasSameSizeAs(expected.get("bills").valueStream().toList());
        for (int i = 0; i < costing.bills().size(); i++) {
            assertBill(costing.bills().get(i), expected.get("bills").get(i));
        }
        Map<String, Map<String, BigDecimal>> services = new TreeMap<>();
        costing.services().forEach((service, costs) -> services.put(service, byCategory(costs)));
        Map<String, Map<String, BigDecimal>> wanted = new TreeMap<>();
        expected.path("costs").properties().forEach(one -> wanted.put(one.getKey(), amounts(one.getValue())));
        assertThat(services).isEqualTo(wanted);
        Map<String, BigDecimal> rest = byCategory(costing.rest().stream()
                .map(cost -> new Cost(cost.category(), cost.monthly(), cost.source())).toList());
        assertThat(rest).isEqualTo(amounts(expected.path("rest")));
        expected.path("findings").forEach(code -> assertThat(costing.findings()).extracting(Finding::code)
                .contains(code.asString()));
    }

    private static Map<String, BigDecimal> byCategory(List<Cost> costs) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        costs.forEach(cost -> amounts.merge(Objects.requireNonNullElse(cost.category(), ""),
                Objects.requireNonNull(cost.monthly()), BigDecimal::add));
        return amounts;
    }

    private static Map<String, BigDecimal> amounts(JsonNode amounts) {
        Map<String, BigDecimal> all = new TreeMap<>();
        amounts.properties().forEach(one -> all.put(one.getKey(),
                Objects.requireNonNull(new Cost(null, decimal(one.getValue()), null).monthly())));
        return all;
    }

    private static void assertBill(Bill bill, JsonNode expected) {
        assertThat(bill.currency()).isEqualTo(expected.get("currency").asString());
        assertThat(bill.applied()).isEqualTo(expected.get("applied").asBoolean());
        assertThat(bill.rows()).isEqualTo(expected.get("rows").asLong());
        assertThat(bill.total()).isEqualByComparingTo(decimal(expected.get("total")));
        assertThat(bill.month()).contains(expected.path("month").asString(""));
        if (expected.has("monthly")) {
            assertThat(bill.monthly()).isEqualByComparingTo(decimal(expected.get("monthly")));
            assertThat(bill.matched()).isEqualByComparingTo(decimal(expected.get("matched")));
            assertThat(bill.unmatched()).isEqualByComparingTo(decimal(expected.get("unmatched")));
        }
        BigDecimal groups = bill.groups().stream().map(Bill.Group::monthly).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(groups).isEqualByComparingTo(bill.monthly());
        assertThat(bill.matched().add(bill.unmatched())).isEqualByComparingTo(bill.monthly());
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }
}
