package dev.tare.review.alerts;

import dev.tare.estate.EstateDocument.Team;
import dev.tare.review.Standing;
import dev.tare.review.alerts.Alert.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is news: a pure function of how an estate stood and how it stands. A budget is crossed once, however long it
 * stays so. The tare is counted from where it last was told or, if it sank since, from there: a rise of 10 % is told at
 * 110 from 100, then again at 121; one from 100 to 109 and back never.
 */
final class Judge {
    private static final double PERCENT = 100;

    private Judge() {}

    /** What is new, before it has a name and a time. */
    record News(Kind kind, String team, double before, double after) {}

    /** What is new, and how the estate stands now. */
    record Verdict(List<News> news, Levels levels) {}

    /**
     * Judges figures.
     *
     * @param before  absent when the estate was never judged: then budgets may be crossed already, and no tare rose
     * @param percent by how much the tare has to rise
     */
    static Verdict of(Optional<Levels> before, Standing now, List<Team> teams, double percent) {
        List<News> news = new ArrayList<>();
        Set<String> over = new HashSet<>();
        Set<String> was = before.map(Levels::over).orElse(Set.of());
        for (Team team : teams) {
            budget(team, now, was, over).ifPresent(news::add);
        }
        double tare = now.total("cost").tare().likely();
        Optional<Double> from = before.filter(levels -> levels.currency().equals(now.currency())).map(Levels::tare);
        boolean rose = from.isPresent() && from.get() > 0 && tare * PERCENT >= from.get() * (PERCENT + percent);
        if (rose) {
            news.add(new News(Kind.TARE_ROSE, "", from.get(), tare));
        }
        double level = from.isEmpty() || rose || from.get() <= 0 ? tare : Math.min(tare, from.get());
        return new Verdict(List.copyOf(news), new Levels(now.currency(), level, over));
    }

    private static Optional<News> budget(Team team, Standing now, Set<String> was, Set<String> over) {
        Double limit = team.monthlyBudget();
        if (limit == null) {
            return Optional.empty();
        }
        double cost = Optional.ofNullable(now.teams().get(team.name())).map(Standing.Money::gross).orElse(0.0);
        boolean is = cost > limit;
        if (is) {
            over.add(team.name());
        }
        return is == was.contains(team.name())
                ? Optional.empty()
                : Optional.of(new News(is ? Kind.BUDGET_CROSSED : Kind.BUDGET_KEPT, team.name(), limit, cost));
    }
}
