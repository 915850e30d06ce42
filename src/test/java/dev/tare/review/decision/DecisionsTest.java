package dev.tare.review.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Decisions over the shop that ships: recorded, frozen, edited, superseded, taken away. */
@SpringBootTest
@AutoConfigureMockMvc
class DecisionsTest {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    @Autowired
    JsonMapper json;
    private Estates.Snapshot shop;

    @BeforeEach
    void register() throws IOException {
        try (InputStream in = new ClassPathResource("sample/online-shop.yaml").getInputStream()) {
            shop = estates.create(new YAMLMapper().readValue(in, EstateDocument.class));
        }
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.version(shop.slug()));
    }

    @Test
    void draftsInPlainWordsWhatNothingForbids() throws Exception {
        JsonNode decision = record("s=today&s=vm-systemd&s=eks", "");
        assertThat(decision.get("title").asString()).isEqualTo("Run Online shop as EKS, one each");
        assertThat(decision.get("wording").get("outcome").asString())
                .startsWith("it is the lightest that nothing forbids: $1,").contains("But it is blocked: payment");
        assertThat(decision.get("wording").get("answers").size()).isEqualTo(5);
        assertThat(decision.get("frozen").get("sheet").get("seed").asLong()).isEqualTo(20260101);
        assertThat(decision.get("frozen").get("sheet").get("movers").size()).isPositive();
    }

    @Test
    void isFoundByTheSearchBox() throws Exception {
        record("s=today&s=eks", "");
        assertThat(page("/search?q=Run+Online")).contains("/estates/" + shop.slug() + "/decisions/1\"");
    }

    @Test
    void figuresStayWhateverBecomesOfTheEstate() throws Exception {
        record("s=today&s=eks", "");
        String before = page("/decisions/1");
        assertThat(before).contains("Nothing they rest on has changed since.");
        String markdown = page("/decisions/1.md");
        estates.change(shop.slug(), document -> {
            EstateDocument changed = json.convertValue(json.valueToTree(document), EstateDocument.class);
            return json.convertValue(halved(json.valueToTree(changed)), EstateDocument.class);
        });
        String after = page("/decisions/1");
        assertThat(after).contains("Today the option chosen would be $").doesNotContain("Nothing they rest on");
        assertThat(frozen(after)).isEqualTo(frozen(before)).contains("id=\"w-1-headroom\"");
        assertThat(page("/decisions/1.md")).isEqualTo(markdown);
    }

    @Test
    void wordsAreEditedAndTwoWhoEditAtOnceAreTold() throws Exception {
        JsonNode recorded = record("s=today&s=eks", "");
        assertThat(edit("1", "Ours", "accepted")).hasStatus(302);
        assertThat(page("/decisions/1")).contains(">Ours</h1>", "status-accepted\">accepted");
        MvcTestResult late = edit("1", "Theirs too", "rejected");
        assertThat(late).hasStatus(409);
        assertThat(late.getResponse().getContentAsString()).contains("Someone else changed this decision",
                "value=\"Theirs too\"", "<dt>Title, theirs</dt><dd>Ours</dd>", "name=\"seen\" value=\"2\"");
        assertThat(edit("2", "Theirs too", "rejected")).hasStatus(302);
        JsonNode now = json.readTree(text(mvc.get().uri(api("/1")).exchange()));
        assertThat(now.get("frozen")).isEqualTo(recorded.get("frozen"));
        assertThat(now.get("status").asString()).isEqualTo("rejected");
        MvcTestResult stale = mvc.post().uri(api("/1")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":1,\"status\":\"accepted\"}").exchange();
        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("\"currentVersion\":\"3\"");
    }

    @Test
    void oneTakesThePlaceOfAnotherAndBothSaySo() throws Exception {
        record("s=today&s=eks", "");
        record("s=today&s=nomad", ",\"supersedes\":1,\"status\":\"accepted\"");
        assertThat(page("/decisions/1")).contains("its place was taken by", "/decisions/2\">decision 2</a>");
        assertThat(page("/decisions/2")).contains("takes the place of", "/decisions/1\">decision 1: ");
        assertThat(page("/decisions")).contains("superseded by 2");
        assertThat(page("/decisions?status=accepted")).contains("/decisions/2").doesNotContain("/decisions/1\"");
        assertThat(page("/decisions/1.md")).startsWith("---\nstatus: \"superseded by decision 2\"\n");
        assertThat(post("{\"compare\":\"s=today&s=eks\",\"supersedes\":9}")).hasStatus(422);
    }

    @Test
    void leavesInTheFormOfMadr() throws Exception {
        record("s=today&s=vm-systemd&s=eks", ",\"status\":\"accepted\",\"people\":\"Ada\"");
        String markdown = page("/decisions/1.md");
        assertThat(markdown).startsWith("---\nstatus: \"accepted\"\ndate: 20").contains(
                "decision-makers: \"Ada\"\n---\n\n# Run Online shop as EKS, one each\n\n## Context and Problem Statement",
                "## Decision Drivers", "## Considered Options\n\n* EKS with Istio sidecars, one each\n",
                "## Decision Outcome\n\nChosen option: \"EKS, one each\", because",
                "### Consequences\n\n* Good, because",
                "### Confirmation", "## Pros and Cons of the Options", "### What problem does it solve?", "| mesh |");
        MvcTestResult accepted = mvc.get().uri(api("/1")).accept("text/markdown").exchange();
        assertThat(text(accepted)).isEqualTo(markdown);
    }

    @Test
    void pagesFollowTheViewersLocaleAndRecordsKeepTheirStatedForm() throws Exception {
        record("s=today&s=vm-systemd&s=eks", "");
        String drafted = json.readTree(text(mvc.get().uri(api("/1")).exchange())).at("/wording/context").asString();
        MvcTestResult german = mvc.get().uri("/estates/" + shop.slug() + "/decisions/1")
                .header("Accept-Language", "de-DE").exchange();
        String month = java.time.LocalDate.now(java.time.ZoneOffset.UTC).getMonth()
                .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.GERMANY);
        assertThat(text(german)).contains(". " + month + " ", "in English with numbers as 1,234.5")
                .containsPattern("<td>\\d,\\d+ – \\d,\\d+").contains(org.springframework.web.util.HtmlUtils.htmlEscape(
                        drafted.substring(0, 20)));
        assertThat(page("/decisions/1.md")).contains("Numbers are written as 1,234.5 and days as 2026-01-31.")
                .doesNotContain(month + " ");
    }

    @Test
    void thePackHasTwoToSixPagesWithEverythingOnThem() throws Exception {
        record("s=today&s=vm-systemd&s=eks&s=nomad",
                ",\"people\":\"Zo\\u00eb \\u0141 <b>& \\u03a9\\u03bc\\u03ad\\u03b3\\u03b1 \\u0416\\u0430\\u043d\\u043d\\u0430 \\u65e5\"");
        for (String paper : new String[]{ "a4", "letter" }) {
            byte[] pdf = mvc.get().uri("/estates/" + shop.slug() + "/decisions/1.pdf?paper=" + paper).exchange()
                    .getResponse().getContentAsByteArray();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(document.getNumberOfPages()).isBetween(2, 6);
                assertThat(text).contains("Run Online shop as Nomad, one each", "against the first", "What each gives",
                        "Which services share a unit", "The working", "Five questions", "Signature",
                        "Decision 1 (proposed)", "Who calls whom",
                        "\u03a9\u03bc\u03ad\u03b3\u03b1 \u0416\u0430\u043d\u043d\u0430 ?",
                        "A letter of a script other than Latin", "Page 2 of " + document.getNumberOfPages(), "\u2212$",
                        "headroom")
                        .doesNotContain("#");
            }
        }
        assertThat(page("/decisions/1/print")).contains("Zoë Ł &lt;b&gt;&amp;", "class=\"drawing\"", "frontend</text>",
                "/decisions/1/print.css?paper=a4");
        assertThat(page("/decisions/1/print.css?paper=letter")).contains("size: letter");
    }

    @Test
    void whatIsNotADecisionIsRefused() {
        assertThat(post("{\"compare\":\"s=today\"}")).hasStatus(422);
        assertThat(post("{}")).hasStatus(422);
        assertThat(post("{\"compare\":\"s=today&s=eks\",\"title\":\" \"}")).hasStatus(422);
        assertThat(post("{\"compare\":\"s=today&s=eks\",\"status\":\"superseded\"}")).hasStatus(422);
        assertThat(mvc.get().uri("/estates/" + shop.slug() + "/decisions/7")).hasStatus(404);
        assertThat(mvc.get().uri(api("/7"))).hasStatus(404);
    }

    @Test
    void theFormRefusesAnEstateThatChangedMeanwhile() throws Exception {
        String form = page("/decisions/new?s=today&s=eks");
        assertThat(form).contains("Run Online shop as EKS, one each", "name=\"seen\" value=\"" + shop.version() + "\"");
        MvcTestResult refused = mvc.post().uri("/estates/" + shop.slug() + "/decisions").with(csrf())
                .param("compare", "/estates/x/compare?s=today&s=eks").param("seen", "999").param("title", "Mine")
                .exchange();
        assertThat(refused).hasStatus(409);
        assertThat(text(refused)).contains("The estate changed while you wrote", "value=\"Mine\"");
        assertThat(page("/decisions")).contains("Nothing is decided yet");
    }

    private JsonNode halved(JsonNode document) {
        document.get("services").forEach(service -> ((tools.jackson.databind.node.ObjectNode) service).put("replicas",
                9));
        return document;
    }

    private static String frozen(String page) {
        return page.substring(page.indexOf("<div id=\"frozen\">"), page.indexOf("</main>"));
    }

    private MvcTestResult edit(String seen, String title, String status) {
        return mvc.post().uri("/estates/" + shop.slug() + "/decisions/1").with(csrf()).param("seen", seen)
                .param("title", title).param("status", status).param("chosen", "eks").param("context", "c").exchange();
    }

    private JsonNode record(String compare, String more) throws Exception {
        MvcTestResult result = post("{\"compare\":\"" + compare + "\"" + more + "}");
        assertThat(result).hasStatus(201);
        return json.readTree(text(result));
    }

    private MvcTestResult post(String body) {
        return mvc.post().uri(api("")).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private String api(String path) {
        return "/api/v1/estates/" + shop.slug() + "/decisions" + path;
    }

    private String page(String path) throws UnsupportedEncodingException {
        MvcTestResult result = mvc.get().uri("/estates/" + shop.slug() + path).exchange();
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
