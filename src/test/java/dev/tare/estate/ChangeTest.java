package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.estate.Change.Step;
import dev.tare.estate.Change.Taken;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.EstateDocument.Today;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final String[] NAMES = { "a", "b", "c", "d", "e", "f" };

    private static Service service(String name, @Nullable Double replicas, @Nullable Resource cpu, String... aliases) {
        return new Service(name, List.of(aliases), null, null, null, null, replicas, cpu, null, null, null, null, null,
                List.of(), null, null, null, null, List.of(), List.of(), List.of());
    }

    private static Call call(String from, String to, @Nullable Double perRequest) {
        return new Call(from, to, "call", null, perRequest, null, null, null, null, null, List.of());
    }

    private static EstateDocument of(Service... services) {
        return EstateDocument.named("Shop").withServices(List.of(services));
    }

    /** Parts of a list in one order, each there or not, each in one of three states. */
    private static EstateDocument random(Random random) {
        List<Service> services = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                services.add(service(random, name));
            }
        }
        List<Call> calls = new ArrayList<>();
        for (Service from : services) {
            for (Service to : services) {
                if (random.nextInt(3) == 0) {
                    calls.add(new Call(from.name(), to.name(), "call", null, number(random), null, number(random), null,
                            null, random.nextBoolean() ? null : 5L, provenance(random)));
                }
            }
        }
        EstateDocument document = of(services.toArray(Service[]::new)).withCalls(calls)
                .withEntries(services.stream().filter(_ -> random.nextInt(3) == 0)
                        .map(one -> new Entry(one.name(), number(random), null)).toList())
                .withTeams(services.stream().noneMatch(one -> "Red".equals(one.team())) && random.nextBoolean()
                        ? List.of()
                        : List.of(new Team("Red", number(random), null)))
                .withExternal(random.nextBoolean() || services.isEmpty()
                        ? List.of()
                        : List.of(new External("mail", List.of(services.getFirst().name()))))
                .withCosts(random.nextBoolean()
                        ? List.of()
                        : List.of(new EstateCost("Support", new BigDecimal("1.5"), null, false),
                                new EstateCost("Support", BigDecimal.valueOf(random.nextInt(2)), null, false)));
        return document.stating(random.nextBoolean() ? "Shop" : "Store", random.nextBoolean() ? null : "EUR",
                random.nextBoolean() ? null : new Today("eks", Map.of("wiring", "linkerd"), "one-each"));
    }

    private static Service service(Random random, String name) {
        Image image = random.nextBoolean()
                ? null
                : new Image("i:" + random.nextInt(2), null, number(random), null,
                        List.of(new Layer("sha256:" + random.nextInt(2), 3)), null, null, null);
        return new Service(name, random.nextBoolean() ? List.of() : List.of(name + "-v1"),
                random.nextBoolean() ? null : "Red", null, null, null, number(random),
                random.nextBoolean() ? null : new Resource(number(random), number(random), null), null, image, null,
                null, null, List.of(), null, null, null, null, List.of(),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Cost("Compute", BigDecimal.valueOf(random.nextInt(3)), "bill")),
                provenance(random));
    }

    private static @Nullable Double number(Random random) {
        return random.nextInt(3) == 0 ? null : Double.valueOf(random.nextInt(3));
    }

    private static List<Provenance> provenance(Random random) {
        return random.nextBoolean()
                ? List.of()
                : List.of(new Provenance("kubernetes", "f", "line " + random.nextInt(3)));
    }

    @Property(tries = 500)
    void takenBackAtOnceItIsAsBefore(@ForAll long seed) {
        Random random = new Random(seed);
        EstateDocument before = random(random);
        EstateDocument after = random(random);
        Change change = Change.read(Change.between(before, after).written());
        Taken taken = change.takenFrom(after);
        assertThat(taken.document()).isEqualTo(before);
        assertThat(taken.kept()).isEmpty();
        assertThat(change.reversed().takenFrom(before).document()).isEqualTo(after);
    }

    @Property(tries = 300)
    void whatWasEditedElsewhereStays(@ForAll long seed) {
        Random random = new Random(seed);
        EstateDocument before = random(random);
        EstateDocument after = random(random);
        Service own = service("typed", 4.0, null);
        List<Service> edited = new ArrayList<>(after.services());
        edited.add(own);
        Taken taken = Change.between(before, after).takenFrom(after.withServices(edited));
        List<Service> expected = new ArrayList<>(before.services());
        expected.add(own);
        assertThat(taken.document().services()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(taken.document().withServices(before.services())).isEqualTo(before);
        assertThat(taken.kept()).isEmpty();
    }

    @Test
    void nothingChangedIsNothingToTakeBack() {
        EstateDocument document = of(service("a", 1.0, null));
        Taken taken = Change.between(document, document).takenFrom(document);
        assertThat(taken.document()).isEqualTo(document);
        assertThat(taken.steps()).isEmpty();
    }

    @Test
    void aFieldThatWasEditedSinceStaysAndIsListed() {
        EstateDocument before = of(service("a", 1.0, null));
        EstateDocument after = of(service("a", 2.0, new Resource(0.1, null, null), "front"));
        EstateDocument edited = of(service("a", 5.0, new Resource(0.1, null, 0.4), "front", "mine"));
        Taken taken = Change.between(before, after).takenFrom(edited);
        assertThat(taken.document().services())
                .containsExactly(service("a", 5.0, new Resource(null, null, 0.4), "mine"));
        assertThat(taken.kept()).containsExactly(new Step("service", "a", "replicas", "5.0", "1.0"));
        assertThat(taken.steps()).contains(new Step("service", "a", "cpu.request", "0.1", null));
    }

    @Test
    void aServiceThatIsSpokenOfSinceStays() {
        EstateDocument before = of(service("a", 1.0, null));
        EstateDocument after = of(service("a", 1.0, null), service("b", 1.0, null), service("c", 1.0, null))
                .withCalls(List.of(call("b", "c", 1.0)));
        EstateDocument edited = after.withCalls(List.of(call("b", "c", 1.0), call("a", "b", 2.0)));
        Taken taken = Change.between(before, after).takenFrom(edited);
        assertThat(taken.document().services()).extracting(Service::name).containsExactly("a", "b");
        assertThat(taken.document().calls()).containsExactly(call("a", "b", 2.0));
        assertThat(taken.kept()).containsExactly(new Step("service", "b", null, "in use", null));
    }

    @Test
    void aServiceThatWasEditedSinceStays() {
        EstateDocument before = of();
        EstateDocument after = of(service("a", 1.0, null), service("b", 1.0, null));
        Taken taken = Change.between(before, after).takenFrom(of(service("a", 1.0, null), service("b", 3.0, null)));
        assertThat(taken.document().services()).containsExactly(service("b", 3.0, null));
        assertThat(taken.kept()).containsExactly(new Step("service", "b", null, "edited", null));
    }

    @Test
    void whatIsGoneSinceStaysGone() {
        EstateDocument before = of(service("a", 1.0, null), service("b", 1.0, null))
                .withCalls(List.of(call("a", "b", 1.0)));
        EstateDocument after = of(service("a", 2.0, null));
        Taken taken = Change.between(before, after).takenFrom(of());
        assertThat(taken.document().services()).containsExactly(service("b", 1.0, null));
        assertThat(taken.document().calls()).isEmpty();
        assertThat(taken.kept()).extracting(Step::kind, Step::name).contains(
                tuple("service", "a"),
                tuple("call", "a → b"));
    }
}
