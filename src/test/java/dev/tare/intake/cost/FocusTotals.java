package dev.tare.intake.cost;

import dev.tare.intake.Intake;
import dev.tare.intake.Upload;
import java.math.BigDecimal;
import java.util.List;

/** What the import reads of a FOCUS table, for tests of those that write one. */
public final class FocusTotals {
    private FocusTotals() {}

    public static BigDecimal of(String csv) {
        return CostReaders.intake().read(List.of(Upload.of("focus.csv", csv)), Intake.AUTO).bills().getFirst().totals()
                .values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
