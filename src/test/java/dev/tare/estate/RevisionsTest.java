package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(showSql = false)
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({ Estates.class, EstateRows.class, RevisionRows.class, Revisions.class, RevisionsTest.HandClock.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RevisionsTest {
    private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");
    private static Instant now = START;

    @Autowired
    private Estates estates;
    @Autowired
    private Revisions revisions;
    @Autowired
    private JdbcTemplate jdbc;

    @TestConfiguration
    @ComponentScan(basePackageClasses = Catalogue.class)
    static class HandClock {
        @Bean
        Clock clock() {
            InstantSource source = () -> now;
            return source.withZone(ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void wind() {
        now = START;
    }

    @Test
    void givesBackEveryVersionToTheLastField() {
        Snapshot first = estates.create(Documents.everythingStated());
        Snapshot second = later(first, "added", Duration.ofHours(1));
        Snapshot third = later(second, "another", Duration.ofHours(1));
        assertThat(revisions.at(first.slug(), first.version())).contains(first);
        assertThat(revisions.at(first.slug(), second.version())).contains(second);
        assertThat(revisions.at(first.slug(), third.version())).contains(third);
        assertThat(revisions.at(first.slug(), third.version() + 1)).isEmpty();
    }

    @Test
    void findsWhatStoodAtAMoment() {
        Snapshot first = estates.create("Moments");
        Snapshot second = later(first, "a", Duration.ofHours(1));
        String slug = first.slug();
        assertThat(revisions.at(slug, START.minusSeconds(1))).isEmpty();
        assertThat(revisions.at(slug, START)).contains(first);
        assertThat(revisions.at(slug, second.updatedAt().minusMillis(1))).contains(first);
        assertThat(revisions.at(slug, second.updatedAt())).contains(second);
        assertThat(revisions.at(slug, START.plus(Duration.ofDays(900)))).contains(second);
    }

    @Test
    void keepsNothingWhereNothingChanged() {
        Snapshot first = estates.create(Documents.everythingStated());
        estates.replace(first.slug(), first.version(), Documents.everythingStated());
        assertThatThrownBy(
                () -> estates.replace(first.slug(), first.version(), first.document().withServices(List.of())))
                .isInstanceOf(Invalid.class);
        assertThat(revisions.list(first.slug(), 10)).containsExactly(
                new Revision(first.version(), first.updatedAt(), Cause.CREATED, true));
        assertThat(copies(first.slug())).isEqualTo(1);
    }

    @Test
    void tellsWhyEachVersionCameToBe() {
        Snapshot first = estates.create("Causes");
        UUID id = UUID.randomUUID();
        now = now.plusSeconds(60);
        Snapshot second = estates.change(first.slug(), Cause.imported("shop.yaml, more.yaml", id),
                Edits.putService(null, Service.named("a")));
        Snapshot third = later(second, "b", Duration.ofHours(1));
        assertThat(revisions.list(first.slug(), 10)).extracting(Revision::version, Revision::cause).containsExactly(
                tuple(third, Cause.EDIT), tuple(second, Cause.imported("shop.yaml, more.yaml", id)),
                tuple(first, Cause.CREATED));
        assertThat(revisions.list(first.slug(), 1)).hasSize(1);
        assertThat(revisions.since(first.slug(), second.updatedAt())).hasSize(2);
    }

    private static Tuple tuple(Snapshot at, Cause cause) {
        return Tuple.tuple(at.version(), cause);
    }

    @Test
    void knowsWhereAnImportFoundTheEstateEvenWhenItChangedNothing() {
        Snapshot first = estates.create("References");
        UUID changing = UUID.randomUUID();
        UUID idle = UUID.randomUUID();
        Snapshot second = estates.change(first.slug(), Cause.imported("a", changing),
                Edits.putService(null, Service.named("a")));
        estates.change(first.slug(), Cause.imported("a", idle), document -> document);
        assertThat(revisions.before(first.slug(), changing.toString())).hasValue(first.version());
        assertThat(revisions.before(first.slug(), idle.toString())).hasValue(second.version());
        assertThat(revisions.before(first.slug(), UUID.randomUUID().toString())).isEmpty();
        assertThat(revisions.list(first.slug(), 10)).hasSize(2);
    }

    @Test
    void keepsTheLastOfEachDayOnceTheyAreOld() {
        Snapshot last = estates.create("Old days");
        List<Long> versions = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int time = 0; time < 4; time++) {
                last = later(last, "s" + day + time, Duration.ofHours(4));
                versions.add(last.version());
            }
            now = START.plus(Duration.ofDays(day + 1L));
        }
        assertThat(copies(last.slug())).isEqualTo(13);
        Snapshot recent = later(last, "recent", Duration.ofDays(100));
        assertThat(revisions.list(last.slug(), 20).stream().filter(Revision::kept).map(Revision::version))
                .containsExactly(recent.version(), versions.get(11), versions.get(7), versions.get(3));
        assertThat(revisions.at(last.slug(), versions.get(1))).isEmpty();
        assertThat(revisions.list(last.slug(), 20)).as("the log itself stays").hasSize(14);
    }

    @Test
    void keepsNoMoreThanACapOfOneBusyDay() {
        Snapshot first = estates.create("Busy day");
        fill(first.slug(), 700, 10);
        later(first, "one more", Duration.ofMinutes(1));
        assertThat(copies(first.slug())).isEqualTo(500);
    }

    @Test
    void keepsLessOfLargeDocuments() {
        Snapshot first = estates.create("Large");
        fill(first.slug(), 10, 20 << 20);
        later(first, "one more", Duration.ofMinutes(1));
        assertThat(copies(first.slug())).as("three of 20 MB fit in 64 MB beside two small ones").isEqualTo(5);
    }

    @Test
    void goesWithItsEstate() {
        Snapshot first = estates.create("Gone");
        Snapshot second = later(first, "a", Duration.ofHours(1));
        estates.delete(second.slug(), second.version());
        assertThatThrownBy(() -> revisions.at(first.slug(), first.version())).isInstanceOf(NotFound.class);
        assertThat(jdbc.queryForObject("select count(*) from estate_revision r where not exists"
                + " (select from estate e where e.id = r.estate_id)", Long.class)).isZero();
    }

    /** An estate that was here before its history was kept. */
    @Test
    void beginsWithWhatStoodBeforeTheFirstChange() {
        Snapshot first = estates.create("Older than history");
        jdbc.update("delete from estate_revision where estate_id = (select id from estate where slug = ?)",
                first.slug());
        assertThat(revisions.at(first.slug(), first.version())).contains(first);
        later(first, "a", Duration.ofHours(1));
        assertThat(revisions.at(first.slug(), first.version())).contains(first);
    }

    private Snapshot later(Snapshot estate, String service, Duration after) {
        now = now.plus(after);
        return estates.change(estate.slug(), Edits.putService(null, Service.named(service)));
    }

    /** Copies of earlier versions, so many and so large, all of one day. */
    private void fill(String slug, int count, int bytes) {
        jdbc.update("""
                insert into estate_revision
                select id, 1000000 - i, updated_at, decode(repeat('00', ?), 'hex')
                from estate, generate_series(1, ?) i where slug = ?""", bytes,
                count, slug);
        jdbc.update("update estate set version = 1000000 where slug = ?", slug);
    }

    private long copies(String slug) {
        return jdbc.queryForObject("select count(*) from estate_revision r join estate e on e.id = r.estate_id"
                + " where e.slug = ?", Long.class, slug);
    }
}
