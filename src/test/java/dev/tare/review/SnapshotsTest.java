package dev.tare.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of estates over time, with a clock that is turned by hand and looks that are asked for. */
@SpringBootTest(properties = { "tare.sample=false", "tare.snapshots.first=P1D" })
class SnapshotsTest {
    private static final Instant START = Instant.parse("2026-03-04T08:00:00Z");
    private static Instant now = START;

    @Autowired
    private Estates estates;
    @Autowired
    private Snapshots snapshots;
    @Autowired
    private SnapshotJob job;
    @Autowired
    private JdbcTemplate jdbc;
    private String slug = "";

    @TestConfiguration
    static class HandClock {
        @Bean
        @Primary
        Clock handClock() {
            InstantSource source = () -> now;
            return source.withZone(ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void aShop() {
        now = START;
        slug = estates.create(EstateDocument.named("Snapshots").withTeams(List.of(new Team("front", null, null)))
                .withServices(List.of(Service.named("web").withTeam("front"), Service.named("cart"),
                        Service.named("pay")))
                .withCalls(List.of(call("web", "cart"), call("cart", "pay")))).slug();
    }

    @AfterEach
    void away() {
        jdbc.update("update shedlock set lock_until = locked_at");
        estates.delete(slug, estates.version(slug));
        assertThat(jdbc.queryForObject("select count(*) from snapshot where estate_slug = ?", Long.class, slug))
                .as("snapshots go with their estate").isZero();
    }

    @Test
    void holdsFiguresThatAddUp() {
        Standing standing = snapshots.now(slug).standing();
        standing.totals().forEach((measure, totals) -> assertThat(
                totals.net().likely() + totals.tare().likely()).as(measure)
                .isCloseTo(totals.gross().likely(), within(1e-9 * Math.max(1, totals.gross().likely()))));
        Standing.Totals cost = standing.total("cost");
        assertThat(standing.services()).containsOnlyKeys("web", "cart", "pay");
        assertThat(standing.services().values().stream().mapToDouble(Standing.Money::gross).sum())
                .isCloseTo(cost.gross().likely(), within(1e-6));
        assertThat(standing.teams()).containsOnlyKeys("front", Standing.NOBODY);
        assertThat(standing.teams().values().stream().mapToDouble(Standing.Money::tare).sum())
                .isCloseTo(cost.tare().likely(), within(1e-6));
        assertThat(standing.lines().keySet().stream().mapToDouble(part -> standing.line(part, "cost").likely()).sum())
                .isCloseTo(cost.tare().likely(), within(1e-6));
        assertThat(cost.gross().low()).isLessThan(cost.gross().high());
    }

    @Test
    void isReadBackAsItWasTaken() {
        Kept taken = snapshots.now(slug);
        assertThat(snapshots.find(slug, taken.id())).contains(taken);
        assertThat(snapshots.latest(slug)).contains(taken);
        assertThat(snapshots.find("another", taken.id())).isEmpty();
    }

    @Test
    void takesTheSameOnlyOnce() {
        Kept first = snapshots.now(slug);
        now = now.plusSeconds(60);
        assertThat(snapshots.now(slug)).isEqualTo(first);
        Kept decision = snapshots.now(slug, "Decision 1: keep it");
        assertThat(decision.id()).isNotEqualTo(first.id());
        assertThat(decision.reason()).isEqualTo(Reason.DECISION);
        assertThat(snapshots.now(slug, "Decision 1: keep it")).isEqualTo(decision);
    }

    @Test
    void waitsUntilAChangeHasSettled() {
        job.run();
        assertThat(taken()).isEmpty();
        look(Duration.ofMinutes(3));
        assertThat(reasons()).containsExactly(Reason.CHANGE);
        change("mail");
        look(Duration.ofSeconds(30));
        assertThat(taken()).hasSize(1);
        look(Duration.ofMinutes(2));
        assertThat(reasons()).containsExactly(Reason.CHANGE, Reason.CHANGE);
        look(Duration.ofMinutes(2));
        assertThat(taken()).as("nothing changed since").hasSize(2);
    }

    @Test
    void looksAtWhoeverEditsAllDayInBetween() {
        look(Duration.ofMinutes(3));
        for (int minute = 0; minute < 32; minute++) {
            now = now.plusSeconds(60);
            change("s" + minute);
            job.run();
        }
        assertThat(taken()).hasSize(2);
    }

    @Test
    void leavesAChangeAloneThatMovesNothing() {
        look(Duration.ofMinutes(3));
        estates.change(slug, document -> document.stating("Another name", document.currency(), document.today()));
        look(Duration.ofMinutes(3));
        look(Duration.ofMinutes(3));
        assertThat(taken()).hasSize(1);
        change("mail");
        look(Duration.ofMinutes(3));
        assertThat(taken()).hasSize(2);
    }

    @Test
    void takesOneADay() {
        look(Duration.ofMinutes(3));
        look(Duration.ofDays(1));
        look(Duration.ofHours(1));
        look(Duration.ofDays(1));
        assertThat(reasons()).containsExactly(Reason.CHANGE, Reason.DAILY, Reason.DAILY);
        assertThat(taken()).extracting(Kept::standing).as("the same figures").containsOnly(
                taken().getFirst().standing());
    }

    @Test
    void takesThemAgainWhenTheCatalogueIsAnother() {
        look(Duration.ofMinutes(3));
        jdbc.update("update snapshot set catalogue = 'older' where estate_slug = ?", slug);
        look(Duration.ofMinutes(3));
        look(Duration.ofMinutes(3));
        assertThat(reasons()).containsExactly(Reason.CHANGE, Reason.MODEL);
    }

    @Test
    void keepsTheLastOfADayAndWhatADecisionRestsOn() {
        look(Duration.ofMinutes(3));
        snapshots.now(slug, "Decision 1: keep it");
        change("mail");
        look(Duration.ofHours(1));
        change("mail2");
        look(Duration.ofHours(1));
        assertThat(taken()).hasSize(4);
        look(Duration.ofDays(40));
        assertThat(taken()).extracting(kept -> kept.standing().services().size()).containsExactly(3, 5, 5);
        assertThat(reasons()).containsExactly(Reason.DECISION, Reason.CHANGE, Reason.DAILY);
    }

    @Test
    void passesOverAnEstateThatCannotBeWeighed() {
        EstateDocument endless = EstateDocument.named("Endless")
                .withServices(List.of(Service.named("a"), Service.named("b")))
                .withCalls(List.of(call("a", "b"), call("b", "a")));
        Snapshot bad = estates.create(endless);
        look(Duration.ofMinutes(3));
        assertThat(snapshots.since(bad.slug(), Instant.EPOCH)).isEmpty();
        assertThat(taken()).as("the other is looked at all the same").hasSize(1);
        estates.delete(bad.slug(), bad.version());
    }

    /** As two instances on one database, or a job and somebody who asks. */
    @Test
    void keepsOneWhenSeveralTakeItAtOnce() throws Exception {
        try (ExecutorService takers = Executors.newFixedThreadPool(4)) {
            List<Future<Kept>> taken = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                taken.add(takers.submit(() -> snapshots.now(slug)));
            }
            for (Future<Kept> each : taken) {
                assertThat(each.get()).isEqualTo(taken.getFirst().get());
            }
        }
        assertThat(taken()).hasSize(1);
    }

    /** A killed instance leaves its lock behind; nobody looks until it ends, and then what it left undone is done. */
    @Test
    void waitsForTheLockOfAnotherInstance() {
        now = now.plus(Duration.ofMinutes(3));
        jdbc.update("""
                insert into shedlock values ('snapshots', now() + interval '10 minutes', now(), 'killed')
                on conflict (name) do update set lock_until = excluded.lock_until, locked_by = excluded.locked_by""");
        job.run();
        assertThat(taken()).isEmpty();
        jdbc.update("update shedlock set lock_until = now() - interval '1 second'");
        job.run();
        assertThat(taken()).hasSize(1);
    }

    @Test
    void givesTheLastOfEachMonth() {
        look(Duration.ofMinutes(3));
        look(Duration.ofDays(2));
        change("mail");
        look(Duration.ofDays(30));
        assertThat(snapshots.monthly(slug)).extracting(kept -> kept.standing().services().size())
                .containsExactly(3, 4);
    }

    private void look(Duration after) {
        now = now.plus(after);
        job.run();
    }

    private void change(String service) {
        estates.change(slug, Edits.putService(null, Service.named(service)));
    }

    private List<Kept> taken() {
        return snapshots.since(slug, Instant.EPOCH);
    }

    private List<Reason> reasons() {
        return taken().stream().map(Kept::reason).toList();
    }

    private static Call call(String from, String to) {
        return new Call(from, to, null, null, null, null, null, null, null, null, List.of());
    }
}
