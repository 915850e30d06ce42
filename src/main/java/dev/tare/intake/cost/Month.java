package dev.tare.intake.cost;

import dev.tare.intake.cost.Ledger.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger's money is a month.
 *
 * @param lines what is paid in a month, with months taken together
 * @param words which month that is, and how it was made one
 * @param remark what to know about it, when there is anything
 */
record Month(List<CostLine> lines, String words, @Nullable String remark) {
    /** 365 × 24 / 12: what prices by the month count. */
    private static final BigDecimal HOURS = new BigDecimal(730);
    /** A bill that ends earlier than this many days before the month does is of a part of it. */
    private static final int DAYS_TO_SPARE = 1;

    static Month of(Ledger ledger, List<CostLine> lines) {
        BigDecimal hours = ledger.hours();
        if (hours != null) {
            return shared(lines, HOURS, hours,
                    "a month of 730 hours at the rate of " + hours.toPlainString() + " hours",
                    null);
        }
        List<String> months = new ArrayList<>(new TreeSet<>(lines.stream().map(CostLine::month)
                .filter(month -> !month.isEmpty()).toList()));
        if (months.size() < 2) {
            String only = months.isEmpty() ? "no month stated, taken as one" : Days.inWords(months.getFirst());
            return new Month(lines, only, months.isEmpty() ? null : partly(ledger, months.getFirst()));
        }
        return switch (ledger.span()) {
            case WHOLE -> new Month(lines, "all of " + range(months) + " as one month", null);
            case MEAN -> shared(lines, BigDecimal.ONE, BigDecimal.valueOf(months.size()),
                    "mean of " + months.size() + " months, " + range(months), null);
            case LAST -> last(ledger, lines, months);
        };
    }

    private static String range(List<String> months) {
        return Days.inWords(months.getFirst()) + " to " + Days.inWords(months.getLast());
    }

    private static Month shared(List<CostLine> lines, BigDecimal numerator, BigDecimal denominator, String words,
            @Nullable String remark) {
        List<BigDecimal> shares = Share.of(lines.stream().map(CostLine::amount).toList(), numerator, denominator);
        List<CostLine> shared = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shared.add(lines.get(i).of(shares.get(i)));
        }
        return new Month(shared, words, remark);
    }

    private static Month last(Ledger ledger, List<CostLine> lines, List<String> months) {
        boolean ended = partly(ledger, months.getLast()) == null;
        String month = months.get(months.size() - (ended ? 1 : 2));
        List<CostLine> of = lines.stream().filter(line -> line.month().equals(month)).toList();
        return new Month(of, Days.inWords(month), "The files cover " + months.size() + " months, " + range(months)
                + "; the last one covered to its end is taken.");
    }

    /** What to say when the charges do not reach the month's end; rows dated by the month alone are of all of it. */
    private static @Nullable String partly(Ledger ledger, String month) {
        LocalDate from = ledger.from();
        LocalDate until = ledger.until();
        YearMonth of = YearMonth.parse(month);
        boolean whole = until == null || !until.isBefore(of.atEndOfMonth().minusDays(DAYS_TO_SPARE))
                || until.getDayOfMonth() == 1 && Objects.requireNonNull(from).getDayOfMonth() == 1;
        return whole
                ? null
                : "The charges reach from " + from + " to " + until + ", not to the end of " + Days.inWords(month)
                        + "; they are taken as that month's as they stand.";
    }
}
