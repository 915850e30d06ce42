package dev.tare.review.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tare.browser.Browser;
import dev.tare.browser.LargeEstate;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.review.Snapshots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A webhook is set up on the page, tried, told of an alert, and told again where it did not take it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "tare.sample=false",
    "tare.snapshots.first=P1D", "tare.alerts.first=P1D", "tare.webhooks.first=P1D" })
class WebhooksTest {
    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    @Autowired
    Snapshots snapshots;
    @Autowired
    AlertJob alerts;
    @Autowired
    DeliveryJob deliveries;
    @Autowired
    WebhookRows webhooks;
    @Autowired
    JdbcTemplate jdbc;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer receiver;
    private Estates.Snapshot estate;

    private record Received(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
        estate = estates.create(LargeEstate.of("Hooked", 5));
        snapshots.now(estate.slug());
        alerts.run();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        estates.delete(estate.slug(), estates.version(estate.slug()));
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refused) {
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
        }
        exchange.sendResponseHeaders(refused ? 503 : 204, -1);
        exchange.close();
    }

    private void crossABudget() {
        EstateDocument document = estate.document();
        estate = estates.replace(estate.slug(), estate.version(), document.withTeams(document.teams().stream()
                .map(team -> team.name().equals("team-0") ? new Team(team.name(), null, 1.0) : team).toList()));
        alerts.run();
    }

    @Test
    void isSetUpTriedAndTold() throws GeneralSecurityException {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate("http://localhost:" + port + "/estates/" + estate.slug() + "/alerts");
            page.getByLabel("Address").fill("http://169.254.169.254/latest");
            press(page, "Add");
            PlaywrightAssertions.assertThat(page.locator(".field.invalid")).containsText("link-local");
            PlaywrightAssertions.assertThat(page.getByLabel("Address")).hasValue("http://169.254.169.254/latest");
            assertThat(webhooks.of(estate.slug())).as("refused when it is entered").isEmpty();
            page.getByLabel("Address").fill("http://nobody-knows.invalid/tare");
            press(page, "Add");
            PlaywrightAssertions.assertThat(page.locator(".notice.warn")).containsText("nobody-knows.invalid");
            press(page, "Send a test to http://nobody-knows.invalid/tare");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("The test was not taken");
            press(page, "Remove http://nobody-knows.invalid/tare");
            page.getByLabel("Address").fill("http://127.0.0.1:" + receiver.getAddress().getPort() + "/tare");
            press(page, "Add");
            String secret = page.locator(".notice.good code").innerText();
            browser.look(page, "alerts-webhook");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a test")).click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("The test was taken: answered 204.");

            crossABudget();
            deliveries.run();
            deliveries.run();
            assertThat(received).hasSize(2);
            assertThat(received.get(1).header("Webhook-signature")).isEqualTo(signature(secret, received.get(1)));
            var told = JsonMapper.builder().build().readTree(received.get(1).body());
            assertThat(told.path("type").asString()).isEqualTo("tare.budget-crossed");
            assertThat(told.path("data").path("figures").path("team").asString()).isEqualTo("team-0");
        }
    }

    @Test
    void whoDoesNotTakeItIsToldAgainLater() {
        Webhook webhook = new Webhook(UUID.randomUUID(), estate.slug(),
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/"), new byte[32],
                Instant.now());
        webhooks.add(webhook);
        refusals.set(1);
        crossABudget();
        deliveries.run();
        assertThat(received).isEmpty();
        assertThat(webhooks.last(webhook.id()).outcome()).isEqualTo("answered 503");
        deliveries.run();
        assertThat(received).as("before its time").isEmpty();
        jdbc.update("update webhook_delivery set next_at = next_at - interval '2 minutes' where webhook_id = ?",
                webhook.id());
        deliveries.run();
        deliveries.run();
        assertThat(received).hasSize(1);
        assertThat(webhooks.last(webhook.id()).outcome()).isEqualTo("answered 204");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    /** As a receiver works it out by the standard, from the secret it was shown. */
    private static String signature(String secret, Received of) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = of.header("Webhook-id") + "." + of.header("Webhook-timestamp") + "." + of.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
