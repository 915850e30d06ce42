package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.Fingerprint;
import dev.tare.site.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Money of an estate that no service accounts for.
 *
 * @param seen what the lines said when they were shown
 */
record RestView(String seen, String total, List<Row> rows) {
    /** A line; {@code place} is where it stands in the estate. */
    record Row(int place, String category, String monthly, String source, boolean counts) {}

    static RestView of(EstateDocument document) {
        List<Row> rows = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (EstateCost cost : document.costs()) {
            BigDecimal monthly = Objects.requireNonNullElse(cost.monthly(), BigDecimal.ZERO);
            total = total.add(monthly);
            rows.add(new Row(rows.size(), Objects.requireNonNullElse(cost.category(), "no category"),
                    money(monthly, document), Objects.requireNonNullElse(cost.source(), ""), cost.counts()));
        }
        return new RestView(seen(document), money(total, document), rows);
    }

    static String seen(EstateDocument document) {
        return Fingerprint.of(document.costs());
    }

    private static String money(BigDecimal amount, EstateDocument document) {
        return Figures.forViewer().money(amount.doubleValue(), Currencies.of(document));
    }
}
