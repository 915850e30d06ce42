package dev.tare.intake.focus;

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
 * Reads FOCUS tables. Columns that changed their names are found under each: AmortizedCost became EffectiveCost and
 * BilledCurrency BillingCurrency in 1.0, ProviderName became ServiceProviderName in 1.3.
 */
@Component
final class FocusReader implements FormatReader {
    private static final String BILLED = "BilledCost";
    private static final String EFFECTIVE = "EffectiveCost";
    private static final String AMORTIZED = "AmortizedCost";

    @Override
    public String format() {
        return "focus";
    }

    @Override
    public String title() {
        return "FOCUS costs";
    }

    @Override
    public String takes() {
        return "Cost and usage in the FOCUS format (CSV, 0.5 to 1.3), as AWS, Azure, Google Cloud, Oracle and others export it.";
    }

    @Override
    public List<Question> questions() {
        return Bills.questionsOfTwoCosts();
    }

    @Override
    public boolean recognises(Sample sample) {
        return Heading.in(sample, FocusReader::isHeading) != null;
    }

    private static boolean isHeading(Heading heading) {
        return heading.hasAny(List.of(BILLED, EFFECTIVE, AMORTIZED))
                && heading.hasAny(List.of("ChargePeriodStart", "ChargeCategory", "ChargeType", "BillingPeriodStart"));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        boolean effective = Bills.isEffective(answers);
        return Bills.read(format(), effective ? "effective cost" : "billed cost", files, answers,
                (file, tally) -> CostTable.read(file, heading -> isHeading(heading) && has(heading, effective),
                        row -> charge(row, effective), tally));
    }

    private static boolean has(Heading heading, boolean effective) {
        return effective ? heading.hasAny(List.of(EFFECTIVE, AMORTIZED)) : heading.has(BILLED);
    }

    private static Charge charge(Row row, boolean effective) {
        String[] amount = effective ? new String[]{ EFFECTIVE, AMORTIZED } : new String[]{ BILLED };
        // where a file has both names, the old one is the currency of the old columns beside it
        return new Charge(row.currency(amount[0], "BilledCurrency", "BillingCurrency"),
                row.month("BillingPeriodStart"), row.day("ChargePeriodStart", "BillingPeriodStart"),
                row.until("ChargePeriodEnd"), row.text("ServiceCategory", "ServiceName", "ChargeCategory"), labels(row),
                row.amount(amount));
    }

    private static Map<String, String> labels(Row row) {
        return Row.labels(row.tags("Tags"), Label.RESOURCE, row.text("ResourceName", "ResourceId"), Label.PRODUCT,
                row.text("ServiceName"), Label.ACCOUNT, row.text("SubAccountName", "SubAccountId"));
    }
}
