package dev.tare.intake.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.Intake;
import dev.tare.intake.SharedEstates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cost files that others published. Totals were summed from the files by another program, in decimals. */
@EnabledIf("present")
class SharedCostsTest {
    private static final Path COSTS = SharedEstates.ROOT.resolve("costs");
    private final Intake intake = CostReaders.intake();

    static boolean present() {
        return SharedEstates.present();
    }

    private Draft read(String file) {
        return intake.read(List.of(SharedEstates.upload(COSTS.resolve(file))), Intake.AUTO);
    }

    @ParameterizedTest
    @CsvSource({
        "aws-cur-sample.csv,                aws-cur,    1281, USD, 1.68230869740",
        "azure-billing-MissingBrackets.csv, azure-cost, 1,    '',  4",
        "azure-billing-VirtualMachine.csv,  azure-cost, 1,    '',  4",
        "azure-billing-header-BOM.csv,      azure-cost, 1,    '',  0",
        "azure-billing-header-German.csv,   azure-cost, 1,    USD, 0.075",
        "focus-0.5-all_pass.csv,            focus,      2,    AUD, 0.1",
        "focus-0.5-all_pass.csv,            focus,      2,    USD, 1",
        "focus-0.5-fake-first-300-rows.csv, focus,      300,  SZL, 1707.27",
        "focus-0.5-fake-first-300-rows.csv, focus,      300,  GBP, 996.48",
        "focus-1.0-sample-first-200-rows.csv, focus,    200,  USD, 2.72534080970",
        "opencost-allocation.json,          opencost,   3,    '',  1.77816" })
    void sumsToTheLastDigit(String file, String format, int rows, String currency, BigDecimal total) {
        Draft draft = read(file);
        assertThat(draft.files().getFirst().format()).isEqualTo(format);
        assertThat(draft.files().getFirst().read()).isEqualTo(rows);
        Ledger ledger = draft.bills().getFirst();
        assertThat(ledger.rows()).isEqualTo(rows);
        assertThat(ledger.totals().getOrDefault(currency, BigDecimal.ZERO)).isEqualByComparingTo(total);
    }

    @Test
    void keepsAHundredCurrenciesApart() {
        Map<String, BigDecimal> totals = read("focus-0.5-fake-first-300-rows.csv").bills().getFirst().totals();
        assertThat(totals).hasSize(134);
        assertThat(totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("152911.07");
    }

    /** What a table of prices states is no bill. */
    @ParameterizedTest
    @CsvSource({ "opencost-pricing_schema.csv", "opencost-pricing_schema_mixed_gpu_ondemand.csv" })
    void takesNoPriceListForABill(String file) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(dev.tare.intake.ImportFailed.class,
                () -> read(file)).status()).isEqualTo(415);
    }

    @Test
    void agreesWithTheTruthOfTheFocusSample() throws IOException {
        JsonNode truth = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build()
                .readTree(Files.readString(COSTS.resolve("truth-focus-first-200.json"))).get("dev rows 1-200");
        Draft draft = read("focus-1.0-sample-first-200-rows.csv");
        List<Service> services = truth.get("top5Applications").valueStream()
                .map(top -> Service.named(top.get(0).asString())).toList();
        Costing costing = Costing.of(EstateDocument.named("Sample").withServices(services), draft.bills(), List.of(),
                List.of("USD"));
        truth.get("top5Applications").forEach(top -> assertThat(costing.services().get(top.get(0).asString()).stream()
                .map(cost -> Objects.requireNonNull(cost.monthly())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(top.get(0).asString()).isEqualByComparingTo(top.get(2).asString()));
        BigDecimal matched = truth.get("top5Applications").valueStream()
                .map(top -> new BigDecimal(top.get(2).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = new BigDecimal(truth.get("totals").get("BilledCost").asString());
        Bill bill = costing.bills().getFirst();
        assertThat(bill.total()).isEqualByComparingTo(total);
        assertThat(bill.matched()).isEqualByComparingTo(matched);
        assertThat(bill.unmatched()).isEqualByComparingTo(total.subtract(matched));
        assertThat(costing.rest().stream().map(EstateCost::monthly).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(bill.unmatched());
        assertCategories(draft, truth.get("byServiceCategory"));
    }

    private static void assertCategories(Draft draft, JsonNode truth) {
        Map<String, BigDecimal> categories = draft.bills().getFirst().lines().stream().collect(Collectors
                .groupingBy(CostLine::category,
                        Collectors.reducing(BigDecimal.ZERO, CostLine::amount, BigDecimal::add)));
        assertThat(categories).hasSameSizeAs(truth.propertyNames());
        truth.properties().forEach(one -> assertThat(categories.get(one.getKey())).as(one.getKey())
                .isEqualByComparingTo(one.getValue().get(1).asString()));
    }
}
