package dev.tare.intake.web;

import dev.tare.intake.cost.Bill;
import dev.tare.site.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill for people: its total to the last digit, and its money by what it is told apart by.
 *
 * @param share of a month's money that is matched, in percent; absent when there is none
 */
record BillView(String format, String measure, String files, boolean applied, String rows, String total, String month,
        String monthly, String matched, String unmatched, @Nullable String share, List<Row> shown, List<Row> more) {
    private static final int SHOWN = 25;

    /** One group. */
    record Row(String label, String value, @Nullable String service, String by, String rows, String monthly) {}

    static BillView of(Bill bill) {
        List<Row> rows = bill.groups().stream().map(group -> row(group, bill.currency())).toList();
        return new BillView(bill.format(), bill.measure(), String.join(", ", bill.files()), bill.applied(),
                Figures.forViewer().count(bill.rows()), exact(bill.total(), bill.currency()), bill.month(),
                exact(bill.monthly(), bill.currency()), exact(bill.matched(), bill.currency()),
                exact(bill.unmatched(), bill.currency()), share(bill), rows.stream().limit(SHOWN).toList(),
                rows.stream().skip(SHOWN).toList());
    }

    private static @Nullable String share(Bill bill) {
        if (bill.monthly().signum() <= 0 || bill.matched().signum() < 0 || bill.unmatched().signum() < 0) {
            return null;
        }
        return bill.matched().movePointRight(2).divide(bill.monthly(), 0, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private static Row row(Bill.Group group, String currency) {
        return new Row(group.label(), group.value(), group.service(), by(group.by()),
                Figures.forViewer().count(group.rows()), exact(group.monthly(), currency));
    }

    private static String by(String how) {
        return switch (how) {
            case "rule" -> "your rule";
            case "not" -> "";
            default -> "its " + how;
        };
    }

    private static String exact(BigDecimal amount, String currency) {
        String digits = Figures.forViewer().exact(amount);
        return currency.isEmpty() ? digits : digits + "\u00a0" + currency;
    }
}
