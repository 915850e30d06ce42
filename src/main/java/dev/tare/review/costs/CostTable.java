package dev.tare.review.costs;

import dev.tare.review.Csv;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;

/** Months of money as CSV. */
final class CostTable {
    private CostTable() {}

    /** A row for each month and team, service or line. */
    static String plain(CostReport report) {
        Csv csv = new Csv(
                List.of("month", report.by().id(), "currency", "net", "tare", "gross", "gross so far", "budget"));
        for (MonthCost month : report.months()) {
            new TreeMap<>(month.all()).forEach((name, money) -> csv.row(month.month().toString(), name,
                    report.currency(), cents(money.net()), cents(money.tare()), cents(money.gross()),
                    cents(month.soFar().getOrDefault(name, MonthCost.NOTHING).gross()), budget(report, name)));
        }
        return csv.text();
    }

    /** A row for each month, team, service or line, and what that is divided into. */
    static String crossed(CostReport report) {
        Csv csv = new Csv(
                List.of("month", report.by().id(), report.by().across().id(), "currency", "net", "tare", "gross"));
        report.months().forEach(month -> new TreeMap<>(month.all()).keySet()
                .forEach(name -> new TreeMap<>(report.parts(month, name)).forEach((part, money) -> csv
                        .row(month.month().toString(), name, part, report.currency(), cents(money.net()),
                                cents(money.tare()), cents(money.gross())))));
        return csv.text();
    }

    private static String budget(CostReport report, String name) {
        return report.by() == By.TEAM ? report.budget(name).map(each -> cents(each.limit())).orElse("") : "";
    }

    /** Money is modelled: digits after the sixth would say nothing. */
    private static String cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
