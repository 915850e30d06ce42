package dev.tare.intake.costcsv;

import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Question;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.Upload;
import dev.tare.intake.cost.Bills;
import dev.tare.intake.cost.Charge;
import dev.tare.intake.cost.CostTable;
import dev.tare.intake.cost.Heading;
import dev.tare.intake.cost.Label;
import dev.tare.intake.cost.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads any table with amounts of money. Columns with no other part are kept as tags, to match services by. */
@Component
final class CostTableReader implements FormatReader {
    /** Columns of the tables that other formats know. */
    private static final List<String> OTHERS = List.of("BilledCost", "EffectiveCost", "lineItem/UnblendedCost",
            "cost/myCost", "MeterCategory", "MeterId", "from", "to", "caller", "callee", "replicas", "cpu", "memory",
            "MarketPriceHourly");

    private static final Pattern MONTH = Pattern
            .compile("(?iu)(?:jan|feb|mar|m\u00e4r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov"
                    + "|dec|dez)[a-z\u00e4]*\\.?(?:[ '/-]*(?:20)?\\d\\d)?|20\\d\\d[-/.](?:0[1-9]|1[0-2])");

    @Override
    public String format() {
        return "plain-costs";
    }

    @Override
    public String title() {
        return "Costs in a plain table";
    }

    @Override
    public String takes() {
        return "Any CSV or TSV with amounts of money: say which columns are meant, or let their names tell.";
    }

    @Override
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>(Columns.questions());
        questions.addAll(Bills.questions());
        return questions;
    }

    @Override
    public boolean recognises(Sample sample) {
        return Heading.in(sample, CostTableReader::looksLikeCosts) != null;
    }

    private static boolean looksLikeCosts(Heading heading) {
        return Columns.AMOUNT.isIn(heading) && !heading.hasAny(OTHERS)
                && (Columns.SERVICE.isIn(heading) || Columns.CATEGORY.isIn(heading) || Columns.DATE.isIn(heading));
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        return Bills.read(format(), "amount", files, answers, (file, tally) -> CostTable.read(file,
                heading -> isHeading(file, heading, answers), row -> charge(row, answers), tally));
    }

    /** Whether a line names a column for the amount, the one that people said if they did. */
    private static boolean isHeading(Upload file, Heading heading, Answers answers) {
        Optional<String> said = Columns.AMOUNT.said(answers);
        if (said.isPresent()) {
            return heading.has(said.get());
        }
        List<String> months = heading.names().stream().map(String::strip).filter(name -> MONTH.matcher(name).matches())
                .toList();
        if (Columns.AMOUNT.isIn(heading) && months.size() > 1) {
            throw ImportFailed.at(file.name(), 1, String.join(", ", months),
                    "one column with the amount of one month: say which of them is meant", "a column for each month");
        }
        return Columns.AMOUNT.isIn(heading);
    }

    private static Charge charge(Row row, Answers answers) {
        Heading heading = row.heading();
        String amount = Columns.AMOUNT.in(heading, answers);
        String currency = row.currency(amount, Columns.CURRENCY.in(heading, answers));
        return new Charge(currency.isEmpty() ? heading.currencyOf(amount) : currency, "",
                row.day(Columns.DATE.in(heading, answers)), null, row.text(Columns.CATEGORY.in(heading, answers)),
                labels(row, answers), row.amount(amount));
    }

    private static Map<String, String> labels(Row row, Answers answers) {
        Map<String, String> labels = new LinkedHashMap<>(
                Row.labels(Map.of(), Label.NAME, row.text(Columns.SERVICE.in(row.heading(), answers))));
        List<String> taken = java.util.Arrays.stream(Columns.values())
                .map(column -> column.in(row.heading(), answers)).toList();
        row.others(taken).forEach((column, value) -> labels.put(Label.TAG + column, value));
        return labels;
    }
}
