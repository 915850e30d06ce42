package dev.tare.intake.cost;

import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Intake;
import dev.tare.intake.Upload;
import java.math.BigDecimal;
import java.util.List;

/** What the import reads of tables that this program writes. */
public final class Reread {
    private Reread() {}

    public static BigDecimal focusTotal(String csv) {
        return CostReaders.intake().read(List.of(Upload.of("focus.csv", csv)), Intake.AUTO).bills().getFirst().totals()
                .values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static List<Service> services(String csv) {
        return CostReaders.intake("spreadsheet").read(List.of(Upload.of("services.csv", csv)), Intake.AUTO).document()
                .services();
    }
}
