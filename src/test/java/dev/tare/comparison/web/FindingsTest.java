package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.DefaultsRanking;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Weighing;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.NotFound;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Findings over HTTP, in the bills and on their page, found in earnest in an estate that is made by hand. */
@WebMvcTest({ FindingsController.class, FindingsPageController.class, WeightController.class, BillsController.class })
@Import({ Weighing.class, Diagnosis.class, DefaultsRanking.class, FoundToday.class })
@WithMockUser
class FindingsTest {
    private static final String SHOP = """
            name: Shop
            currency: EUR
            today: {preset: eks-istio-sidecar, grouping: one-each}
            teams: [{name: front}, {name: back}]
            services:
            - {name: web, team: front, replicas: 40, image: {reference: "x/web:latest"}}
            - {name: cart & co, team: back, runtime: {language: node, version: "18"}}
            - {name: pay, team: back, isolation: regulated}
            calls: [{from: web, to: cart & co, perRequest: 20}, {from: cart & co, to: pay}]
            entries: [{service: web, meanPerSecond: 40}]
            """;

    @TestConfiguration
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
    @MockitoBean
    Estates estates;

    @BeforeEach
    void shop() {
        when(estates.get("shop")).thenReturn(new Snapshot("shop", 1, Instant.EPOCH,
                new YAMLMapper().readValue(SHOP, EstateDocument.class)));
        when(estates.get("nowhere")).thenThrow(new NotFound("There is no estate 'nowhere'."));
    }

    @Test
    void aFindingCarriesWhatTheContractNames() throws Exception {
        JsonNode findings = json(body("/api/v1/estates/shop/findings"));
        assertThat(findings.valueStream().map(each -> each.at("/code").asString())).contains("small-mesh",
                "frozen-entropy", "mutable-tags", "chatty-pair");
        for (JsonNode finding : findings) {
            assertThat(finding.propertyNames()).contains("code", "title", "services", "evidence", "monthly", "remedy");
            assertThat(finding.at("/monthly").isNumber()).isTrue();
            assertThat(finding.at("/evidence").asString()).isNotBlank().doesNotContain("\u00a0", "NaN");
            assertThat(finding.at("/remedy").asString()).isNotBlank();
        }
    }

    @Test
    void moneyIsInTheEstatesCurrencyAndWithinItsLine() throws Exception {
        JsonNode mesh = finding(json(body("/api/v1/estates/shop/findings")), "small-mesh");
        JsonNode bill = bills();
        double line = bill.at("/lines").valueStream().filter(each -> each.at("/line").asString().equals("mesh")
                && each.at("/measure").asString().equals("cost")).findFirst().orElseThrow().at("/likely").asDouble();
        assertThat(mesh.at("/monthly").asDouble()).isPositive().isLessThanOrEqualTo(line + 1e-9);
        assertThat(mesh.at("/evidence").asString()).contains("€");
        assertThat(mesh.at("/range/likely").asDouble()).isCloseTo(mesh.at("/monthly").asDouble(), within(1e-12));
    }

    @Test
    void theBillOfTodayCarriesThem() throws Exception {
        assertThat(bills().at("/findings")).isEqualTo(json(body("/api/v1/estates/shop/findings")));
    }

    @Test
    void theBillSaysWhatAFailingUnitLosesAndWhatMovingCosts() throws Exception {
        JsonNode gives = bills().at("/gives");
        assertThat(gives.at("/outage/worstLost").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(gives.at("/outage/availability/likely").asDouble()).isCloseTo(Math.pow(0.999, 3), within(1e-6));
        assertThat(gives.has("move")).isFalse();
        JsonNode one = json(mvc.post().uri("/api/v1/estates/shop/bills").contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .content("{\"scenarios\": [{\"preset\": \"vm-systemd\"}]}").exchange().getResponse()
                .getContentAsString()).at("/bills/0/gives");
        assertThat(one.at("/outage/availability/likely").asDouble()).isCloseTo(0.999, within(1e-9));
        assertThat(one.at("/move/days/likely").asDouble()).isPositive();
        assertThat(one.at("/move/paybackMonths/likely").asDouble()).isPositive();
        assertThat(one.at("/start/ms/likely").asDouble()).isPositive();
    }

    @Test
    void anEstateThatIsNotThereHasNone() {
        assertThat(mvc.get().uri("/api/v1/estates/nowhere/findings")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/nowhere/findings")).hasStatus(404);
    }

    @Test
    void thePageLinksToServicesAndToTheWorkingOfTheLine() throws Exception {
        assertThat(body("/estates/shop/findings")).contains("id=\"small-mesh\"",
                "/estates/shop/services/cart%20%26%20co\"",
                "/estates/shop/working?scenario=today&amp;part=mesh&amp;measure=cost", "Could not be checked");
    }

    @Test
    void thePageSaysWhatToEnterAndLinksToTheField() throws Exception {
        assertThat(body("/estates/shop/findings")).contains("id=\"defaults\"",
                " of this bill rests on defaults: enter ",
                "/edit#f-");
    }

    @Test
    void theFiveQuestionsAreAnsweredAsFarAsFiguresGo() throws Exception {
        String page = body("/estates/shop/findings");
        assertThat(page).contains("What problem does it solve?", "Is it solved, or deferred?",
                "What tax, and who pays it?", "Could it be fewer layers?", "Is it right, or the default?",
                "pay says it needs it", "not answerable from figures", "Who pays: front ");
    }

    @Test
    void theWeightPageShowsTheDearest() throws Exception {
        assertThat(body("/estates/shop")).contains("id=\"findings-title\"", "/estates/shop/findings\"",
                "/estates/shop/findings#defaults");
    }

    private JsonNode bills() throws Exception {
        return json(mvc.post().uri("/api/v1/estates/shop/bills").contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .content("{}").exchange().getResponse().getContentAsString()).at("/bills/0");
    }

    private static JsonNode finding(JsonNode findings, String code) {
        return findings.valueStream().filter(each -> each.at("/code").asString().equals(code)).findFirst()
                .orElseThrow();
    }

    private String body(String path) throws UnsupportedEncodingException {
        var result = mvc.get().uri(path).header("Accept-Language", "en").exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
