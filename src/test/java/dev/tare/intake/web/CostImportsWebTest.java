package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.Estates;
import dev.tare.intake.web.PlainBrowser.File;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money over HTTP: what is matched, what is not, and what people say about it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class CostImportsWebTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final File SHOP = File.of("shop.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: till}
            spec: {template: {metadata: {labels: {app: till}}, spec: {containers: [{name: app, image: "till:1"}]}}}
            """);
    private static final File BILL = File.of("bill.csv", """
            BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ServiceCategory,Tags
            0.10000000001,1,EUR,2026-06-01,2026-06-01,2026-07-01,Usage,Machines,Compute,"{""app"":""till""}"
            7.25,1,EUR,2026-06-01,2026-06-01,2026-07-01,Usage,Buckets,Storage,"{""app"":""warehouse""}"
            -0.25,1,EUR,2026-06-01,2026-06-01,2026-07-01,Credit,Credits,Other,NULL
            """);

    private final PlainBrowser browser;
    private final Estates estates;
    private String slug = "";

    CostImportsWebTest(@LocalServerPort int port, @Autowired Estates estates) {
        this.browser = new PlainBrowser(port);
        this.estates = estates;
    }

    @BeforeEach
    void anEmptyEstate() {
        slug = estates.create("Market").slug();
    }

    private EstateDocument estate() {
        return estates.get(slug).document();
    }

    private JsonNode run(Map<String, String> fields, File... files) {
        HttpResponse<String> response = browser.post("/api/v1/estates/" + slug + "/imports", fields, files);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void manifestAndBillOfOneUploadMeet() {
        JsonNode answer = run(Map.of(), SHOP, BILL);
        JsonNode bill = answer.path("bills").path(0);
        assertThat(bill.path("total").decimalValue()).isEqualByComparingTo("7.10000000001");
        assertThat(bill.path("matched").decimalValue()).isEqualByComparingTo("0.10000000001");
        assertThat(bill.path("unmatched").decimalValue()).isEqualByComparingTo("7");
        assertThat(answer.path("draft").path("services").path(0).path("costs").path(0).path("monthly").decimalValue())
                .isEqualByComparingTo("0.10000000001");
        assertThat(answer.path("draft").path("costs").size()).isEqualTo(2);
        assertThat(estate().currency()).isEqualTo("EUR");
        assertThat(estate().services().getFirst().costs()).extracting(Cost::monthly)
                .containsExactly(new BigDecimal("0.10000000001"));
        assertThat(estate().costs()).extracting(EstateCost::monthly).containsExactly(new BigDecimal("-0.25"),
                new BigDecimal("7.25"));
        JsonNode again = run(Map.of(), BILL, SHOP);
        assertThat(again.path("added").size()).isZero();
        assertThat(again.path("changed").size()).isZero();
    }

    @Test
    void programsStateRulesBesideTheFiles() {
        run(Map.of("cost-rules", "product ~ Buckets -> till", "cost", "effective"), SHOP, BILL);
        assertThat(estate().services().getFirst().costs()).extracting(Cost::category, Cost::monthly).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Compute", BigDecimal.ONE),
                org.assertj.core.groups.Tuple.tuple("Storage", BigDecimal.ONE));
        HttpResponse<String> wrong = browser.post("/api/v1/estates/" + slug + "/imports",
                Map.of("cost-rules", "product ~ ( -> till"), BILL);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(wrong.body()).path("errors").path(0).path("path").asString()).isEqualTo("cost-rules");
    }

    @Test
    void peopleSayWhoseItIsAndItIsKept() {
        run(Map.of(), SHOP);
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = browser.post("/estates/" + slug + "/import", Map.of("format", "auto"), BILL);
        assertThat(preview.body()).contains("Money read", "7.10000000001", "tag:app", "warehouse", "by its tag");
        String path = preview.uri().getPath();
        HttpResponse<String> ruled = browser.post(path + "/costs",
                Map.of("label", "tag:app", "value", "warehouse", "was", "", "service", "till", "rules", ""));
        assertThat(ruled.statusCode()).as(ruled.body()).isEqualTo(200);
        assertThat(ruled.body()).contains("by your rule", "tag:app ~ warehouse -&gt; till");
        HttpResponse<String> wrong = browser.post(path + "/costs", Map.of("rules", "whose is it"));
        assertThat(wrong.body()).contains("cannot be read", "whose is it");
        Matcher version = VERSION.matcher(ruled.body());
        assertThat(version.find()).isTrue();
        browser.post(path, Map.of("version", version.group(1)));
        assertThat(estate().services().getFirst().costs()).extracting(Cost::monthly)
                .containsExactly(new BigDecimal("0.10000000001"), new BigDecimal("7.25"));
        assertThat(estate().costs()).extracting(EstateCost::monthly).containsExactly(new BigDecimal("-0.25"));
        JsonNode next = run(Map.of(), BILL);
        assertThat(next.path("changed").size()).as("the rule is kept for the next bill").isZero();
        estates.delete(slug, estates.get(slug).version());
        assertThat(estates.find(slug)).isEmpty();
    }

    @Test
    void mixesNoCurrencies() {
        estates.change(slug, document -> document.stating("Market", "USD", null));
        JsonNode answer = run(Map.of(), SHOP, BILL);
        assertThat(answer.path("bills").path(0).path("applied").asBoolean()).isFalse();
        assertThat(answer.path("findings").valueStream().map(finding -> finding.path("code").asString()))
                .contains("other-currency");
        assertThat(estate().costs()).isEmpty();
        assertThat(estate().services().getFirst().costs()).isEmpty();
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = browser.post("/estates/" + slug + "/import", Map.of("format", "auto"), BILL);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Left out: other currencies", "7.10000000001");
    }
}
