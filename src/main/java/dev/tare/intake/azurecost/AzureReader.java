package dev.tare.intake.azurecost;

import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Question;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.cost.Bills;
import dev.tare.intake.cost.Charge;
import dev.tare.intake.cost.CostTable;
import dev.tare.intake.cost.Heading;
import dev.tare.intake.cost.Label;
import dev.tare.intake.cost.Row;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads Azure's cost exports. Whether a file is of actual or of amortised cost is decided where it is exported: the file
 * has one amount. Of several columns the one in the billing currency is taken.
 */
@Component
final class AzureReader implements FormatReader {
    private static final List<String> AMOUNTS = List.of("CostInBillingCurrency", "PreTaxCost", "Cost", "ExtendedCost",
            "CostInPricingCurrency", "CostInUsd");
    private static final List<String> METERS = List.of("MeterCategory", "MeterId", "MeterName");

    @Override
    public String format() {
        return "azure-cost";
    }

    @Override
    public String title() {
        return "Azure costs";
    }

    @Override
    public String takes() {
        return "Azure exports of actual or amortised cost and Enterprise Agreement usage (CSV), in any language.";
    }

    @Override
    public List<Question> questions() {
        return Bills.questions();
    }

    @Override
    public boolean recognises(Sample sample) {
        return Heading.in(sample, AzureReader::isHeading) != null;
    }

    private static boolean isHeading(Heading heading) {
        return heading.hasAny(AMOUNTS) && heading.hasAny(METERS) && !heading.has("BilledCost");
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        return Bills.read(format(), "cost", files, answers,
                (file, tally) -> CostTable.read(file, AzureReader::isHeading, AzureReader::charge, tally));
    }

    private static Charge charge(Row row) {
        String amount = row.heading().first(AMOUNTS);
        return new Charge(currency(row, amount), row.month("BillingPeriodStartDate"),
                row.day("Date", "UsageDateTime", "UsageDate"), null, row.text("MeterCategory", "ConsumedService"),
                labels(row), row.amount(amount));
    }

    private static String currency(Row row, String amount) {
        return switch (amount) {
            case "CostInUsd" -> "USD";
            case "CostInPricingCurrency" -> row.currency(amount, "PricingCurrency", "PricingCurrencyCode");
            default -> row.currency(amount, "BillingCurrencyCode", "BillingCurrency", "Currency", "CurrencyCode");
        };
    }

    private static Map<String, String> labels(Row row) {
        return Row.labels(row.tags("Tags"), Label.RESOURCE, row.text("ResourceName", "ResourceId", "InstanceId",
                "InstanceName"), Label.PRODUCT, row.text("ProductName", "Product", "ServiceName", "MeterCategory"),
                Label.GROUP, row.text("ResourceGroup", "ResourceGroupName"), Label.ACCOUNT,
                row.text("SubscriptionName", "SubscriptionId", "SubscriptionGuid"));
    }
}
