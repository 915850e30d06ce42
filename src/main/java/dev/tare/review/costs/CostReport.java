package dev.tare.review.costs;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Standing;
import dev.tare.review.Standing.Money;
import dev.tare.review.Standing.Spread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an estate costs, as of a moment.
 *
 * @param standing  its figures now
 * @param months    by what was asked for, the oldest month first; the last one runs
 * @param teams     the same by team
 * @param lines     the same by line
 * @param services  the same by service, where lines are to be opened into them
 * @param engineer  what one engineer costs a month, in the estate's currency
 * @param seconds   in a month
 */
record CostReport(Snapshot estate, Instant at, Standing standing, By by, List<MonthCost> months, List<MonthCost> teams,
        List<MonthCost> lines, List<MonthCost> services, Spread engineer, double seconds) {
    /** The lists are copied. */
    CostReport {
        months = List.copyOf(months);
        teams = List.copyOf(teams);
        lines = List.copyOf(lines);
        services = List.copyOf(services);
    }

    String currency() {
        return standing.currency();
    }

    /** What one of a month is made of. */
    Map<String, Money> parts(MonthCost month, String name) {
        return new Crossing(by, servicesIn(month)).of(name, month.of(name));
    }

    private Map<String, Money> servicesIn(MonthCost month) {
        return services.stream().filter(each -> each.month().equals(month.month())).findFirst().map(MonthCost::all)
                .orElse(Map.of());
    }

    MonthCost running() {
        return teams.getLast();
    }

    /** The month before the one that runs, when anything is known of it. */
    Optional<MonthCost> last(List<MonthCost> of) {
        return of.size() > 1 ? Optional.of(of.get(of.size() - 2)) : Optional.empty();
    }

    /** Money of the running month with the range that all of it has now. */
    Spread ranged(double likely) {
        Spread gross = standing.total("cost").gross();
        return gross.likely() > 0
                ? new Spread(likely * gross.low() / gross.likely(), likely, likely * gross.high() / gross.likely())
                : new Spread(likely, likely, likely);
    }

    /** How a team's month stands; empty without a budget. */
    Optional<Budget> budget(String team) {
        return estate.document().teams().stream().filter(each -> each.name().equals(team))
                .map(EstateDocument.Team::monthlyBudget).filter(Objects::nonNull).findFirst()
                .map(limit -> Objects.requireNonNull(limit)).map(limit -> {
                    Spread range = ranged(running().of(team).gross());
                    return new Budget(limit, range.low(), range.likely(), range.high());
                });
    }

    /** All budgets against what their teams are heading for; empty where no team has one. */
    Optional<Budget> budget() {
        List<Map.Entry<Double, Double>> all = estate.document().teams().stream()
                .flatMap(team -> budget(team.name()).map(each -> Map.entry(each.limit(), each.likely())).stream())
                .toList();
        Spread range = ranged(all.stream().mapToDouble(Map.Entry::getValue).sum());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Budget(all.stream().mapToDouble(Map.Entry::getKey).sum(), range.low(),
                        range.likely(), range.high()));
    }

    /** What a thousand requests cost at today's rates; empty where none are known to come in. */
    Optional<Money> perThousand() {
        double thousands = standing.facts().requestsPerSecond() * seconds / 1_000;
        Spread net = standing.total("cost").net();
        Spread tare = standing.total("cost").tare();
        return thousands > 0
                ? Optional.of(new Money(net.likely() / thousands, tare.likely() / thousands, null))
                : Optional.empty();
    }

    /** How many engineers the tare would pay for; dear engineers are fewer. */
    Spread engineers() {
        double tare = standing.total("cost").tare().likely();
        return new Spread(tare / engineer.high(), tare / engineer.likely(), tare / engineer.low());
    }
}
