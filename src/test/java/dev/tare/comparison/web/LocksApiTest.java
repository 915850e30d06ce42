package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
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

/** Locks kept with an estate: added, changed and taken away over HTTP, obeyed by advice, told by a what-if. */
@SpringBootTest
@AutoConfigureMockMvc
class LocksApiTest {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;
    private List<String> merged = List.of();

    @BeforeEach
    void register() throws IOException {
        shop = estates.create(OnlineShop.document());
        merged = units(advice("?teams=free")).stream().filter(unit -> unit.size() > 1).findFirst().orElseThrow();
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.get(shop.slug()).version());
    }

    @Test
    void adviceMergesNothingThatIsLockedApart() throws UnsupportedEncodingException {
        assertThat(added("apart", merged.get(0), merged.get(1), "card data")).hasStatus(201);
        assertThat(units(advice("?teams=free"))).noneMatch(unit -> unit.containsAll(merged.subList(0, 2)));
        assertThat(bills()).hasStatusOk();
        MvcTestResult page = mvc.get().uri("/estates/" + shop.slug() + "/advice").exchange();
        assertThat(page).hasStatusOk().bodyText().contains("id=\"kept-locks\"", "card data",
                merged.get(0) + " and " + merged.get(1));
    }

    @Test
    void whatBelongsTogetherStaysTogether() {
        String apart = "&apart=" + merged.get(0) + "," + merged.get(1);
        assertThat(mvc.get().uri("/api/v1/estates/" + shop.slug() + "/advice?teams=free" + apart)).hasStatusOk();
        added("together", merged.get(0), merged.get(1), null);
        assertThat(units(advice("?teams=free&preset=eks")))
                .anyMatch(unit -> unit.containsAll(merged.subList(0, 2)));
        assertThat(mvc.get().uri("/api/v1/estates/" + shop.slug() + "/advice?teams=free" + apart))
                .as("a question cannot overrule a lock").hasStatus(422);
    }

    @Test
    void aWhatIfSaysWhichLockItBreaks() throws UnsupportedEncodingException {
        added("apart", merged.get(0), merged.get(1), "card data");
        assertThat(mvc.get().uri("/estates/" + shop.slug() + "/what-if?s=today:all-in-one").exchange()).bodyText()
                .contains(merged.get(0) + " and " + merged.get(1) + " are set to stay apart", "Why: card data",
                        "kept with the estate: card data");
    }

    @Test
    void aLockThatOthersContradictIsLeftOutAndNamed() throws UnsupportedEncodingException {
        added("together", "checkout", "shipping", null);
        added("together", "shipping", "product-catalog", null);
        added("apart", "checkout", "product-catalog", null);
        JsonNode advice = advice("?teams=free");
        assertThat(advice.at("/locksNotKept").size()).isEqualTo(1);
        assertThat(advice.at("/locksNotKept/0/services").toString()).isEqualTo("[\"shipping\",\"product-catalog\"]");
        assertThat(advice.at("/locksNotKept/0/why/rule").asString()).isEqualTo("apart");
        assertThat(units(advice)).anyMatch(unit -> unit.containsAll(List.of("checkout", "shipping")));
        assertThat(mvc.get().uri("/estates/" + shop.slug() + "/advice?teams=free").exchange()).hasStatusOk().bodyText()
                .contains("id=\"kept-locks\"", "shipping and product-catalog are not kept together in this shape: ",
                        " are set to stay apart.");
        assertThat(bills()).hasStatusOk();
    }

    @Test
    void aLockAcrossLanguagesIsLeftOutAndTheOthersStay() {
        added("together", "checkout", "shipping", null);
        added("together", "cart", "ad", null);
        JsonNode advice = advice("?teams=free");
        assertThat(advice.at("/locksNotKept").size()).isEqualTo(1);
        assertThat(advice.at("/locksNotKept/0/why/rule").asString()).isEqualTo("runtime");
        assertThat(units(advice)).anyMatch(unit -> unit.containsAll(List.of("checkout", "shipping")))
                .noneMatch(unit -> unit.containsAll(List.of("cart", "ad")));
        assertThat(bills()).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/estates/" + shop.slug() + "/advice?teams=free&together=cart,ad"))
                .as("what the question asks for is not left out").hasStatus(422);
    }

    @Test
    void twoServicesHaveOneLockAndNoServiceIsKeptFromItself() {
        assertThat(added("apart", merged.get(0), merged.get(1), null)).hasStatus(201);
        assertThat(added("together", merged.get(1), merged.get(0), null)).hasStatus(422).bodyText()
                .contains("\"other\"");
        assertThat(added("apart", merged.get(0), merged.get(0), null)).hasStatus(422);
        assertThat(added("apart", merged.get(0), "nobody", null)).hasStatus(422);
        assertThat(added("near", merged.get(0), merged.get(1), null)).hasStatus(422).bodyText()
                .contains("apart, together");
        assertThat(estates.get(shop.slug()).document().locks()).hasSize(1);
    }

    @Test
    void aLockIsReplacedOnlyAsItWasSeen() {
        added("apart", merged.get(0), merged.get(1), null);
        String at = "/api/v1/estates/" + shop.slug() + "/locks/" + merged.get(0) + " and " + merged.get(1);
        String seen = String.valueOf(mvc.get().uri(at).exchange().getResponse().getHeader("ETag"));
        assertThat(mvc.put().uri(at).contentType(MediaType.APPLICATION_JSON).header("If-Match", "\"older\"")
                .content(lock("together", merged.get(0), merged.get(1), null))).hasStatus(409);
        assertThat(mvc.put().uri(at).contentType(MediaType.APPLICATION_JSON).header("If-Match", seen)
                .content(lock("together", merged.get(0), merged.get(1), null))).hasStatusOk();
        assertThat(estates.get(shop.slug()).document().locks())
                .containsExactly(new Lock(merged.get(0), "together", merged.get(1), null));
        assertThat(mvc.delete().uri(at)).hasStatus(204);
        assertThat(mvc.get().uri(at)).hasStatus(404);
    }

    @Test
    void twoPeopleWithOneLockSeeBothVersions() {
        added("apart", merged.get(0), merged.get(1), "old");
        String at = "/estates/" + shop.slug() + "/locks/" + merged.get(0) + " and " + merged.get(1) + "/edit";
        assertThat(mvc.get().uri(at)).hasStatusOk();
        assertThat(mvc.post().uri(at).with(csrf()).param("opened", "{\"service\":\"other\"}")
                .param("service", merged.get(0)).param("keep", "apart").param("other", merged.get(1))
                .param("reason", "mine")).hasStatus(409).hasViewName("estate/conflict");
        assertThat(mvc.post().uri("/estates/" + shop.slug() + "/locks/new").with(csrf()).param("service", "nobody")
                .param("keep", "apart").param("other", merged.get(1))).hasStatus(422).bodyText()
                .contains("the name of a service");
    }

    private MvcTestResult bills() {
        return mvc.post().uri("/api/v1/estates/" + shop.slug() + "/bills").contentType(MediaType.APPLICATION_JSON)
                .content("{\"scenarios\":[{\"name\":\"a\",\"preset\":\"eks\",\"grouping\":\"advised\"}],\"draws\":10}")
                .exchange();
    }

    private MvcTestResult added(String keep, String service, String other, String reason) {
        return mvc.post().uri("/api/v1/estates/" + shop.slug() + "/locks").contentType(MediaType.APPLICATION_JSON)
                .content(lock(keep, service, other, reason)).exchange();
    }

    private static String lock(String keep, String service, String other, String reason) {
        return JsonMapper.shared().writeValueAsString(new Lock(service, keep, other, reason));
    }

    private JsonNode advice(String query) {
        MvcTestResult answer = mvc.get().uri("/api/v1/estates/" + shop.slug() + "/advice" + query).exchange();
        assertThat(answer).hasStatusOk();
        return json(answer);
    }

    private static JsonNode json(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The services of each unit of the best plan. */
    private static List<List<String>> units(JsonNode advice) {
        JsonNode best = StreamSupport.stream(advice.at("/path").spliterator(), false)
                .filter(step -> step.at("/units").asInt() == advice.at("/optimum").asInt()).findFirst().orElseThrow();
        return best.at("/grouping").valueStream().map(unit -> unit.valueStream().map(JsonNode::asString).toList())
                .toList();
    }
}
