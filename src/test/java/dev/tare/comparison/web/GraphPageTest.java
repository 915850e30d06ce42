package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.when;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallTares;
import dev.tare.engine.Journey.Band;
import dev.tare.engine.Journey;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
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

/** The graph of the sample estate, of a large one and of empty ones. */
@WebMvcTest(GraphController.class)
@Import(Graphs.class)
@WithMockUser
class GraphPageTest {
    private static final String GRAPH = "/estates/online-shop/graph";

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
    void saysInWordsWhatThereIsAndWhatWeighsMost() throws Exception {
        assertThat(page("")).contains("11 services, 15 calls, ", " hops a request; frontend → ",
                "carries the most tare: $", "aria-current=\"page\">Graph</a>");
    }

    @Test
    void everyServiceIsDrawnOnceAndEveryCallIsALineAndARow() throws Exception {
        String page = page("");
        assertThat(count(page, "class=\"face\"")).isEqualTo(11);
        assertThat(count(page, "class=\"way\"")).isEqualTo(15);
        assertThat(count(page, "<tr id=\"r-\\d+\"")).isEqualTo(15);
        shop.document().services().forEach(service -> assertThat(count(page,
                "<text class=\"name\"[^>]*>" + Pattern.quote(service.name()) + "</text>")).isEqualTo(1));
        assertThat(page).doesNotContain("style=");
    }

    @Test
    void theLinesOfTheBillAreOnTheCallsToTheLastCent() {
        Question today = Question.of(List.of(Question.Ask.today()));
        CallTares tares = weights.of(shop, today).tares();
        var bill = weighing.weigh(shop, today).weighed().getFirst().bill();
        for (Part part : List.of(Part.NETWORK, Part.MESH)) {
            double line = bill.lines().stream().filter(each -> each.part() == part && each.measure() == Measure.COST)
                    .mapToDouble(each -> each.range().likely()).sum();
            assertThat(tares.calls().stream().mapToDouble(call -> call.parts().get(part).likely()).sum())
                    .isCloseTo(line, within(1e-6)).isPositive();
        }
    }

    @Test
    void timeOnCallsIsTheTareOfTheWholeJourney() {
        Question today = Question.of(List.of(Question.Ask.today()));
        Journey journey = weights.journey(shop, today, -1, Band.ALL);
        double[] ms = GraphLines.ms(journey, weights.of(shop, today).calls().size());
        assertThat(IntStream.range(0, ms.length).mapToDouble(i -> ms[i]).sum() + journey.arriving())
                .isCloseTo(journey.tare(), within(1e-9)).isPositive();
    }

    @Test
    void anotherScenarioLaidOverSaysWhatGoesAway() throws Exception {
        String page = page("?to=today:per-team");
        assertThat(page).contains("are no hop any more", "goes away, inside a unit then", "stays a hop", ">gone $",
                "class=\"unit fresh\"");
        assertThat(page("?scenario=vm-systemd&to=today")).contains("is new, a hop then", ">new $");
        assertThat(page("?scenario=vm-systemd")).contains("all calls stay inside a unit.", "inside a unit");
    }

    @Test
    void servicesAreFoundAndHidden() throws Exception {
        assertThat(page("?find=CHECK")).contains("cell found", "1 service found");
        assertThat(page("?find=nobody")).contains("No service shown here is called anything like “nobody”.");
        assertThat(count(page("?hide=leafs"), "class=\"face\"")).isLessThan(11);
        assertThat(page("?hide=checkout&hide=async")).doesNotContain(">checkout</text>");
        assertThat(count(page("?by=team"), "class=\"title\"")).isEqualTo(3);
    }

    @Test
    void theReadersFiguresAreCarriedAndCanBeTakenBack() throws Exception {
        String key = TestCatalogue.SHIPPED.entries().stream().filter(each -> each.usable()).findFirst().orElseThrow()
                .key();
        assertThat(page("?set=" + key + "=0.5")).contains("Weighed with your figures.", "set=" + key);
    }

    @Test
    void aFileStandsByItself() throws Exception {
        var answer = mvc.get().uri(GRAPH + ".svg?weigh=rate&download=true").exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/svg+xml");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("online-shop-graph.svg");
        String svg = answer.getResponse().getContentAsString();
        assertThat(svg).doesNotContain("href=").contains("fill=\"#1b1d1f\"");
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement()
                .getTagName()).isEqualTo("svg");
    }

    @Test
    void aLargeEstateIsPutTogetherAndOpened() throws Exception {
        when(estates.get("large")).thenReturn(new Snapshot("large", 1, Instant.EPOCH, large(400, 8)));
        String closed = page("/estates/large/graph", "");
        assertThat(closed).contains("400 services are too many to read at once", "teams", "Open team-3");
        assertThat(count(closed, "class=\"face\"")).isEqualTo(8);
        String open = page("/estates/large/graph", "?open=team-3");
        assertThat(count(open, "class=\"face\"")).isEqualTo(7 + 50);
        assertThat(open).contains("Close team-3");
        assertThat(page("/estates/large/graph", "?find=service-17")).contains("cell found");
    }

    @Test
    void withoutTeamsNeighboursArePutTogether() throws Exception {
        when(estates.get("large")).thenReturn(new Snapshot("large", 2, Instant.EPOCH, large(300, 0)));
        String page = page("/estates/large/graph", "");
        assertThat(page).contains("who calls whom most", "around service-");
        assertThat(count(page, "class=\"face\"")).isBetween(10, 100);
    }

    @Test
    void loopsEntriesHostsAndSilenceAreMarked() throws Exception {
        List<Service> services = List.of(Service.named("a"), Service.named("b"), Service.named("c"));
        EstateDocument circle = EstateDocument.named("Circle").withServices(services)
                .withCalls(List.of(call("a", "b", 1), call("b", "a", 0.1))).withEntries(List.of(
                        new Entry("a", 10.0, 20.0)))
                .withExternal(List.of(new External("api.example.com", List.of("b"))));
        when(estates.get("circle")).thenReturn(new Snapshot("circle", 1, Instant.EPOCH, circle));
        assertThat(page("/estates/circle/graph", "?external=true")).contains("cell entry loop", "loop 1", "not reached",
                "api.example.com", "leaves the estate", "One loop");
        when(estates.get("circle"))
                .thenReturn(new Snapshot("circle", 2, Instant.EPOCH, circle.withCalls(List.of())));
        assertThat(page("/estates/circle/graph", "")).contains("No calls are known here.");
        when(estates.get("circle"))
                .thenReturn(new Snapshot("circle", 3, Instant.EPOCH, EstateDocument.named("Circle")));
        assertThat(page("/estates/circle/graph", "")).contains("no services");
    }

    @Test
    void thePictureAloneCanStandOnAnotherPage() throws Exception {
        assertThat(page("?fragment=true")).doesNotContain("<html", "wordmark").contains("class=\"drawing\"",
                "id=\"calls\"");
    }

    private static EstateDocument large(int count, int teams) {
        List<Service> services = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Service service = Service.named("service-" + i);
            services.add(teams > 0 ? service.withTeam("team-" + i % teams) : service);
            if (i > 0) {
                calls.add(call("service-" + (i - 1) / 3, "service-" + i, 1));
            }
        }
        return EstateDocument.named("Large").withServices(services).withCalls(calls)
                .withEntries(List.of(new Entry("service-0", 10.0, 20.0)));
    }

    private static Call call(String from, String to, double perRequest) {
        return new Call(from, to, null, null, perRequest, null, null, null, null, null, List.of());
    }

    private static int count(String page, String pattern) {
        return (int) Pattern.compile(pattern).matcher(page).results().count();
    }

    private String page(String query) throws Exception {
        return page(GRAPH, query);
    }

    private String page(String path, String query) throws Exception {
        return mvc.get().uri(path + query).exchange().getResponse().getContentAsString();
    }
}
