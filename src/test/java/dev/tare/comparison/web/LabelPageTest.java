package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Narrowing;
import dev.tare.comparison.Question;
import dev.tare.comparison.ServiceWeights;
import dev.tare.comparison.ServiceWeights.Weight;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.estate.Cause;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revision;
import dev.tare.estate.Revisions;
import dev.tare.site.Figures;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A service's label in the sample estate, and in one of which little is known. */
@WebMvcTest({ LabelController.class, WorkingController.class })
@Import({ LabelPages.class, LabelPages.Asked.class, ServiceWorkings.class })
@WithMockUser
class LabelPageTest {
    private static final Question TODAY = Question.of(List.of(Question.Ask.today()));

    @TestConfiguration
    @Import({ Weighing.class, CallWeights.class, ServiceWeights.class, Narrowing.class, Diagnosis.class })
    static class Shipped {
        @Bean
        Catalogue catalogue() {
            return TestCatalogue.SHIPPED;
        }

        @Bean
        Clock fixed() {
            return Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Weighing weighing;
    @Autowired
    ServiceWeights weights;
    @MockitoBean
    Estates estates;
    @MockitoBean
    Revisions revisions;
    private Snapshot shop;

    @BeforeEach
    void aShop() throws Exception {
        shop = new Snapshot("online-shop", 1, Instant.EPOCH, OnlineShop.document());
        when(estates.get("online-shop")).thenReturn(shop);
    }

    @Test
    void labelsAddUpToTheirEstate() {
        Bill bill = bill();
        List<Weight> labels = weights.of(shop).services();

        assertThat(labels.stream().mapToDouble(each -> each.net().likely()).sum())
                .isCloseTo(Objects.requireNonNull(bill.net().get(Measure.COST)).likely(), within(1e-6));
        assertThat(labels.stream().mapToDouble(each -> each.tare().likely()).sum())
                .isCloseTo(Objects.requireNonNull(bill.tare().get(Measure.COST)).likely(), within(1e-6));
        for (int at = 0; at < labels.size(); at++) {
            Weight label = labels.get(at);
            assertThat(label.net().likely()).isCloseTo(bill.needs()[at], within(1e-6));
            assertThat(label.tare().likely()).isCloseTo(bill.carriers()[at], within(1e-6));
            assertThat(label.gross().likely()).isCloseTo(label.net().likely() + label.tare().likely(), within(1e-9));
            assertThat(label.gross().drawn().p10()).isLessThan(label.gross().drawn().p90());
        }
    }

    @Test
    void saysInWordsWhatItCostsByMonthAndByServing() throws Exception {
        int at = shop.document().services().stream().map(Service::name).toList().indexOf("checkout");
        double gross = bill().needs()[at] + bill().carriers()[at];
        Figures figures = new Figures(Locale.ENGLISH);

        assertThat(page("online-shop", "checkout")).contains(
                "checkout costs " + figures.money(gross, "USD") + " a month, ",
                figures.money(bill().carriers()[at], "USD") + " of it tare", "; a thousand requests cost $0.00",
                "/estates/online-shop/teams/Ordering", "It carries ", "shared with 3 other services", "istio-proxy",
                "/estates/online-shop/findings#small-mesh", "/estates/online-shop/services/payment\"")
                .doesNotContain("style=");
    }

    @Test
    void everyFigureOpensIntoItsShareAndTheWorkingOfTheWhole() throws Exception {
        String label = page("online-shop", "checkout");
        assertThat(label).contains("A serving is a thousand requests to it");
        for (String part : List.of("gross", "tare", "net", "network", "mesh", "images", "monitoring", "placement",
                "isolation", "headroom")) {
            String address = "/estates/online-shop/working?scenario=today&part=" + part
                    + "&measure=cost&service=checkout";
            assertThat(label).contains(address.replace("&", "&amp;"));
            var answer = mvc.get().uri(URI.create(address)).exchange();
            assertThat(answer).hasStatusOk().bodyText().contains("checkout carries ", "Its share",
                    "For a thousand requests: ").doesNotContain("name=\"change\"");
        }
        assertThat(mvc.get().uri("/estates/online-shop/working?part=mesh&service=checkout").exchange()).bodyText()
                .contains("the requests it takes and makes over the wire", "How the whole was found");
        int at = shop.document().services().stream().map(Service::name).toList().indexOf("checkout");
        assertThat(mvc.get().uri("/estates/online-shop/working?part=tare&service=checkout").exchange()).bodyText()
                .contains(new Figures(Locale.ENGLISH).money(bill().carriers()[at], "USD"),
                        "part=mesh&amp;measure=cost&amp;service=checkout");
        assertThat(mvc.get().uri("/estates/online-shop/working?part=tare&service=nobody")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/working?part=tare&measure=vcpu&service=checkout"))
                .hasStatus(404);
    }

    @Test
    void pointsAtWhatIsMissingAndTellsAsyncFromSync() throws Exception {
        serve(little());

        assertThat(page("little", "a")).contains("/estates/little/services/a/edit#f-cpu-used",
                "/estates/little/services/a/edit#f-team", "/estates/little/services/a/edit#f-image-builtAt", "assumed",
                "no longer mended since ", "nobody waits", "not waited for", "2×", "its layers are not stated",
                "the known size of ", "/estates/little/services/b.c%2Fd%20e\"", "/estates/little/latency?entry=a");
        assertThat(page("little", "b.c%2Fd%20e")).contains("b.c/d e costs", "shared with one other service",
                "its own", "20 packages, 3 known vulnerabilities", "image built 3 months ago", "async");
    }

    @Test
    void whereNoRequestArrivesThereIsNoServing() throws Exception {
        serve(EstateDocument.named("Little").withServices(List.of(Service.named("a"), Service.named("idle")))
                .withEntries(List.of(new Entry("a", 5.0, null))));

        assertThat(page("little", "idle")).contains("No request is known to reach it", "No service calls it.",
                "It calls no service.", "No image is stated.").doesNotContain("1,000 requests", "NaN");
    }

    @Test
    void tellsWhatChangedOfItAlone() throws Exception {
        EstateDocument after = little();
        EstateDocument before = after.withServices(after.services().stream()
                .map(each -> each.withReplicas(each.name().equals("a") ? null : 7.0)).toList());
        when(estates.get("little")).thenReturn(new Snapshot("little", 2, Instant.EPOCH, after));
        when(revisions.list(eq("little"), anyInt()))
                .thenReturn(List.of(new Revision(2, Instant.EPOCH, Cause.EDIT, true),
                        new Revision(1, Instant.EPOCH, Cause.EDIT, true)));
        when(revisions.at("little", 2)).thenReturn(Optional.of(new Snapshot("little", 2, Instant.EPOCH, after)));
        when(revisions.at("little", 1)).thenReturn(Optional.of(new Snapshot("little", 1, Instant.EPOCH, before)));

        assertThat(page("little", "a")).contains("a: replicas").doesNotContain("b.c/d e: replicas");
    }

    @Test
    void otherPagesOfServicesAreNoLabels() {
        assertThat(mvc.get().uri("/estates/online-shop/services/nobody")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/services/new")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/services/newsletter")).hasStatus(404)
                .bodyText().contains("No service is called");
    }

    private static EstateDocument little() {
        Image known = new Image("docker.io/library/node:22-alpine", null, null, null, List.of(), null, null, null);
        Image layered = new Image("shop/b:1", null, null, null,
                List.of(new Layer("sha256:base", 5e7), new Layer("sha256:own", 1e7)),
                Instant.parse("2026-08-10T00:00:00Z"), 20, 3);
        Image based = new Image("shop/c:1", null, null, null, List.of(new Layer("sha256:base", 5e7)), null, null, null);
        return EstateDocument.named("Little").withServices(List.of(
                service("a", new EstateDocument.Runtime("python", "3.8"), known, 2.0),
                service("b.c/d e", null, layered, null), service("c", null, based, null)))
                .withCalls(List.of(new Call("a", "b.c/d e", null, "async", 2.0, null, null, null, null, null,
                        List.of())))
                .withEntries(List.of(new Entry("a", 10.0, null)));
    }

    private static Service service(String name, EstateDocument.@Nullable Runtime runtime, Image image,
            @Nullable Double replicas) {
        return new Service(name, List.of(), null, null, null, runtime, replicas, null, null, image, null, null, null,
                List.of(), null, null, null, null, List.of(), List.of(), List.of());
    }

    private void serve(EstateDocument document) {
        when(estates.get("little")).thenReturn(
                new Snapshot("little", document.hashCode(), Instant.EPOCH, document));
    }

    private Bill bill() {
        return weighing.weigh(shop, TODAY).weighed().getFirst().bill();
    }

    private String page(String slug, String name) throws Exception {
        var result = mvc.get().uri(URI.create("/estates/" + slug + "/services/" + name)).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
