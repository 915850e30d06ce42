package dev.tare.intake.opencost;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Question;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.cost.Bills;
import dev.tare.intake.cost.Ledger;
import dev.tare.intake.cost.Tally;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads answers of OpenCost's allocation API. They are of a window, seldom of a month: the costs of the estate are those
 * of a month at the same rate.
 */
@Component
final class OpenCostReader implements FormatReader {
    static final String FORMAT = "opencost";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "OpenCost allocations";
    }

    @Override
    public String takes() {
        return "The answer of OpenCost or Kubecost to /allocation (JSON), aggregated by controller or by pod rather than"
                + " by namespace; idle and unallocated cost stay visible as such.";
    }

    @Override
    public List<Question> questions() {
        return Bills.questionsOfWindows();
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.holds("data") && sample.text().contains("\"totalCost\"")
                && sample.text().contains("\"cpuCost\"");
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Tally tally = new Tally();
        Windows windows = new Windows();
        List<FileRead> read = new ArrayList<>();
        files.forEach(file -> read.add(new FileRead(file.name(), FORMAT, Allocations.read(file, tally, windows))));
        Ledger ledger = tally.ledger(FORMAT, "total cost", files.stream().map(Upload::name).toList(),
                Ledger.Span.WHOLE, windows.hours(), Bills.rules(answers));
        return new Draft(EstateDocument.named(""), read, List.of(), List.of(ledger));
    }
}
