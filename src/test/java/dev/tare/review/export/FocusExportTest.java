package dev.tare.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The FOCUS export held against the column rules of the specification, and against the estate's money. */
class FocusExportTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static Stream<EstateDocument> estates() {
        return Parcels.all().stream();
    }

    static BigDecimal paidFor(EstateDocument estate) {
        return Stream.concat(
                estate.services().stream().flatMap(service -> service.costs().stream()).map(Cost::monthly),
                estate.costs().stream().map(EstateCost::monthly)).filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<NamedCsvRecord> rows(EstateDocument estate) {
        return CsvReader.builder().ofNamedCsvRecord(new FocusExport().write(Parcels.of(estate))).stream().toList();
    }

    private static Map<String, JsonNode> rules(String part) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FocusExportTest.class.getResourceAsStream("/review/focus-1.3.yaml"))) {
            Map<String, JsonNode> rules = new LinkedHashMap<>();
            YAMLMapper.builder().build().readTree(in).get(part).properties()
                    .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
            return rules;
        }
    }

    @Test
    void hasEveryMandatoryColumnAndNoneThatFocusDoesNotKnow() throws IOException {
        assertThat(FocusColumns.ALL).containsAll(rules("mandatory").keySet()).doesNotHaveDuplicates();
        assertThat(FocusColumns.ALL.stream().filter(column -> !column.startsWith("x_")).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(rules("mandatory").keySet().stream(),
                        rules("others").keySet().stream()).toList());
        assertThat(FocusColumns.ALL).filteredOn(column -> column.startsWith("x_")).isNotEmpty()
                .allMatch(column -> column.matches("x_Tare[A-Z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("estates")
    void everyValueIsWhatItsColumnAllows(EstateDocument estate) throws IOException {
        Map<String, JsonNode> rules = new LinkedHashMap<>(rules("mandatory"));
        rules.putAll(rules("others"));
        for (NamedCsvRecord row : rows(estate)) {
            assertThat(row.getHeader()).isEqualTo(FocusColumns.ALL);
            rules.forEach((column, rule) -> assertValue(column, row.getField(column), rule));
            assertTogether(row);
        }
    }

    private static void assertValue(String column, String value, JsonNode rule) {
        if (value.isEmpty()) {
            assertThat(rule.get("null").asBoolean()).as(column + " may be null").isTrue();
        } else if (rule.has("one of")) {
            assertThat(rule.get("one of").valueStream().map(JsonNode::asString)).as(column).contains(value);
        } else {
            switch (rule.get("form").asString()) {
                case "decimal" -> assertThat(value).as(column).matches("-?\\d+(\\.\\d+)?");
                case "time" -> assertThat(value).as(column).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
                case "currency" -> assertThat(Currency.getInstance(value).getCurrencyCode()).isEqualTo(value);
                case "unit" -> assertThat(value).as(column).matches("[A-Z][a-z]+s?([-/ ][A-Za-z0-9]+)*");
                case "tags" -> assertThat(JSON.readTree(value).valueStream()).as(column)
                        .allMatch(tag -> tag.isString() || tag.isBoolean() || tag.isNumber() || tag.isNull());
                case "object" -> assertThat(JSON.readTree(value).isObject()).as(column).isTrue();
                default -> assertThat(value).as(column).isEqualTo(value.strip()).doesNotContain("\u0000");
            }
        }
    }

    /** Order between moments, which a list of rules says badly. */
    private static void assertTogether(NamedCsvRecord row) {
        assertThat(row.getField("ChargePeriodStart")).isLessThan(row.getField("ChargePeriodEnd"));
        assertThat(row.getField("BillingPeriodStart")).isLessThan(row.getField("BillingPeriodEnd"))
                .isLessThanOrEqualTo(row.getField("ChargePeriodStart"));
    }

    @ParameterizedTest
    @MethodSource("estates")
    void columnsAgree(EstateDocument estate) throws IOException {
        FocusRules rules = FocusRules.read();
        assertThat(rules.broken(rows(estate).stream().map(NamedCsvRecord::getFieldsAsMap).toList())).isEmpty();
    }

    /** Each rule sees the row that breaks it, and only that rule does. */
    @ParameterizedTest
    @CsvSource({ "used and bought things are priced, PricingQuantity=|PricingUnit=",
        "taxes have no quantity, ChargeCategory=Tax", "no quantity without a unit, ChargeCategory=Tax|PricingUnit=",
        "what is bought is not paid by use, ChargeCategory=Purchase|ChargeFrequency=Usage-Based",
        "credits are the same in every cost, ChargeCategory=Credit|EffectiveCost=0",
        "no allocation without a method, AllocatedMethodId=", "ServiceName, ServiceCategory=Web" })
    void aRuleThatIsBrokenIsSeen(String rule, String changes) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>(
                rows(Parcels.paid()).stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        Map<String, String> changed = new LinkedHashMap<>(rows.getFirst());
        for (String change : changes.split("\\|")) {
            changed.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        }
        rows.set(0, changed);
        assertThat(FocusRules.read().broken(rows)).anyMatch(broken -> broken.startsWith(rule + ":"));
    }

    /** The export is what is paid, to the last digit, however uneven the shares. */
    @ParameterizedTest
    @MethodSource("estates")
    void sumsToWhatIsPaid(EstateDocument estate) {
        BigDecimal sum = rows(estate).stream().map(row -> new BigDecimal(row.getField("BilledCost")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(paidFor(estate));
    }

    @Test
    void sharesOfEveryChargeSumToOne() {
        List<NamedCsvRecord> rows = rows(Parcels.paid());
        Map<String, BigDecimal> ratios = rows.stream().collect(Collectors.groupingBy(
                row -> row.getField("AllocatedResourceName") + row.getField("ServiceName"),
                Collectors.reducing(BigDecimal.ZERO, FocusExportTest::ratio, BigDecimal::add)));
        assertThat(ratios).hasSize(2 * Parcels.paid().services().size() + 1);
        assertThat(ratios.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo(BigDecimal.ONE));
        assertThat(rows.stream().map(row -> row.getField("x_TareComponent")).distinct().toList())
                .contains("net", "network", "headroom").doesNotContain("");
        assertThat(rows.stream().map(row -> row.getField("AllocatedResourceId")).filter(id -> !id.isEmpty())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting())).values())
                .as("one a charge").containsOnly(2L);
    }

    private static BigDecimal ratio(NamedCsvRecord row) {
        return JSON.readTree(row.getField("AllocatedMethodDetails")).path("Elements").path(0).path("AllocatedRatio")
                .decimalValue();
    }

    /** What leaves as FOCUS comes in as FOCUS, with the same total. */
    @Test
    void comesBackThroughTheImport() {
        assertThat(dev.tare.intake.cost.Reread.focusTotal(new FocusExport().write(Parcels.of(Parcels.paid()))))
                .isEqualByComparingTo(paidFor(Parcels.paid()));
    }
}
