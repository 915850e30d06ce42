package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.Estates;
import dev.tare.estate.ShapeLink;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Bills over HTTP, weighed in earnest. */
@SpringBootTest
@AutoConfigureMockMvc
class BillsApiTest {
    private static final String SHOP = """
            name: Bills shop
            currency: EUR
            today: {preset: eks-istio-sidecar, grouping: one-each}
            services:
            - {name: web, team: front, replicas: 2, cpu: {request: 0.2}, costs: [{category: compute, monthly: 100}]}
            - {name: cart, aliases: [cartservice], team: back, replicas: 2, cpu: {request: 0.1}}
            - {name: pay, team: back, isolation: regulated, runtime: {language: java}}
            calls: [{from: web, to: cartservice, perRequest: 2}, {from: cart, to: pay}, {from: pay, to: web, kind: startup-order}]
            entries: [{service: web, meanPerSecond: 40}]
            """;
    private static final List<String> MEASURES = List.of("cost", "p99Ms", "bytesPerMonth", "vcpu", "memory");

    private static final SavedShape OURS = new SavedShape("Ours & all", Map.of("packaging", "archive", "isolation",
            "jail", "placement", "systemd", "wiring", "loopback", "watching", "os-tools"),
            Map.of("a|b,c", List.of("web", "cart")), Map.of("house.min_replicas", 1.0));

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;

    @BeforeEach
    void register() {
        shop = estates.create(new YAMLMapper().readValue(SHOP, EstateDocument.class));
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.get(shop.slug()).version());
    }

    @Test
    void withoutABodyTodayIsWeighed() {
        JsonNode answer = bills("{}");
        assertThat(answer.at("/currency").asString()).isEqualTo("EUR");
        assertThat(answer.at("/period").asString()).isEqualTo("month");
        assertThat(answer.at("/bills/0/scenario").asString()).isEqualTo("today");
        assertThat(answer.at("/bills/0/units").asInt()).isEqualTo(3);
        assertThat(answer.at("/bills/0/calibration").asDouble()).isCloseTo(
                answer.at("/bills/0/gross/cost/likely").asDouble() / 100, within(1e-9));
    }

    @Test
    void linesSumToTareAndNetAndTareToGrossInEveryMeasure() {
        JsonNode answer = bills("""
                {"scenarios": [{"name": "today"}, {"name": "mono", "preset": "vm-systemd"},
                  {"name": "teams", "preset": "eks", "grouping": "per-team"}]}""");
        for (JsonNode bill : answer.at("/bills")) {
            for (String measure : MEASURES) {
                double lines = Stream.of(bill.at("/lines")).flatMap(JsonNode::valueStream)
                        .filter(line -> line.at("/measure").asString().equals(measure))
                        .mapToDouble(line -> line.at("/likely").asDouble()).sum();
                double tare = likely(bill, "tare", measure);
                double gross = likely(bill, "gross", measure);
                assertThat(lines).as(measure).isCloseTo(tare, within(1e-9 * Math.max(1, Math.abs(tare))));
                assertThat(likely(bill, "net", measure) + tare).as(measure).isCloseTo(gross,
                        within(1e-9 * Math.max(1, gross)));
            }
        }
        assertThat(answer.at("/bills/1/units").asInt()).isEqualTo(1);
        assertThat(answer.at("/bills/2/units").asInt()).isEqualTo(2);
    }

    @Test
    void startUpOrderIsNotWeighedAsACall() {
        assertThat(bills("{}").at("/bills/0/structure/remoteCalls").asInt()).isEqualTo(2);
        assertThat(bills("{}").at("/bills/0/structure/hopsPerRequest").asDouble()).isCloseTo(4, within(1e-9));
    }

    @Test
    void everyLineCarriesItsWorking() {
        assertThat(bills("{}").at("/bills/0/lines").valueStream()).isNotEmpty()
                .allSatisfy(line -> assertThat(line.at("/working/formula").asString()).isNotBlank());
    }

    @Test
    void scenariosAreComparedInEveryMeasure() {
        JsonNode comparisons = bills("""
                {"scenarios": [{"name": "a", "preset": "eks-istio-sidecar"}, {"name": "b", "preset": "vm-systemd"}],
                 "draws": 200, "seed": 7}""").at("/comparisons");
        assertThat(comparisons.valueStream().map(each -> each.at("/measure").asString()))
                .containsExactlyElementsOf(MEASURES);
        assertThat(comparisons.get(0).at("/probabilityALess").asDouble()).isLessThan(0.1);
    }

    @Test
    void everyTotalIsDrawnInEveryMeasure() {
        JsonNode answer = bills(
                "{\"scenarios\": [{\"name\": \"today\"}, {\"name\": \"mono\", \"preset\": \"vm-systemd\"}]}");
        for (JsonNode bill : answer.at("/bills")) {
            for (String total : List.of("gross", "net", "tare")) {
                for (String measure : MEASURES) {
                    JsonNode drawn = bill.at("/drawn/" + total + "/" + measure);
                    assertThat(drawn.at("/p10").asDouble()).as(total + " " + measure)
                            .isLessThanOrEqualTo(drawn.at("/p50").asDouble())
                            .isGreaterThanOrEqualTo(bill.at("/" + total + "/" + measure + "/low").asDouble() - 1e-6);
                    assertThat(drawn.at("/p50").asDouble()).isLessThanOrEqualTo(drawn.at("/p90").asDouble());
                }
            }
            assertThat(bill.at("/lines/0/drawn/p50").isNumber()).isTrue();
            assertThat(bill.at("/drawn/tareShare/p50").asDouble()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theAssumptionsThatMoveTheCostAreWeighedAgainAtBothEnds() {
        JsonNode answer = bills("{}");
        JsonNode tornado = answer.at("/bills/0/tornado");
        assertThat(tornado.size()).isBetween(1, 10);
        List<Double> widths = tornado.valueStream()
                .map(each -> Math.abs(each.at("/atHigh").asDouble() - each.at("/atLow").asDouble())).toList();
        assertThat(widths).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        String key = tornado.at("/0/assumption").asString();
        double high = dev.tare.catalogue.TestCatalogue.SHIPPED.entry(key).orElseThrow().high();
        JsonNode again = bills("{\"scenarios\": [{\"name\": \"today\", \"assumptions\": {\"" + key + "\": " + high
                + "}}]}");
        assertThat(likely(again.at("/bills/0"), "gross", "cost"))
                .isCloseTo(tornado.at("/0/atHigh").asDouble(), within(1e-6));
    }

    @Test
    void whatDecidesBetweenTwoIsNamedToo() {
        JsonNode cost = bills("""
                {"scenarios": [{"name": "a", "preset": "eks"}, {"name": "b", "preset": "vm-systemd"}]}""")
                .at("/comparisons/0");
        assertThat(cost.at("/difference/p10").asDouble()).isLessThanOrEqualTo(cost.at("/difference/p90").asDouble());
        assertThat(cost.at("/tooCloseToCall").isBoolean()).isTrue();
        assertThat(cost.at("/tornado").valueStream()).isNotEmpty();
    }

    @Test
    void calibratedMoneyComesToWhatIsBilled() {
        JsonNode answer = bills("""
                {"scenarios": [{"name": "today"}, {"name": "mono", "preset": "vm-systemd"}], "calibrated": true}""");
        JsonNode modelled = bills(
                "{\"scenarios\": [{\"name\": \"today\"}, {\"name\": \"mono\", \"preset\": \"vm-systemd\"}]}");
        double by = modelled.at("/bills/0/calibration").asDouble();
        assertThat(answer.at("/calibrated").asBoolean()).isTrue();
        assertThat(likely(answer.at("/bills/0"), "gross", "cost")).isCloseTo(100, within(1e-9));
        assertThat(likely(answer.at("/bills/1"), "gross", "cost"))
                .isCloseTo(likely(modelled.at("/bills/1"), "gross", "cost") / by, within(1e-9));
        assertThat(likely(answer.at("/bills/1"), "gross", "vcpu"))
                .isEqualTo(likely(modelled.at("/bills/1"), "gross", "vcpu"));
        assertThat(answer.at("/bills/0/calibration").asDouble()).isCloseTo(by, within(1e-9));
    }

    @Test
    void whatIsTheSameInEveryDrawIsATie() {
        JsonNode comparisons = bills("""
                {"scenarios": [{"name": "a", "preset": "eks"}, {"name": "b", "preset": "eks"}], "draws": 100}""")
                .at("/comparisons");
        assertThat(comparisons.valueStream().map(each -> each.at("/probabilityALess").asDouble()))
                .hasSize(MEASURES.size()).containsOnly(0.5);
    }

    @Test
    void anAssumptionCanBeSetForOneScenario() {
        JsonNode answer = bills("""
                {"scenarios": [{"name": "a", "preset": "eks"}, {"name": "b", "preset": "eks",
                  "assumptions": {"k8s.eks_price": 1}}]}""");
        assertThat(likely(answer.at("/bills/1"), "gross", "cost"))
                .isGreaterThan(likely(answer.at("/bills/0"), "gross", "cost") + 300);
    }

    @Test
    void aScenarioTakesSomeOfTheEstateToBeOtherwise() {
        JsonNode bills = bills("""
                {"scenarios": [{"name": "today"}, {"name": "twice", "changes":
                  {"rate": 2, "replicas": {"cart": 7}, "baseImages": {"*": "alpine:*"}}}]}""").at("/bills");
        assertThat(bills.at("/1/structure/requestsPerSecond").asDouble())
                .isEqualTo(2 * bills.at("/0/structure/requestsPerSecond").asDouble());
        assertThat(bills.at("/1/structure/instances").asDouble())
                .isGreaterThan(bills.at("/0/structure/instances").asDouble());
        assertThat(bills.at("/1/changes/replicas/cart").asDouble()).isEqualTo(7);
        assertThat(bills.at("/0/changes").isMissingNode()).isTrue();
        assertThat(bills.at("/1/calibration").isMissingNode()).as("it does not run").isTrue();
    }

    @Test
    void isolationThatIsNotMetIsSaid() {
        JsonNode gives = bills("{\"scenarios\": [{\"name\": \"mono\", \"preset\": \"vm-systemd\"}]}")
                .at("/bills/0/gives");
        assertThat(gives.at("/unmet/0/service").asString()).isEqualTo("pay");
        assertThat(gives.at("/releasedAlone").asInt()).isZero();
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        assertRefused("{\"scenarios\": [{\"name\": \"x\", \"preset\": \"nonsense\"}]}", "scenarios[0].preset");
        assertRefused("{\"scenarios\": [{\"name\": \"x\"}]}", "scenarios[0]");
        assertRefused("{\"scenarios\": [{\"name\": \"x\", \"preset\": \"eks\", \"grouping\": \"in-two\"}]}",
                "scenarios[0].grouping");
        assertRefused("{\"scenarios\": [{\"preset\": \"eks\"}, {\"preset\": \"eks\"}]}", "scenarios[1].name");
        assertRefused("{\"scenarios\": [{\"preset\": \"eks\", \"assumptions\": {\"no.such\": 1}}]}",
                "scenarios[0].assumptions.no.such");
        assertRefused("{\"scenarios\": [null]}", "scenarios[0]");
        assertRefused("{\"draws\": 0}", "draws");
    }

    @Test
    void anEstateMadeAnewAtTheSameAddressIsWeighedAnew() {
        double before = likely(bills("{}").at("/bills/0"), "gross", "cost");
        estates.delete(shop.slug(), shop.version());
        shop = estates.create(shop.document().withServices(shop.document().services().stream()
                .map(service -> service.withName(service.name() + "x")).toList()).withCalls(List.of())
                .withEntries(List.of()).stating(shop.document().name(), "USD", null));
        assertThat(likely(bills("{}").at("/bills/0"), "gross", "cost")).isNotEqualTo(before);
    }

    @Test
    void aKeptShapeIsWeighedByNameAndWholeByItsLink() {
        estates.replace(shop.slug(), shop.version(), shop.document().withShapes(List.of(OURS)));
        JsonNode kept = bills("{\"scenarios\": [{\"shape\": \"Ours & all\"}]}").at("/bills/0");
        assertThat(kept.at("/scenario").asString()).isEqualTo("Ours & all");
        assertThat(kept.at("/shape").asString()).isEqualTo("Ours & all");
        assertThat(kept.at("/grouping").asString()).isEqualTo("hand-made");
        assertThat(kept.at("/units").asInt()).isEqualTo(2);
        assertThat(mvc.get().uri("/estates/{slug}?b={link}", shop.slug(), "saved:Ours & all:all-in-one")).bodyText()
                .contains("Ours &amp; all, all in one");
        assertThat(mvc.get().uri("/estates/{slug}/advice?preset={link}", shop.slug(), "saved:Ours & all")).hasStatusOk()
                .bodyText().contains("Ours &amp; all");
        estates.change(shop.slug(), document -> document.withShapes(List.of()));
        assertRefused("{\"scenarios\": [{\"shape\": \"Ours & all\"}]}", "scenarios[0].shape");
        assertRefused("{\"scenarios\": [{\"shape\": \"x\", \"preset\": \"eks\"}]}", "scenarios[0]");
        for (String link : List.of(ShapeLink.write(OURS), "eks:per-team")) {
            MvcTestResult page = mvc.get().uri("/estates/{slug}?b={link}", shop.slug(), link).exchange();
            assertThat(page).hasStatusOk();
        }
        assertThat(mvc.get().uri("/estates/{slug}?b={link}", shop.slug(), ShapeLink.write(OURS))).bodyText()
                .contains("Ours &amp; all, units made by hand", "Keep this shape");
        assertThat(mvc.get().uri("/estates/{slug}?b=saved:Ours", shop.slug())).hasStatus(422);
        assertThat(mvc.get().uri("/estates/{slug}?b=own:nonsense", shop.slug())).hasStatus(422);
    }

    @Test
    void impossibleShapesAreRefusedWithTheReason() {
        JsonNode refusal = refused("""
                {"scenarios": [{"name": "x", "axes": {"packaging": "archive", "isolation": "jail", "placement": "eks",
                  "wiring": "istio-sidecar", "watching": "os-tools"}}]}""");
        assertThat(refusal.at("/errors/0/path").asString()).isEqualTo("scenarios[0].axes");
        assertThat(refusal.at("/errors/0/expected").asString()).isNotBlank();
    }

    @Test
    void aCycleThatFeedsOnItselfIsNamed() {
        EstateDocument looping = new YAMLMapper().readValue(SHOP.replace("{from: pay, to: web, kind: startup-order}",
                "{from: pay, to: cart, perRequest: 3}"), EstateDocument.class);
        estates.replace(shop.slug(), shop.version(), looping);
        assertThat(refused("{}").at("/detail").asString()).contains("cart", "pay").doesNotContain("web");
    }

    @Test
    void anEstateThatIsNotThereIsNotFound() {
        assertThat(mvc.post().uri("/api/v1/estates/nowhere/bills").contentType(MediaType.APPLICATION_JSON)
                .content("{}")).hasStatus(404);
    }

    private static double likely(JsonNode bill, String total, String measure) {
        return bill.at("/" + total + "/" + measure + "/likely").asDouble();
    }

    private JsonNode bills(String request) {
        MvcTestResult result = post(request);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private JsonNode refused(String request) {
        MvcTestResult result = post(request);
        assertThat(result).hasStatus(422);
        return body(result);
    }

    private void assertRefused(String request, String path) {
        assertThat(refused(request).at("/errors").valueStream().map(error -> error.at("/path").asString()))
                .contains(path);
    }

    private MvcTestResult post(String request) {
        return mvc.post().uri("/api/v1/estates/{slug}/bills", shop.slug()).contentType(MediaType.APPLICATION_JSON)
                .content(request).exchange();
    }

    private static JsonNode body(MvcTestResult result) {
        try {
            return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
