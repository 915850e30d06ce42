package dev.tare.intake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.live.Asking;
import dev.tare.intake.live.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no registry of today does by itself, or only with much around it: old manifests, tokens, redirects, lies. */
class OddRegistryTest {
    private static final String CONFIG = "{\"os\":\"linux\",\"architecture\":\"amd64\",\"created\":\"2026-03-01T10:00:00Z\"}";
    private static final String MANIFEST = "{\"schemaVersion\":2,\"mediaType\":\"" + Pushed.OCI_MANIFEST
            + "\",\"config\":" + Pushed.descriptor(Pushed.OCI_CONFIG, CONFIG.getBytes(StandardCharsets.UTF_8), "")
            + ",\"layers\":[" + Pushed.descriptor(Pushed.LAYER + "gzip", new byte[42], "") + "]}";

    private TestServer registry;
    private TestServer tokens;
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        registry = new TestServer();
        tokens = new TestServer();
    }

    @AfterEach
    void stop() {
        registry.close();
        tokens.close();
    }

    private Draft ask(String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("url", registry.root(), "images", "shop/cart:1"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return Asking.ask(new RegistrySource(), EstateDocument.named("Shop"), Instant.now(), all);
    }

    private void manifest(String type, String body) {
        registry.on("/v2/shop/cart/manifests/", exchange -> TestServer.answer(exchange, 200, type, body));
    }

    private void config() {
        registry.on("/v2/shop/cart/blobs/",
                exchange -> TestServer.answer(exchange, 200, "application/octet-stream", CONFIG));
    }

    @Test
    void refusesSchema1WithTheReason() {
        manifest("application/vnd.docker.distribution.manifest.v1+prettyjws",
                "{\"schemaVersion\":1,\"name\":\"shop/cart\",\"tag\":\"1\",\"architecture\":\"amd64\",\"fsLayers\":["
                        + "{\"blobSum\":\"sha256:" + "a".repeat(64) + "\"}],\"history\":[],\"signatures\":[]}");
        assertThatThrownBy(this::ask).isInstanceOf(ImportFailed.class).hasMessageContaining("schema 1")
                .hasMessageContaining("push the image again");
    }

    @Test
    void fetchesATokenWhereTheRegistrySays() {
        manifest("", "");
        registry.on("/v2/shop/cart/", exchange -> withToken(exchange));
        registry.on("/v2/shop/cart/manifests/", exchange -> withToken(exchange));
        tokens.on("/token", exchange -> {
            shown.add("token: " + exchange.getRequestHeaders().getFirst("Authorization"));
            TestServer.answer(exchange, 200, "application/json", "{\"token\":\"t0ken\"}");
        });
        Draft draft = ask("username", "ada", "password", "hunter2");
        assertThat(draft.document().services().getFirst().image().compressedBytes()).isEqualTo(42);
        assertThat(tokens.asked()).first().asString().contains("service=registry.test")
                .contains("scope=repository:shop/cart:pull");
        assertThat(shown).contains("token: Basic YWRhOmh1bnRlcjI=");
    }

    private void withToken(HttpExchange exchange) throws IOException {
        if ("Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            boolean manifest = exchange.getRequestURI().getPath().contains("/manifests/");
            TestServer.answer(exchange, 200, manifest ? Pushed.OCI_MANIFEST : "application/octet-stream",
                    manifest ? MANIFEST : CONFIG);
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer scope=\"repository:shop/cart:pull\", service="
                    + "\"registry.test\", realm=\"" + tokens.root() + "/token\"");
            TestServer.answer(exchange, 401, "application/json", "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
        }
    }

    /** A registry could send whoever asks to anywhere, with the password at hand. */
    @Test
    void fetchesNoTokenFromWhereNobodyMayAsk() {
        for (String realm : List.of("http://169.254.169.254/token", "http://user:pw@127.0.0.1/token",
                "file:///etc/passwd", "http://93.184.216.34/token")) {
            registry.on("/v2/", exchange -> {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"" + realm
                        + "\",service=\"s\",scope=\"repository:shop/cart:pull\"");
                TestServer.answer(exchange, 401, "application/json", "{}");
            });
            assertThatThrownBy(() -> ask("username", "ada", "password", "hunter2")).isInstanceOf(ImportFailed.class)
                    .satisfies(failed -> assertThat(failed.getMessage()).containsAnyOf("link-local", "a user",
                            "http or https", "not allowed"))
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void followsNoRedirectToAnotherHost() {
        manifest(Pushed.OCI_MANIFEST, MANIFEST);
        registry.on("/v2/shop/cart/blobs/", exchange -> {
            exchange.getResponseHeaders().set("Location", tokens.root() + "/blob");
            exchange.sendResponseHeaders(307, -1);
        });
        tokens.on("/blob", exchange -> TestServer.answer(exchange, 200, "application/octet-stream", CONFIG));
        Draft draft = ask();
        assertThat(draft.document().services().getFirst().image().compressedBytes()).isEqualTo(42);
        assertThat(draft.document().services().getFirst().image().builtAt()).isNull();
        assertThat(draft.findings()).extracting(Finding::code).containsExactly("config-elsewhere");
        assertThat(tokens.asked()).isEmpty();
    }

    @Test
    void believesNoDigestThatIsAnothers() {
        manifest(Pushed.OCI_MANIFEST, MANIFEST);
        config();
        String other = "sha256:" + "b".repeat(64);
        assertThatThrownBy(() -> ask("images", "shop/cart@" + other))
                .hasMessageContaining("a manifest with digest " + other);
    }

    @Test
    void saysWhatIsNoRegistry() {
        manifest("text/html", "<html>hello</html>");
        assertThatThrownBy(this::ask).isInstanceOf(ImportFailed.class).hasMessageContaining("in JSON");
        manifest(Pushed.OCI_MANIFEST, "[1, 2");
        assertThatThrownBy(this::ask).isInstanceOf(ImportFailed.class);
        registry.on("/v2/", exchange -> TestServer.answer(exchange, 500, "text/plain", "oops"));
        manifest("", "");
        registry.on("/v2/shop/cart/manifests/", exchange -> TestServer.answer(exchange, 500, "text/plain", "oops"));
        assertThatThrownBy(this::ask).isInstanceOf(ImportFailed.class).hasMessageContaining("status 500");
    }

    @Test
    void surviveManifestsOfAnyMake() {
        for (String body : List.of("{}", "null", "[]", "{\"schemaVersion\":2}", "{\"manifests\":[]}",
                "{\"manifests\":[{}]}", "{\"manifests\":[null]}", "{\"config\":{},\"layers\":[{}]}",
                "{\"config\":null}",
                "{\"schemaVersion\":\"x\",\"config\":{\"mediaType\":\"" + Pushed.OCI_CONFIG
                        + "\"},\"layers\":[{\"size\":-4}]}",
                "{\"manifests\":[{\"digest\":\"../x\",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}}]}")) {
            manifest(Pushed.OCI_MANIFEST, body);
            try {
                assertThat(ask().document().services()).hasSize(1);
            } catch (ImportFailed refused) {
                assertThat(refused.problems()).as(body).isNotEmpty();
            }
        }
    }
}
