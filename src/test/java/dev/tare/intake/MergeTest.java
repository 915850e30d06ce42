package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.EstateDocument.Work;
import dev.tare.intake.Merged.Change;
import dev.tare.intake.Merged.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final EstateDocument EMPTY = EstateDocument.named("Shop");

    private static Service service(String name, @Nullable String namespace, @Nullable Double replicas,
            @Nullable Resource cpu, Sidecar... sidecars) {
        return new Service(name, List.of(), null, "Deployment", namespace, null, replicas, cpu, null, null, null, null,
                null, List.of(), null, null, null, null, List.of(sidecars), List.of(), List.of());
    }

    private static Service typed(String name, @Nullable Double replicas, @Nullable Double p50) {
        return new Service(name, List.of(), "Checkout", null, null, null, replicas, null, null, null, null,
                p50 == null ? null : new Work(p50, null), null, List.of(), null, null, null, null, List.of(), List.of(),
                List.of());
    }

    private static Service read(Service service) {
        return Claims.stamp(service, "kubernetes", "k8s.yaml", Map.of("", "line 1"));
    }

    private static EstateDocument of(Service... services) {
        return new EstateDocument(EstateDocument.VERSION, "", null, null, List.of(), List.of(services), List.of(),
                List.of(), List.of());
    }

    private static EstateDocument calling(Call... calls) {
        return new EstateDocument(EstateDocument.VERSION, "", null, null, List.of(),
                List.of(read(service("a", null, null, null)), read(service("b", null, null, null))), List.of(calls),
                List.of(), List.of());
    }

    private static Call call(@Nullable Double perRequest, String detail) {
        return new Call("a", "b", "call", null, perRequest, null, null, null, null, null,
                List.of(new Provenance("kubernetes", "k8s.yaml", detail)));
    }

    @Test
    void aSecondTimeChangesNothing() {
        EstateDocument draft = new EstateDocument(EstateDocument.VERSION, "", null,
                new Today("kubernetes", Map.of("wiring", "linkerd"), "one-each"), List.of(),
                List.of(read(service("a", "x", 2.0, new Resource(0.1, 0.2, null),
                        new Sidecar("proxy", "mesh", true, "p:1", null, null))), read(service("b", "x", null, null))),
                List.of(call(0.5, "variable B_URL")), List.of(new Entry("a", null, null)),
                List.of(new External("example.com", List.of("a"))));
        Merged once = Merge.into(EMPTY, draft);
        Merged twice = Merge.into(once.document(), draft);
        assertThat(once.added()).extracting(Item::kind).containsExactly("today", "service", "service", "call", "entry",
                "external");
        assertThat(twice.document()).isEqualTo(once.document());
        assertThat(twice.changesNothing()).isTrue();
        assertThat(twice.findings()).isEmpty();
        assertThat(twice.unchanged()).hasSize(5);
    }

    @Test
    void replacesWhatItWroteAndKeepsWhatWasTyped() {
        EstateDocument imported = Merge.into(EMPTY, of(read(service("a", null, 2.0, new Resource(0.1, 0.2, null)))))
                .document();
        Service now = imported.services().getFirst();
        Service edited = new Service(now.name(), now.aliases(), "Checkout", now.kind(), null, null, 7.0, now.cpu(),
                null,
                null, null, null, null, List.of(), null, null, null, null, List.of(), List.of(), now.provenance());
        Merged merged = Merge.into(new EstateDocument(EstateDocument.VERSION, "Shop", null, null, List.of(),
                List.of(edited), List.of(), List.of(), List.of()),
                of(read(service("a", null, 3.0, new Resource(0.4, null, null)))));
        Service after = merged.document().services().getFirst();
        assertThat(after.replicas()).isEqualTo(7.0);
        assertThat(after.team()).isEqualTo("Checkout");
        assertThat(after.cpu()).isEqualTo(new Resource(0.4, null, null));
        assertThat(merged.changed().getFirst().changes()).containsExactlyInAnyOrder(
                new Change("cpu.request", "0.1", "0.4"), new Change("cpu.limit", "0.2", null));
        assertThat(merged.findings()).singleElement().satisfies(kept -> {
            assertThat(kept.code()).isEqualTo("kept");
            assertThat(kept.path()).isEqualTo("services[a].replicas");
            assertThat(kept.message()).isEqualTo("a: replicas stays 7; the import says 3.");
        });
    }

    @Test
    void fillsWhatIsEmptyAndLeavesTheRest() {
        EstateDocument estate = new EstateDocument(EstateDocument.VERSION, "Shop", "EUR", new Today("eks", null, null),
                List.of(), List.of(typed("a", null, 12.0)), List.of(), List.of(), List.of());
        Merged merged = Merge.into(estate, of(read(service("a", null, 2.0, null))));
        Service after = merged.document().services().getFirst();
        assertThat(after.replicas()).isEqualTo(2.0);
        assertThat(after.workMs()).isEqualTo(new Work(12.0, null));
        assertThat(merged.document().today()).isEqualTo(new Today("eks", null, null));
        assertThat(merged.document().currency()).isEqualTo("EUR");
    }

    @Test
    void aSidecarThatIsGoneGoesAndATypedOneStays() {
        Sidecar mesh = new Sidecar("proxy", "mesh", true, "p:1", null, null);
        EstateDocument imported = Merge.into(EMPTY, of(read(service("a", null, 1.0, null, mesh)))).document();
        Merged gone = Merge.into(imported, of(read(service("a", null, 1.0, null))));
        assertThat(gone.document().services().getFirst().sidecars()).isEmpty();
        EstateDocument typed = of(service("a", null, 1.0, null, new Sidecar("my.log", "logging", false, null, null,
                null)));
        Merged both = Merge.into(typed, of(read(service("a", null, 1.0, null, mesh))));
        assertThat(both.document().services().getFirst().sidecars()).extracting(Sidecar::name).containsExactly("my.log",
                "proxy");
    }

    @Test
    void knowsAServiceThatWasRenamed() {
        EstateDocument imported = Merge.into(EMPTY, of(read(service("a", null, 2.0, null)))).document();
        Service now = imported.services().getFirst();
        EstateDocument renamed = of(Fields.of(now).renamed("Front shop").as(Service.class,
                Map.of("aliases", List.of(), "provenance", now.provenance())));
        Merged merged = Merge.into(renamed, of(read(service("a", null, 2.0, null))));
        assertThat(merged.document().services()).extracting(Service::name).containsExactly("Front shop");
        assertThat(merged.changesNothing()).isTrue();
    }

    @Test
    void anotherNamespaceIsAnotherService() {
        EstateDocument imported = Merge.into(EMPTY, of(read(service("a", "red", 2.0, null)))).document();
        EstateDocument draft = new EstateDocument(EstateDocument.VERSION, "", null, null, List.of(),
                List.of(read(service("a", "blue", 2.0, null)), read(service("b", "blue", 1.0, null))),
                List.of(new Call("b", "a", "call", null, null, null, null, null, null, null, List.of())), List.of(),
                List.of());
        EstateDocument merged = Merge.into(imported, draft).document();
        assertThat(merged.services()).extracting(Service::name).containsExactly("a", "a.blue", "b");
        assertThat(merged.calls().getFirst().to()).isEqualTo("a.blue");
        assertThat(Merge.into(merged, draft).changesNothing()).isTrue();
    }

    @Test
    void joinsByAnAlias() {
        Service known = new Service("Store", List.of("a"), null, null, null, null, null, null, null, null, null, null,
                null, List.of(), null, null, null, null, List.of(), List.of(), List.of());
        Merged merged = Merge.into(of(known), of(read(service("a", null, 2.0, null))));
        assertThat(merged.document().services()).singleElement()
                .satisfies(service -> assertThat(service.replicas()).isEqualTo(2.0));
    }

    @Test
    void callsGatherEvidenceAndKeepTypedNumbers() {
        EstateDocument typed = calling(new Call("a", "b", "call", "parallel", 3.0, null, null, null, null, null,
                List.of()));
        Merged merged = Merge.into(typed, calling(call(0.5, "variable B_URL")));
        Call after = merged.document().calls().getFirst();
        assertThat(after.perRequest()).isEqualTo(3.0);
        assertThat(after.mode()).isEqualTo("parallel");
        assertThat(after.provenance()).extracting(Provenance::detail).containsExactly("variable B_URL");
        assertThat(merged.findings()).extracting(Finding::code).containsExactly("kept");
        Merged more = Merge.into(merged.document(), calling(call(null, "variable OTHER")));
        assertThat(more.document().calls().getFirst().provenance()).hasSize(2);
    }

    @Test
    void fillsRatesOfEntryPointsAndKeepsStatedOnes() {
        EstateDocument current = EstateDocument.named("Shop").withServices(List.of(Service.named("web")));
        EstateDocument unstated = current.withEntries(List.of(new Entry("web", null, null)));
        EstateDocument read = current.withEntries(List.of(new Entry("web", 120.0, 400.0)));
        Merged filled = Merge.into(unstated, read);
        assertThat(filled.document().entries()).containsExactly(new Entry("web", 120.0, 400.0));
        assertThat(filled.changed()).extracting(Item::kind).contains("entry");
        Merged kept = Merge.into(current.withEntries(List.of(new Entry("web", 50.0, null))), read);
        assertThat(kept.document().entries()).containsExactly(new Entry("web", 50.0, 400.0));
        assertThat(kept.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("web: meanPerSecond stays 50; the import says 120."));
        Merged below = Merge.into(current.withEntries(List.of(new Entry("web", null, 80.0))), read);
        assertThat(below.document().entries()).as("a mean above a stated peak is none")
                .containsExactly(new Entry("web", null, 80.0));
        assertThat(below.findings()).hasSize(2);
    }
}
