package dev.tare.review.costs;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Standing;
import dev.tare.review.Standing.Spread;
import dev.tare.review.Standings;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** What estates cost, from the figures kept of them and from those they have now. */
@Service
class Costs {
    /** This month, and the same one last year beside it. */
    private static final int MONTHS = 12;
    private static final String ENGINEER = "house.engineer";
    private static final String HOURS = "house.hours_per_month";
    private static final int SECONDS_PER_HOUR = 3_600;

    private final Estates estates;
    private final Standings standings;
    private final StepRows rows;
    private final Catalogue catalogue;
    private final Clock clock;

    Costs(Estates estates, Standings standings, StepRows rows, Catalogue catalogue, Clock clock) {
        this.estates = estates;
        this.standings = standings;
        this.rows = rows;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** With {@code crossed}, what lines divide into is known as well. */
    CostReport of(String slug, By by, boolean crossed) {
        Snapshot estate = estates.get(slug);
        Standing standing = standings.of(estate);
        Instant now = clock.instant();
        List<MonthCost> teams = months(estate, standing, By.TEAM, now);
        List<MonthCost> lines = months(estate, standing, By.LINE, now);
        List<MonthCost> asked = switch (by) {
            case TEAM -> teams;
            case LINE -> lines;
            case SERVICE -> months(estate, standing, By.SERVICE, now);
        };
        List<MonthCost> services = crossed && by == By.LINE ? months(estate, standing, By.SERVICE, now) : List.of();
        return new CostReport(estate, now, standing, by, asked, teams, lines, services, engineer(standing.currency()),
                likely(HOURS) * SECONDS_PER_HOUR);
    }

    private List<MonthCost> months(Snapshot estate, Standing standing, By by, Instant now) {
        YearMonth from = Ledger.monthOf(now).minusMonths(MONTHS);
        List<Step> steps = new ArrayList<>(rows.since(estate.slug(), Ledger.start(from), by, standing.currency()));
        Instant since = steps.isEmpty() || steps.getLast().at().isBefore(estate.updatedAt())
                ? estate.updatedAt()
                : steps.getLast().at();
        steps.add(new Step(since.isAfter(now) ? now : since, current(standing, by)));
        return Ledger.of(steps, from, now);
    }

    private static java.util.Map<String, Standing.Money> current(Standing standing, By by) {
        return switch (by) {
            case TEAM -> standing.teams();
            case SERVICE -> standing.services();
            case LINE -> StepRows.lines(standing.total("cost").net().likely(), standing.lines());
        };
    }

    private Spread engineer(String currency) {
        Assumption engineer = catalogue.entry(ENGINEER).orElseThrow();
        double usd = catalogue.usdPer(currency).orElse(1);
        return new Spread(number(engineer.low()) / usd, number(engineer.likely()) / usd,
                number(engineer.high()) / usd);
    }

    private double likely(String key) {
        return number(catalogue.entry(key).orElseThrow().likely());
    }

    private static double number(@org.jspecify.annotations.Nullable Double figure) {
        return Objects.requireNonNull(figure);
    }
}
