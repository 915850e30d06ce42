package dev.tare.intake.ocicost;

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

/** Reads OCI cost reports. Corrections are rows of their own, below zero, and are added like any other. */
@Component
final class OracleReader implements FormatReader {
    private static final String COST = "cost/myCost";

    @Override
    public String format() {
        return "oci-cost";
    }

    @Override
    public String title() {
        return "Oracle Cloud cost report";
    }

    @Override
    public String takes() {
        return "Cost reports of Oracle Cloud Infrastructure (CSV, also gzipped), as found in its cost report bucket.";
    }

    @Override
    public List<Question> questions() {
        return Bills.questions();
    }

    @Override
    public boolean recognises(Sample sample) {
        return Heading.in(sample, OracleReader::isHeading) != null;
    }

    private static boolean isHeading(Heading heading) {
        return heading.has(COST);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        return Bills.read(format(), "cost", files, answers,
                (file, tally) -> CostTable.read(file, OracleReader::isHeading, OracleReader::charge, tally));
    }

    private static Charge charge(Row row) {
        return new Charge(row.currency(COST, "cost/currencyCode"), "", row.day("lineItem/intervalUsageStart"),
                row.until("lineItem/intervalUsageEnd"), row.text("product/service", "product/Description"), labels(row),
                row.amount(COST));
    }

    private static Map<String, String> labels(Row row) {
        return Row.labels(row.tagColumns("tags/"), Label.RESOURCE, row.text("product/resourceId"), Label.PRODUCT,
                row.text("product/Description", "product/service"), Label.GROUP, row.text("product/compartmentName"),
                Label.ACCOUNT, row.text("lineItem/tenantId"));
    }
}
