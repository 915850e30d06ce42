package dev.tare.intake.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.intake.ReaderCases;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Cases;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Intake;
import dev.tare.intake.Merge;
import dev.tare.intake.Merged;
import dev.tare.intake.Sample;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every folder of {@code intake/spreadsheet} is a case; whatever happens to its files, they are read or refused. */
class SpreadsheetCasesTest extends ReaderCases {
    SpreadsheetCasesTest() {
        super("spreadsheet", new SpreadsheetReader());
    }

    @Test
    void readsItsOwnTemplates() {
        List<Upload> filled = new SpreadsheetReader().templates().stream()
                .map(template -> Upload.of(template.name(), template.text())).toList();
        Draft draft = TestIntake.of(new SpreadsheetReader()).read(filled, "auto");
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.document().services()).extracting(Service::name).containsExactly("web", "orders");
        assertThat(draft.document().calls()).singleElement()
                .satisfies(call -> assertThat(call.perRequest()).isEqualTo(2));
        assertThat(draft.document().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.peakPerSecond()).isEqualTo(400));
    }

    @Test
    void tellsEveryWrongCellByRowAndColumn() throws IOException {
        assertThatThrownBy(() -> TestIntake.of(new SpreadsheetReader())
                .read(Cases.inputs(root.resolve("refused-cells")), "auto"))
                .isInstanceOfSatisfying(ImportFailed.class, failed -> assertThat(failed.problems())
                        .extracting(Problem::path).containsExactly("row 3, column cpu", "row 3, column memory",
                                "row 3, column replicas", "row 3, column isolation", "row 4, column name"));
    }

    @Test
    void updatesItsOwnCallsAndLeavesTypedOnes() {
        Intake intake = TestIntake.of(new SpreadsheetReader());
        String table = "from,to,calls per request,p99\nweb,cart,%s,80 ms\n";
        EstateDocument once = Merge.into(EstateDocument.named("Shop"),
                intake.read(List.of(Upload.of("a.csv", table.formatted("2"))), "auto").document()).document();
        EstateDocument draft = intake.read(List.of(Upload.of("b.csv", table.formatted("5"))), "auto").document();
        assertThat(Merge.into(once, draft).document().calls()).extracting(Call::perRequest).containsExactly(5.0);
        Call read = once.calls().getFirst();
        EstateDocument typed = once.withCalls(List.of(new Call(read.from(), read.to(), read.kind(), read.mode(), 3.0,
                read.requestBytes(), read.responseBytes(), read.p50(), read.p99(), null, read.provenance())));
        Merged kept = Merge.into(typed, draft);
        assertThat(kept.document().calls()).extracting(Call::perRequest).containsExactly(3.0);
        assertThat(kept.findings()).extracting(Finding::code).containsExactly("kept");
    }

    /** Bills are tables too, and belong to other readers. */
    @Test
    void leavesBillsToOthers() {
        for (String heading : List.of(
                "BilledCost,BillingAccountId,ServiceName,ProviderName,Tags,ResourceName,RegionName",
                "identity/LineItemId,lineItem/UnblendedCost,product/memory,product/vcpu,product/servicename",
                "service,cost", "name,amount,currency",
                "EndTimestamp,InstanceID,Region,AssetClass,InstanceType,MarketPriceHourly,Version",
                "DepartmentName,AccountName,ServiceName,MeterCategory,ConsumedQuantity,Cost,Tags")) {
            assertThat(new SpreadsheetReader().recognises(new Sample("bill.csv", heading + "\n1,2,3\n"))).as(heading)
                    .isFalse();
        }
    }
}
