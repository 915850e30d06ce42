package dev.tare.intake.cur;

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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads AWS Cost and Usage Reports. Billed is the unblended cost. */
@Component
final class CurReader implements FormatReader {
    private static final String UNBLENDED = "lineItem/UnblendedCost";
    private static final String TYPE = "lineItem/LineItemType";

    @Override
    public String format() {
        return "aws-cur";
    }

    @Override
    public String title() {
        return "AWS Cost and Usage Report";
    }

    @Override
    public String takes() {
        return "Cost and Usage Reports of AWS as CSV, the old ones (lineItem/UnblendedCost) and CUR 2.0 (line_item_unblended_cost).";
    }

    @Override
    public List<Question> questions() {
        return Bills.questionsOfTwoCosts();
    }

    @Override
    public boolean recognises(Sample sample) {
        return Heading.in(sample, CurReader::isHeading) != null;
    }

    private static boolean isHeading(Heading heading) {
        return heading.has(UNBLENDED);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        boolean effective = Bills.isEffective(answers);
        return Bills.read(format(), effective ? "effective cost" : "unblended cost", files, answers,
                (file, tally) -> CostTable.read(file, CurReader::isHeading, row -> charge(row, effective), tally));
    }

    private static Charge charge(Row row, boolean effective) {
        return new Charge(row.currency(UNBLENDED, "lineItem/CurrencyCode"), row.month("bill/BillingPeriodStartDate"),
                row.day("lineItem/UsageStartDate", "bill/BillingPeriodStartDate"), row.until("lineItem/UsageEndDate"),
                category(row), labels(row), effective ? effective(row) : row.amount(UNBLENDED));
    }

    private static String category(Row row) {
        return row.text("product/ProductFamily", "product/ProductName", "lineItem/ProductCode", TYPE);
    }

    /**
     * What a line costs with prepayments spread over their use, as AWS tells to compute it: covered use counts at its
     * effective cost, the purchase of what covers it only as far as it is unused, upfront fees and negations not at all.
     */
    private static BigDecimal effective(Row row) {
        return switch (row.text(TYPE)) {
            case "SavingsPlanCoveredUsage" -> row.amount("savingsPlan/SavingsPlanEffectiveCost");
            case "SavingsPlanRecurringFee" -> row.amount("savingsPlan/TotalCommitmentToDate")
                    .subtract(row.amount("savingsPlan/UsedCommitment"));
            case "SavingsPlanNegation", "SavingsPlanUpfrontFee" -> BigDecimal.ZERO;
            case "DiscountedUsage" -> row.amount("reservation/EffectiveCost");
            case "RIFee" -> row.amount("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod")
                    .add(row.amount("reservation/UnusedRecurringFee"));
            case "Fee" -> row.text("reservation/ReservationARN").isEmpty() ? row.amount(UNBLENDED) : BigDecimal.ZERO;
            default -> row.amount(UNBLENDED);
        };
    }

    private static Map<String, String> labels(Row row) {
        Map<String, String> tags = new HashMap<>(row.tagColumns("resourceTags/"));
        row.tagColumns("resource_tags_").forEach(tags::putIfAbsent);
        row.tags("resource_tags").forEach(tags::putIfAbsent);
        return Row.labels(new java.util.TreeMap<>(tags), Label.RESOURCE, row.text("lineItem/ResourceId"), Label.PRODUCT,
                row.text("product/ProductName", "lineItem/ProductCode"), Label.ACCOUNT,
                row.text("lineItem/UsageAccountName", "lineItem/UsageAccountId"));
    }
}
