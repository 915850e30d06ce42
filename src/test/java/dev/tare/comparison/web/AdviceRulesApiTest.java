package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every rule and aim of advice over HTTP, and the two answers that are no merge: stay, and split. */
@SpringBootTest
@AutoConfigureMockMvc
class AdviceRulesApiTest {
    private static final double GIB = 1L << 30;
    /** Today one process: a service that bursts to many vCPUs makes every copy of the index run along. */
    private static final String BURSTING = """
            tare: estate/1
            name: Bursting
            today: {preset: eks, grouping: all-in-one}
            services:
              - {name: index, team: a, replicas: 2, cpu: {request: 0.5, used: 0.1}, memory: {request: 17179869184, used: 16106127360}}
              - {name: pages, team: a, replicas: 2, cpu: {request: 0.5, used: 0.1}, memory: {request: 536870912, used: 268435456}}
              - {name: thumbnails, team: a, replicas: 12, cpu: {request: 2, used: 0.9}, memory: {request: 536870912, used: 268435456}, load: {kind: bursty, peakToMean: 2}}
            calls:
              - {from: pages, to: index, perRequest: 1}
              - {from: pages, to: thumbnails, perRequest: 1}
            entries: [{service: pages, meanPerSecond: 20, peakPerSecond: 40}]
            """;

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot estate;

    @BeforeEach
    void register() throws IOException {
        estate = estates.create(OnlineShop.document());
    }

    @AfterEach
    void takeAway() {
        estates.delete(estate.slug(), estates.get(estate.slug()).version());
    }

    @Test
    void aProcessTakesNoMoreMemoryThanAsked() {
        Map<String, Double> memory = new HashMap<>();
        estate.document().services().forEach(service -> memory.put(service.name(), asked(service)));
        JsonNode advice = advice("?teams=free&memoryAtMost=1 GiB");
        assertThat(units(advice)).allSatisfy(unit -> assertThat(
                unit.size() == 1 || unit.stream().mapToDouble(memory::get).sum() <= GIB).isTrue());
        assertThat(advice("?teams=free&memoryAtMost=1073741824").at("/weight")).isEqualTo(advice.at("/weight"));
        assertThat(weight("?teams=free&memoryAtMost=1 GiB")).isGreaterThanOrEqualTo(weight("?teams=free"));
        assertThat(all(advice.at("/path")).stream().flatMap(step -> all(step.at("/blockers")).stream()))
                .anyMatch(blocker -> blocker.at("/rule").asString().equals("memory")
                        && blocker.at("/limit").asDouble() == GIB);
    }

    private static double asked(EstateDocument.Service service) {
        Double request = service.memory() == null ? null : service.memory().request();
        return request == null ? Double.NaN : request;
    }

    @Test
    void aPriceForSharingLiesBetweenNeverAndFreely() {
        double free = weight("?teams=free");
        double priced = weight("?teams=priced&teamPrice=$40");
        double never = weight("?teams=never");
        assertThat(priced).isBetween(free, never);
        assertThat(weight("?teams=priced&teamPrice=1000000")).isCloseTo(never, within(1e-6));
        JsonNode advice = advice("?teams=priced&teamPrice=$40");
        JsonNode best = best(advice);
        assertThat(best.at("/gross").asDouble() + 40 * best.at("/sharedTeams").asInt()).isCloseTo(priced, within(1e-6));
    }

    @Test
    void slowRequestsKeepTheirLimitOrNoPlanDoes() {
        JsonNode advice = advice("?teams=free&p99AtMost=80 ms");
        assertThat(best(advice).at("/permitted").asBoolean())
                .isEqualTo(!advice.at("/verdict").asString().equals("none"));
        assertThat(advice.at("/path/0/permitted").asBoolean()).isFalse();
        JsonNode impossible = advice("?p99AtMost=frontend:1");
        assertThat(impossible.at("/verdict").asString()).isEqualTo("none");
        assertThat(all(best(impossible).at("/blockers")))
                .anyMatch(blocker -> blocker.at("/rule").asString().equals("latency")
                        && blocker.at("/found").asDouble() > 1 && blocker.at("/limit").asDouble() == 1
                        && blocker.at("/services/0").asString().equals("frontend"));
    }

    @Test
    void bothAimsAreWeighedTogether() {
        JsonNode advice = advice("?teams=free&objective=weighted&weight=$2");
        JsonNode best = best(advice);
        assertThat(advice.at("/objective").asString()).isEqualTo("weighted");
        assertThat(advice.at("/weight").asDouble())
                .isCloseTo(best.at("/gross").asDouble() + 2 * best.at("/p99Ms").asDouble(), within(1e-6));
    }

    @Test
    void staysWhereTheBestMergeSavesNextToNothing() {
        JsonNode advice = advice("");
        assertThat(advice.at("/verdict").asString()).isEqualTo("stay-for-little");
        assertThat(advice.at("/today/stay").asBoolean()).isTrue();
        assertThat(advice.at("/saving/likely").asDouble()).isPositive()
                .isLessThan(advice.at("/saving/leastWorth").asDouble());
        assertThat(advice.at("/levers/0/rule").asString()).isEqualTo("team");
        assertThat(advice.at("/levers/0/saving").asDouble())
                .isCloseTo(advice.at("/weight").asDouble() - weight("?teams=free"), within(1e-6));
    }

    @Test
    void splitsOutWhatMakesTheOthersRunAlong() {
        takeAway();
        estate = estates.create(new YAMLMapper().readValue(BURSTING, EstateDocument.class));
        JsonNode advice = advice("");
        assertThat(advice.at("/verdict").asString()).isEqualTo("change");
        assertThat(advice.at("/today/units").asInt()).isEqualTo(1);
        assertThat(advice.at("/today/splits").valueStream().map(split -> split.at("/service").asString()))
                .contains("thumbnails");
        assertThat(unitOf(advice, "thumbnails")).doesNotContain("index");
        assertThat(advice.at("/saving/probabilityCheaper").asDouble()).isGreaterThan(0.9);
        assertThat(page()).contains("Split ", " out of the unit it shares: that alone saves");
    }

    @Test
    void whatIsNoQuantityIsRefusedByItsPlace() {
        assertRefused("?memoryAtMost=4", "memoryAtMost");
        assertRefused("?memoryAtMost=much", "memoryAtMost");
        assertRefused("?p99AtMost=200 ms&p99AtMost=soon", "p99AtMost[1]");
        assertRefused("?p99AtMost=nobody:200 ms", "p99AtMost[0]");
        assertRefused("?teams=priced", "teamPrice");
        assertRefused("?teams=priced&teamPrice=€5", "teamPrice");
        assertRefused("?teams=priced&teamPrice=5&objective=p99", "teamPrice");
        assertRefused("?objective=weighted", "weight");
        assertRefused("?apart=frontend&apartFrom=", "apart[0]");
    }

    private double weight(String query) {
        return advice(query).at("/weight").asDouble();
    }

    private static JsonNode best(JsonNode advice) {
        int units = advice.at("/optimum").asInt();
        return all(advice.at("/path")).stream().filter(step -> step.at("/units").asInt() == units).findFirst()
                .orElseThrow();
    }

    private static List<List<String>> units(JsonNode advice) {
        return best(advice).at("/grouping").valueStream()
                .map(unit -> all(unit).stream().map(JsonNode::asString).toList())
                .toList();
    }

    private static List<String> unitOf(JsonNode advice, String service) {
        return units(advice).stream().filter(unit -> unit.contains(service)).findFirst().orElseThrow();
    }

    private static List<JsonNode> all(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private String page() {
        return text(mvc.get().uri("/estates/{slug}/advice", estate.slug()).exchange());
    }

    private JsonNode advice(String query) {
        MvcTestResult result = get(query);
        assertThat(result).hasStatusOk();
        return JsonMapper.shared().readTree(text(result));
    }

    private void assertRefused(String query, String path) {
        MvcTestResult result = get(query);
        assertThat(result).hasStatus(422);
        assertThat(JsonMapper.shared().readTree(text(result)).at("/errors").valueStream()
                .map(error -> error.at("/path").asString())).as(query).contains(path);
    }

    private MvcTestResult get(String query) {
        return mvc.get().uri("/api/v1/estates/" + estate.slug() + "/advice" + query).exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
