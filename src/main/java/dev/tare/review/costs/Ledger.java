package dev.tare.review.costs;

import dev.tare.review.Standing.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up months from the rates that held in them: a rate of money a month that holds for a third of a month comes to a
 * third of it. Months are those of UTC. Example: 300 a month until the end of the tenth of a month of thirty days, 600
 * from then on: 100 and 400, so 500.
 */
final class Ledger {
    private final List<Step> steps;
    private final Instant now;

    private Ledger(List<Step> steps, Instant now) {
        this.steps = steps;
        this.now = now;
    }

    /**
     * Every month from one until the one that runs, as far as anything is known of it.
     *
     * @param steps the oldest first; the last one holds now
     */
    static List<MonthCost> of(List<Step> steps, YearMonth from, Instant now) {
        if (steps.isEmpty()) {
            return List.of();
        }
        Ledger ledger = new Ledger(List.copyOf(steps), now);
        List<MonthCost> months = new ArrayList<>();
        YearMonth first = monthOf(steps.getFirst().at());
        YearMonth last = monthOf(now);
        for (YearMonth month = first.isAfter(from) ? first : from; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(ledger.month(month));
        }
        return List.copyOf(months);
    }

    static YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private MonthCost month(YearMonth month) {
        Instant start = start(month);
        Instant end = start(month.plusMonths(1));
        Instant until = now.isBefore(end) ? now : end;
        Instant known = steps.getFirst().at();
        return new MonthCost(month, spent(start, end, start, end), spent(start, end, known, until),
                known.isAfter(start) ? known : null);
    }

    /** What is spent between two moments of a month; the first step holds from ever, the last one for ever. */
    private Map<String, Money> spent(Instant start, Instant end, Instant from, Instant until) {
        double month = seconds(start, end);
        Map<String, Money> sum = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Instant begins = later(i == 0 ? null : steps.get(i).at(), later(from, start));
            Instant ends = earlier(i + 1 == steps.size() ? null : steps.get(i + 1).at(), earlier(until, end));
            if (begins.isBefore(ends)) {
                add(steps.get(i).by(), seconds(begins, ends) / month, sum);
            }
        }
        return sum;
    }

    private static void add(Map<String, Money> rates, double share, Map<String, Money> sum) {
        rates.forEach((name, rate) -> sum.merge(name, rate.times(share), Money::plus));
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
