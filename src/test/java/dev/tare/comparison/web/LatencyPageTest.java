package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.when;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Band;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where a request of the sample estate spends its time. */
@WebMvcTest(LatencyController.class)
@WithMockUser
class LatencyPageTest {
    private static final Question TODAY = Question.of(List.of(Question.Ask.today()));

    @TestConfiguration
    static class Shipped {
        @Bean
        Catalogue catalogue() {
            return TestCatalogue.SHIPPED;
        }

        @Bean
        Weighing weighing(Catalogue catalogue) {
            return new Weighing(catalogue);
        }

        @Bean
        CallWeights weights(Catalogue catalogue, Weighing weighing) {
            return new CallWeights(catalogue, weighing);
        }
    }

    @Autowired
    MockMvcTester mvc;
    @Autowired
    CallWeights weights;
    @Autowired
    Weighing weighing;
    @MockitoBean
    Estates estates;
    private Snapshot shop;

    @BeforeEach
    void aShop() throws Exception {
        shop = new Snapshot("online-shop", 1, Instant.EPOCH, OnlineShop.document());
        when(estates.get("online-shop")).thenReturn(shop);
    }

    @Test
    void saysInWordsHowMuchIsHops() throws Exception {
        assertThat(page("")).contains(" at the 99th percentile, ", " are hops; frontend → ", " of that.",
                "Percentiles of single hops do not add up.", "for having been drawn",
                "aria-current=\"page\">Latency</a>").doesNotContain("style=");
        assertThat(page("?at=p50")).contains(" at the median, ");
        assertThat(page("?at=mean")).contains(" on average, ", "The average of all ");
    }

    @Test
    void theWholeIsThePercentileOfTheBill() {
        Journey journey = weights.journey(shop, TODAY, frontend(), Band.SLOW);
        double p99 = weighing.weigh(shop, TODAY).weighed().getFirst().bill().latency().getFirst().p99().likely();
        assertThat(journey.ms()).isCloseTo(p99, within(0.005 * p99));
    }

    @Test
    void rowsAndTheRestSumToTheWholeAndNestInTime() {
        for (Band band : Band.values()) {
            Journey journey = weights.journey(shop, TODAY, frontend(), band);
            List<Waterfall.Row> rows = Waterfall.of(journey, weights.of(shop, TODAY).calls(), frontend());
            assertThat(rows).hasSize(1 + (int) journey.legs().stream().filter(leg -> leg.times() > 0).count());
            assertThat(Waterfall.others(journey, rows)).isCloseTo(0, within(1e-9 * journey.ms()));
            double end = rows.getFirst().until();
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.from()).isNotNegative().isLessThanOrEqualTo(row.until() + 1e-9);
                assertThat(row.hop() + row.work()).isLessThanOrEqualTo(row.until() - row.from() + 1e-9);
                assertThat(row.until()).isLessThanOrEqualTo(end + 1e-9);
            });
        }
    }

    @Test
    void besideAnotherScenarioHopsAreInside() throws Exception {
        assertThat(page("?to=vm-systemd")).contains("inside a unit", "tare there", " less, of which ");
        assertThat(page("?scenario=vm-systemd")).contains("nothing is tare: no call leaves its unit.");
        assertThat(page("?scenario=lambda-zip")).contains("hops and starting");
    }

    @Test
    void otherEntryPointsAndNoneAreTold() {
        assertThat(mvc.get().uri("/estates/online-shop/latency?entry=nobody").exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/latency?entry=frontend").exchange()).hasStatusOk();
    }

    @Test
    void assumedEntryPointsAreSaidAndLoopsEnd() throws Exception {
        EstateDocument circle = EstateDocument.named("Circle")
                .withServices(List.of(Service.named("a"), Service.named("b"), Service.named("c")))
                .withCalls(List.of(call("a", "b", 1.0, null), call("b", "a", 0.1, null),
                        call("b", "c", 2.0, "parallel"), call("a", "c", 1.0, "async")));
        when(estates.get("online-shop")).thenReturn(new Snapshot("online-shop", 2, Instant.EPOCH, circle));
        assertThat(page("")).contains("No entry point is registered", "side by side", "its own calls as above",
                "Nobody waits for", "a → c");
        when(estates.get("online-shop"))
                .thenReturn(new Snapshot("online-shop", 3, Instant.EPOCH, circle.withCalls(List.of())));
        assertThat(page("")).contains("nothing is tare");
        when(estates.get("online-shop"))
                .thenReturn(new Snapshot("online-shop", 4, Instant.EPOCH, EstateDocument.named("Circle")));
        assertThat(page("")).contains("no services");
    }

    private static EstateDocument.Call call(String from, String to, double perRequest,
            @org.jspecify.annotations.Nullable String mode) {
        return new EstateDocument.Call(from, to, null, mode, perRequest, null, null, null, null, null, List.of());
    }

    private int frontend() {
        return shop.document().services().stream().map(Service::name).toList().indexOf("frontend");
    }

    private String page(String query) throws Exception {
        return mvc.get().uri("/estates/online-shop/latency" + query).exchange().getResponse().getContentAsString();
    }
}
