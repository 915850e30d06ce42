package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(showSql = false)
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({ Estates.class, EstateRows.class, RevisionRows.class, EstatesTest.StoppedClock.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class EstatesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

    @Autowired
    private Estates estates;
    @Autowired
    private JdbcTemplate jdbc;

    @TestConfiguration
    @ComponentScan(basePackageClasses = Catalogue.class)
    static class StoppedClock {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @Test
    void givesBackEveryFieldItWasGiven() {
        Snapshot created = estates.create("Shop");
        EstateDocument given = Documents.everythingStated();
        Snapshot replaced = estates.replace(created.slug(), created.version(), given);
        assertThat(replaced.document()).isEqualTo(given);
        assertThat(estates.get(created.slug())).isEqualTo(replaced);
    }

    @Test
    void keepsTheOrderOfHandMadeUnits() {
        Snapshot stored = estates.create(Documents.everythingStated());
        assertThat(estates.get(stored.slug()).document().today()).hasToString(
                Documents.everythingStated().today().toString());
    }

    @Test
    void givesEveryEstateAnAddressOfItsOwn() {
        assertThat(estates.create("Übersee / Shop").slug()).isEqualTo("ubersee-shop");
        assertThat(estates.create("ubersee shop").slug()).isEqualTo("ubersee-shop-2");
        assertThat(estates.create("Ubersee-Shop!").slug()).isEqualTo("ubersee-shop-3");
    }

    @Test
    void listsEstatesWithTheirCounts() {
        Snapshot stored = estates.create(Documents.everythingStated());
        assertThat(estates.list()).contains(new Estates.Summary(stored.slug(), stored.document().name(), 3, 2,
                Instant.parse("2026-03-04T05:06:07.123456Z")));
    }

    @Test
    void raisesTheVersionOnceForEachChangeAndNotForTheSameAgain() {
        Snapshot first = estates.create("Versions");
        Snapshot second = estates.replace(first.slug(), first.version(), Documents.everythingStated());
        assertThat(second.version()).isEqualTo(first.version() + 1);
        Snapshot same = estates.replace(first.slug(), second.version(), Documents.everythingStated());
        assertThat(same).isEqualTo(second);
    }

    @Test
    void refusesAStaleVersionAndNamesTheCurrentOne() {
        Snapshot first = estates.create("Stale");
        Snapshot second = estates.change(first.slug(), Edits.putService(null, Service.named("a")));
        assertThatThrownBy(() -> estates.replace(first.slug(), first.version(), first.document()))
                .isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.currentVersion())
                        .isEqualTo(Long.toString(second.version())));
        assertThatThrownBy(() -> estates.delete(first.slug(), first.version())).isInstanceOf(Conflict.class);
        assertThat(estates.get(first.slug())).isEqualTo(second);
    }

    @Test
    void takesAnEstateAwayWithAllItHolds() {
        long others = rows();
        Snapshot stored = estates.create(Documents.everythingStated());
        assertThat(rows()).isGreaterThan(others);
        estates.delete(stored.slug(), stored.version());
        assertThat(estates.find(stored.slug())).isEmpty();
        assertThat(rows()).isEqualTo(others);
        assertThatThrownBy(() -> estates.get(stored.slug())).isInstanceOf(NotFound.class);
    }

    @Test
    void changesNothingWhenTheDocumentIsWrong() {
        Snapshot stored = estates.create(Documents.everythingStated());
        EstateDocument wrong = stored.document().withServices(List.of(Service.named(" ")));
        assertThatThrownBy(() -> estates.replace(stored.slug(), stored.version(), wrong)).isInstanceOf(Invalid.class);
        assertThat(estates.get(stored.slug())).isEqualTo(stored);
    }

    @Test
    void writesAnyChangeAsTheDifference() {
        Snapshot stored = estates.create(Documents.everythingStated());
        EstateDocument given = stored.document();
        List<Service> turned = new ArrayList<>(given.services()).reversed();
        List<Call> calls = List.of(call("c", "lonely"), call("lonely", "c"), given.calls().getFirst(), call("c", "c"));
        List<Service> services = new ArrayList<>(turned);
        services.add(1, Service.named("c"));
        EstateDocument wanted = given.withServices(services).withCalls(calls).withTeams(given.teams().reversed())
                .withEntries(List.of()).withExternal(given.external().reversed());
        Snapshot changed = estates.replace(stored.slug(), stored.version(), wanted);
        assertThat(estates.get(stored.slug())).isEqualTo(changed);
        assertThat(changed.document()).isEqualTo(wanted);
    }

    /** Any change at all, a hundred of them on top of each other, each read back. */
    @Test
    void writesWhateverComesAsTheDifference() {
        Random random = new Random(42);
        Snapshot stored = estates.create(Documents.everythingStated());
        for (int i = 0; i < 100; i++) {
            EstateDocument wanted = Documents.shuffled(stored.document(), random);
            stored = estates.replace(stored.slug(), stored.version(), wanted);
            assertThat(stored.document()).isEqualTo(wanted);
            assertThat(estates.get(stored.slug())).isEqualTo(stored);
        }
    }

    @Test
    void letsTwoServicesSwapNames() {
        Snapshot stored = estates.create(EstateDocument.named("Swap")
                .withServices(List.of(Service.named("a"), Service.named("b"))).withCalls(List.of(call("a", "b"))));
        EstateDocument swapped = stored.document().withServices(List.of(Service.named("b"), Service.named("a")));
        estates.replace(stored.slug(), stored.version(), swapped);
        assertThat(estates.get(stored.slug()).document()).isEqualTo(swapped);
    }

    @Test
    void changesOneServiceWithoutTouchingTheRowsOfOthers() {
        Snapshot stored = estates.create(Documents.large(50, 4));
        long before = written();
        estates.change(stored.slug(), Edits.putService("service-7", Service.named("service-7")));
        assertThat(written() - before).as("rows of services and calls written").isEqualTo(1);
    }

    @Test
    void queuesChangesMadeAtTheSameTime() throws Exception {
        Snapshot stored = estates.create("Busy");
        try (ExecutorService editors = Executors.newFixedThreadPool(4)) {
            List<Future<Snapshot>> changes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Service service = Service.named("s" + i);
                changes.add(editors.submit(() -> estates.change(stored.slug(), Edits.putService(null, service))));
            }
            for (Future<Snapshot> change : changes) {
                change.get();
            }
        }
        Snapshot after = estates.get(stored.slug());
        assertThat(after.document().services()).hasSize(20);
        assertThat(after.version()).isEqualTo(stored.version() + 20);
    }

    @Test
    void guardsCallsInTheDatabaseToo() {
        Snapshot stored = estates.create(Documents.everythingStated());
        long id = jdbc.queryForObject("select id from estate where slug = ?", Long.class, stored.slug());
        assertThatThrownBy(
                () -> jdbc.update("insert into call (estate_id, position, caller, callee) values (?, 77, 0, 99)", id))
                .isInstanceOf(DataIntegrityViolationException.class);
        jdbc.update("delete from entry_point where estate_id = ?", id);
        jdbc.update("delete from external_caller where estate_id = ?", id);
        assertThatThrownBy(() -> jdbc.update("delete from service where estate_id = ? and position = 2", id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void readsALargeEstateWithAQueryATable() {
        Snapshot stored = estates.create(Documents.large(1000, 10));
        assertThat(estates.get(stored.slug()).document()).isEqualTo(stored.document());
    }

    private static Call call(String from, String to) {
        return new Call(from, to, null, null, null, null, null, null, null, null, List.of());
    }

    private long rows() {
        return PartTables.ALL.stream().mapToLong(
                table -> jdbc.queryForObject("select count(*) from " + table.name(), Long.class)).sum()
                + jdbc.queryForObject("select count(*) from estate", Long.class);
    }

    /** Rows written to the tables of services and calls so far, as the database itself counts them. */
    private long written() {
        jdbc.query("select pg_stat_force_next_flush()", _ -> {});
        return jdbc.queryForObject("""
                select sum(n_tup_ins + n_tup_upd + n_tup_del)
                from pg_stat_user_tables where relname in ('service', 'call')""", Long.class);
    }
}
