package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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

/** Advice over HTTP on the sample estate, weighed in earnest. */
@SpringBootTest
@AutoConfigureMockMvc
class AdviceApiTest {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;

    @BeforeEach
    void register() throws IOException {
        shop = estates.create(OnlineShop.document());
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.get(shop.slug()).version());
    }

    @Test
    void thePathGoesFromOneEachToAllInOneAndHoldsTheOptimumAndTheKnee() {
        JsonNode advice = advice("");
        List<Integer> units = all(advice.at("/path")).stream().map(step -> step.at("/units").asInt()).toList();
        assertThat(units).isEqualTo(IntStream.rangeClosed(1, 11).map(i -> 12 - i).boxed().toList());
        assertThat(units).contains(advice.at("/optimum").asInt(), advice.at("/knee").asInt());
        assertThat(advice.at("/currency").asString()).isEqualTo("USD");
        assertThat(advice.at("/objective").asString()).isEqualTo("cost");
        assertThat(advice.at("/path/0/merged")).isEmpty();
        assertThat(advice.at("/path/1/merged")).hasSize(2);
    }

    @Test
    void theOptimumKeepsEveryRuleAndNoPermittedPlanOnThePathIsCheaper() {
        JsonNode advice = advice("");
        assertThat(advice.at("/exact").asBoolean()).isTrue();
        JsonNode best = step(advice, advice.at("/optimum").asInt());
        assertThat(best.at("/permitted").asBoolean()).isTrue();
        assertThat(best.at("/gross").asDouble()).isEqualTo(advice.at("/weight").asDouble());
        assertThat(all(advice.at("/path")).stream().filter(step -> step.at("/permitted").asBoolean()))
                .allSatisfy(step -> assertThat(step.at("/gross").asDouble())
                        .isGreaterThanOrEqualTo(best.at("/gross").asDouble()));
        best.at("/grouping").forEach(unit -> {
            List<EstateDocument.Service> members = all(unit).stream().map(JsonNode::asString).map(this::service)
                    .toList();
            assertThat(members.stream().map(EstateDocument.Service::team).distinct()).hasSize(1);
        });
    }

    @Test
    void everyStepSavesInTheWholePlanAndWeighsWhatItsBillSays() {
        JsonNode advice = advice("?teams=free");
        List<JsonNode> path = all(advice.at("/path"));
        for (int i = 1; i < path.size(); i++) {
            double saved = path.get(i - 1).at("/gross").asDouble() - path.get(i).at("/gross").asDouble();
            assertThat(path.get(i).at("/saving").asDouble()).isCloseTo(saved, within(1e-9));
        }
        JsonNode bills = bills(path.get(4).at("/grouping"));
        assertThat(bills.at("/bills/0/gross/cost/likely").asDouble())
                .isCloseTo(advice.at("/today/gross").asDouble(), within(1e-6));
        assertThat(bills.at("/bills/1/gross/cost/likely").asDouble()).isCloseTo(
                preset("eks-istio-sidecar").get(4).at("/gross").asDouble(), within(1e-6));
        assertThat(bills.at("/bills/1/gross/p99Ms/likely").asDouble()).isCloseTo(
                preset("eks-istio-sidecar").get(4).at("/p99Ms").asDouble(), within(1e-6));
    }

    @Test
    void whatIsInTheWayIsSaidInWords() {
        List<JsonNode> blockers = all(advice("").at("/path")).stream()
                .flatMap(step -> all(step.at("/blockers")).stream()).toList();
        assertThat(blockers).extracting(blocker -> blocker.at("/rule").asString()).contains("runtime", "team");
        assertThat(blockers).allSatisfy(blocker -> assertThat(blocker.at("/words").asString()).contains(" "));
        List<JsonNode> free = all(advice("?teams=free").at("/path")).stream()
                .flatMap(step -> all(step.at("/blockers")).stream()).toList();
        assertThat(free).isNotEmpty().extracting(blocker -> blocker.at("/rule").asString()).doesNotContain("team");
    }

    @Test
    void teamsThatMayShareNeverCostMore() {
        assertThat(advice("?teams=free").at("/weight").asDouble())
                .isLessThanOrEqualTo(advice("?teams=hard").at("/weight").asDouble());
    }

    @Test
    void servicesSetApartOrTogetherStaySo() {
        JsonNode free = advice("?teams=free&preset=eks");
        List<String> shared = all(step(free, free.at("/optimum").asInt()).at("/grouping")).stream()
                .map(unit -> all(unit).stream().map(JsonNode::asString).toList()).filter(unit -> unit.size() > 1)
                .findFirst().orElseThrow();
        String pair = shared.get(0) + "," + shared.get(1);
        JsonNode apart = advice("?teams=free&preset=eks&apart=" + pair);
        assertThat(unitOf(apart, shared.get(0))).isNotEqualTo(unitOf(apart, shared.get(1)));
        JsonNode together = advice("?teams=free&preset=eks&together=" + pair);
        assertThat(unitOf(together, shared.get(0))).isEqualTo(unitOf(together, shared.get(1)));
    }

    @Test
    void theLeastTimeIsAnotherAim() {
        JsonNode advice = advice("?objective=p99");
        JsonNode best = step(advice, advice.at("/optimum").asInt());
        assertThat(best.at("/p99Ms").asDouble()).isEqualTo(advice.at("/weight").asDouble())
                .isLessThanOrEqualTo(advice.at("/path/0/p99Ms").asDouble());
    }

    @Test
    void moneyIsInTheEstatesCurrency() {
        double usd = advice("").at("/today/gross").asDouble();
        EstateDocument d = shop.document();
        shop = estates.replace(shop.slug(), shop.version(), new EstateDocument(d.tare(), d.name(), "EUR", d.today(),
                d.teams(), d.services(), d.calls(), d.entries(), d.external()));
        JsonNode euro = advice("");
        assertThat(euro.at("/currency").asString()).isEqualTo("EUR");
        assertThat(euro.at("/today/gross").asDouble()).isNotEqualTo(usd).isCloseTo(
                bills(euro.at("/path/0/grouping")).at("/bills/0/gross/cost/likely").asDouble(), within(1e-6));
        assertThat(euro.at("/path/1/saving").asDouble()).isCloseTo(
                euro.at("/path/0/gross").asDouble() - euro.at("/path/1/gross").asDouble(), within(1e-9));
    }

    @Test
    void billsTakeTheAdvisedGrouping() {
        JsonNode advice = advice("?preset=eks");
        JsonNode bill = post("""
                {"scenarios": [{"name": "x", "preset": "eks", "grouping": "advised"}], "draws": 10}""").at("/bills/0");
        assertThat(bill.at("/units").asInt()).isEqualTo(advice.at("/optimum").asInt());
        assertThat(bill.at("/gross/cost/likely").asDouble()).isCloseTo(advice.at("/weight").asDouble(), within(1e-6));
    }

    @Test
    void nonsenseIsRefusedByItsPlace() {
        assertRefused("?objective=beauty", "objective");
        assertRefused("?preset=no-such", "preset");
        assertRefused("?teams=maybe", "teams");
        assertRefused("?apart=frontend", "apart[0]");
        assertRefused("?apart=frontend,ad&apart=frontend,nobody", "apart[1]");
        assertRefused("?together=ad,ad", "together[0]");
        assertRefused("?together=frontend,ad&teams=free", "together");
    }

    @Test
    void anEstateThatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri("/api/v1/estates/nowhere/advice")).hasStatus(404);
    }

    private List<JsonNode> preset(String preset) {
        return all(advice("?teams=free&preset=" + preset).at("/path"));
    }

    private static String unitOf(JsonNode advice, String service) {
        JsonNode grouping = step(advice, advice.at("/optimum").asInt()).at("/grouping");
        return grouping.propertyStream()
                .filter(unit -> all(unit.getValue()).stream().anyMatch(each -> each.asString().equals(service)))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private static JsonNode step(JsonNode advice, int units) {
        return all(advice.at("/path")).stream().filter(step -> step.at("/units").asInt() == units).findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> all(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private EstateDocument.Service service(String name) {
        return shop.document().services().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private JsonNode bills(JsonNode grouping) {
        return post("{\"draws\": 10, \"scenarios\": [{\"name\": \"today\"}, {\"name\": \"x\", \"preset\": "
                + "\"eks-istio-sidecar\", \"grouping\": " + grouping + "}]}");
    }

    private JsonNode post(String request) {
        MvcTestResult result = mvc.post().uri("/api/v1/estates/{slug}/bills", shop.slug())
                .contentType(MediaType.APPLICATION_JSON).content(request).exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private JsonNode advice(String query) {
        MvcTestResult result = get(query);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private void assertRefused(String query, String path) {
        MvcTestResult result = get(query);
        assertThat(result).hasStatus(422);
        assertThat(body(result).at("/errors").valueStream().map(error -> error.at("/path").asString())).as(query)
                .contains(path);
    }

    private MvcTestResult get(String query) {
        return mvc.get().uri("/api/v1/estates/" + shop.slug() + "/advice" + query).exchange();
    }

    private static JsonNode body(MvcTestResult result) {
        try {
            return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
