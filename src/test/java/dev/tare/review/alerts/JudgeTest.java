package dev.tare.review.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument.Team;
import dev.tare.review.Standing;
import dev.tare.review.alerts.Alert.Kind;
import dev.tare.review.alerts.Judge.News;
import dev.tare.review.alerts.Judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is told, from figures made up for it. */
class JudgeTest {
    private static final List<Team> NO_TEAMS = List.of();

    @Test
    void aRiseIsToldAtTheThresholdAndThenCountedFromThere() {
        assertThat(toldOf(100, 109, 110, 115, 120.9, 121)).containsExactly("100.0 110.0", "110.0 121.0");
    }

    @Test
    void aRiseIsCountedFromTheLowestSince() {
        assertThat(toldOf(100, 90, 95, 99)).containsExactly("90.0 99.0");
    }

    @Test
    void whatRisesAndSinksBelowTheThresholdIsNeverTold() {
        assertThat(toldOf(100, 109, 100, 109, 100)).isEmpty();
    }

    @Test
    void aCrossedBudgetIsToldOnceAndItsEndOnce() {
        List<News> told = new ArrayList<>();
        Optional<Levels> levels = Optional.empty();
        for (double cost : new double[]{ 120, 130, 101, 99, 98, 100.5 }) {
            Verdict verdict = Judge.of(levels, standing(0, Map.of("a", cost)), List.of(new Team("a", null, 100.0)), 10);
            told.addAll(verdict.news());
            levels = Optional.of(verdict.levels());
        }
        assertThat(told).containsExactly(new News(Kind.BUDGET_CROSSED, "a", 100, 120),
                new News(Kind.BUDGET_KEPT, "a", 100, 99), new News(Kind.BUDGET_CROSSED, "a", 100, 100.5));
    }

    @Test
    void aTeamWithoutABudgetIsNeverOver() {
        Verdict verdict = Judge.of(Optional.of(new Levels("USD", 0, Set.of("a"))), standing(0, Map.of("a", 5.0)),
                List.of(new Team("a", null, null)), 10);

        assertThat(verdict.news()).isEmpty();
        assertThat(verdict.levels().over()).isEmpty();
    }

    @Test
    void anotherCurrencyIsNoRise() {
        Verdict verdict = Judge.of(Optional.of(new Levels("EUR", 100, Set.of())), standing(150, Map.of()), NO_TEAMS,
                10);

        assertThat(verdict.news()).isEmpty();
        assertThat(verdict.levels().tare()).isEqualTo(150);
    }

    @Property(tries = 300)
    void everythingToldIsARiseByTheThresholdAtLeast(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 1e6) Double> tares) {
        assertThat(toldOf(tares.stream().mapToDouble(each -> each).toArray())).allSatisfy(told -> {
            String[] ends = told.split(" ");
            assertThat(Double.parseDouble(ends[1]) * 100)
                    .isGreaterThanOrEqualTo(Double.parseDouble(ends[0]) * 110);
        });
    }

    private static List<String> toldOf(double... tares) {
        List<String> told = new ArrayList<>();
        Optional<Levels> levels = Optional.empty();
        for (double tare : tares) {
            Verdict verdict = Judge.of(levels, standing(tare, Map.of()), NO_TEAMS, 10);
            verdict.news().forEach(news -> told.add(news.before() + " " + news.after()));
            levels = Optional.of(verdict.levels());
        }
        return told;
    }

    private static Standing standing(double tare, Map<String, Double> teams) {
        StringBuilder money = new StringBuilder();
        teams.forEach((team, cost) -> money.append(money.isEmpty() ? "" : ",").append("\"").append(team)
                .append("\":{\"net\":0,\"tare\":").append(cost).append("}"));
        String spread = "{\"low\":0,\"likely\":%s,\"high\":0}";
        return JsonMapper.builder().disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build().readValue("""
                        {"currency":"USD","shape":"","units":0,"calls":0,"totals":{"cost":{"gross":%1$s,"net":%1$s,"tare":%1$s}},
                         "lines":{},"services":{},"teams":{%2$s},"facts":{"hopsPerRequest":0,"depth":0,"remoteCalls":0,
                         "components":0,"requestsPerSecond":0,"nodes":0,"instances":0},"findings":[],"defaults":0}"""
                        .formatted(spread.formatted(tare), money), Standing.class);
    }
}
