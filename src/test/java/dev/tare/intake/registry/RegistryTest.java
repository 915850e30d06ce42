package dev.tare.intake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Merge;
import dev.tare.intake.RealServer;
import dev.tare.intake.live.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Two real registries, one open and one that asks for a password, with a few small images. */
class RegistryTest {
    private static final String CART = "shop/cart";

    @TempDir
    private static Path folder;
    private static RealServer open;
    private static RealServer locked;
    private static byte[] amd64;
    private static byte[] arm64;
    private static byte[] index;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path program = RealServer.program("docker-registry", "docker-registry");
        Path users = Files.writeString(folder.resolve("users"),
                "ada:" + new BCryptPasswordEncoder(5).encode("hunter2") + "\n");
        open = serve(program, "open", "");
        locked = serve(program, "locked", "auth: {htpasswd: {realm: shop, path: " + users + "}}\n");
        push();
        new Pushed(locked.root(), "secret/app", "ada", "hunter2").image("1", "amd64", 10, "gzip");
    }

    private static RealServer serve(Path program, String name, String auth) throws IOException {
        int port = RealServer.freePort();
        Path config = Files.writeString(folder.resolve(name + ".yml"), """
                version: 0.1
                log: {level: warn}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d", secret: test}
                """.formatted(Files.createDirectory(folder.resolve(name)), port) + auth);
        return RealServer.start(port, "/v2/", folder.resolve(name + ".log"),
                List.of(program.toString(), "serve", config.toString()));
    }

    private static void push() throws IOException, InterruptedException {
        Pushed cart = new Pushed(open.root(), CART);
        amd64 = cart.image("", "amd64", 1000, "gzip", "zstd");
        arm64 = cart.image("", "arm64", 2000, "gzip");
        byte[] attestation = cart.manifest("", Pushed.OCI_MANIFEST, artifact(cart, Pushed.OCI_CONFIG));
        String entry = "%s";
        index = cart.manifest("1.2", Pushed.OCI_INDEX, "{\"schemaVersion\":2,\"mediaType\":\"" + Pushed.OCI_INDEX
                + "\",\"manifests\":[" + entry.formatted(Pushed.descriptor(Pushed.OCI_MANIFEST, attestation,
                        ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},\"annotations\":"
                                + "{\"vnd.docker.reference.type\":\"attestation-manifest\"}"))
                + "," + platform(arm64, "arm64\",\"variant\":\"v8") + "," + platform(amd64, "amd64") + "]}");
        cart.manifest("attestations", Pushed.OCI_INDEX, "{\"schemaVersion\":2,\"mediaType\":\"" + Pushed.OCI_INDEX
                + "\",\"manifests\":[" + Pushed.descriptor(Pushed.OCI_MANIFEST, attestation,
                        ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}")
                + "]}");
        cart.manifest("chart", Pushed.OCI_MANIFEST, artifact(cart, "application/vnd.cncf.helm.config.v1+json"));
        new Pushed(open.root(), "shop/front").image("7", "amd64", 500, "gzip", "gzip");
    }

    private static String artifact(Pushed to, String config) throws IOException, InterruptedException {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + Pushed.OCI_MANIFEST + "\",\"config\":"
                + to.blob(config, new byte[]{ '{', '}' }) + ",\"layers\":["
                + to.blob("application/vnd.in-toto+json", new byte[300]) + "]}";
    }

    private static String platform(byte[] manifest, String architecture) {
        return Pushed.descriptor(Pushed.OCI_MANIFEST, manifest,
                ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}");
    }

    @AfterAll
    static void stop() {
        for (RealServer server : Arrays.asList(open, locked)) {
            if (server != null) {
                server.close();
            }
        }
    }

    private static String host(RealServer server) {
        return server.root().replace("http://", "");
    }

    private static Draft ask(EstateDocument estate, String... fields) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return Asking.ask(new RegistrySource(), estate, Instant.now(), all);
    }

    private static Image image(Draft draft) {
        assertThat(draft.document().services()).hasSize(1);
        return draft.document().services().getFirst().image();
    }

    private static EstateDocument running(String... references) {
        return EstateDocument.named("Shop").withServices(Arrays.stream(references)
                .map(reference -> Service.named("s-" + reference.hashCode()).withImage(new Image(reference, null, null,
                        null, List.of(), null, null, null), List.of()))
                .toList());
    }

    @Test
    void readsTheUsualPlatformOfAnIndex() {
        Draft draft = ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":1.2");
        Image image = image(draft);
        assertThat(image.digest()).isEqualTo(Pushed.digest(index));
        assertThat(image.compressedBytes()).isEqualTo(3000);
        assertThat(image.layers()).extracting(Layer::bytes).containsExactly(1000.0, 2000.0);
        assertThat(image.builtAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(draft.document().services().getFirst().provenance()).anySatisfy(told -> {
            assertThat(told.file()).isEqualTo(open.root());
            assertThat(told.detail()).startsWith("image.compressedBytes = 3000")
                    .contains("linux/amd64, manifest " + Pushed.digest(amd64), "1 layer packed with zstd");
        });
    }

    @Test
    void readsAnotherPlatform() {
        for (String platform : List.of("linux/arm64", "linux/arm64/v8", "Linux/ARM64")) {
            assertThat(image(ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":1.2", "platform",
                    platform)).compressedBytes()).isEqualTo(2000);
        }
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":1.2",
                "platform", "linux/s390x")).isInstanceOf(ImportFailed.class)
                .hasMessageContaining("linux/arm64/v8, linux/amd64");
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":1.2",
                "platform", "amd64")).hasMessageContaining("a platform such as");
    }

    @Test
    void readsByDigest() {
        Image image = image(ask(EstateDocument.named("Shop"), "url", open.root(), "images",
                CART + "@" + Pushed.digest(arm64)));
        assertThat(image.digest()).isEqualTo(Pushed.digest(arm64));
        assertThat(image.compressedBytes()).isEqualTo(2000);
    }

    @Test
    void findsTheServicesThatRunAnImage() {
        String cart = host(open) + "/" + CART + ":1.2";
        String front = host(open) + "/shop/front:7";
        EstateDocument estate = running(cart, front, "redis:7", "elsewhere.example/shop/cart:1.2");
        Draft draft = ask(estate, "url", open.root());
        EstateDocument joined = Merge.into(estate, draft.document()).document();
        assertThat(joined.services()).hasSize(4);
        assertThat(joined.services().get(0).image().compressedBytes()).isEqualTo(3000);
        assertThat(joined.services().get(0).image().digest()).isEqualTo(Pushed.digest(index));
        assertThat(joined.services().get(0).image().reference()).isEqualTo(cart);
        assertThat(joined.services().get(1).image().layers()).hasSize(2);
        assertThat(joined.services().get(2).image().digest()).isNull();
        assertThat(joined.services().get(3).image().digest()).isNull();
        assertThat(Merge.into(joined, ask(joined, "url", open.root()).document()).changesNothing()).isTrue();
    }

    @Test
    void withoutAnAddressEachImageIsAskedForWhereItIs() {
        Draft draft = ask(running(host(open) + "/shop/front:7", "redis:7"));
        assertThat(draft.document().services()).hasSize(1);
        assertThat(draft.findings()).extracting(Finding::code).containsExactly("registry-not-asked");
        assertThat(draft.findings().getFirst().message()).contains("registry-1.docker.io", "redis:7");
    }

    @Test
    void tellsArtifactsAndAttestationsFromImages() {
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":chart"))
                .hasMessageContaining("an artifact: its config is application/vnd.cncf.helm.config.v1+json");
        assertThatThrownBy(
                () -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":attestations"))
                .hasMessageContaining("an index without images");
        Draft both = ask(EstateDocument.named("Shop"), "url", open.root(), "images", CART + ":chart, shop/front:7");
        assertThat(both.document().services()).hasSize(1);
        assertThat(both.findings()).extracting(Finding::code).containsExactly("not-an-image");
    }

    @Test
    void tellsMissingFromUnauthorised() {
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", "shop/none:1"))
                .hasMessageContaining("404: it has none of that name");
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", locked.root(), "images", "secret/app:1"))
                .hasMessageContaining("401: it asks for some");
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", locked.root(), "images", "secret/app:1",
                "username", "ada", "password", "wrong")).hasMessageContaining("401: these may not")
                .hasMessageNotContaining("wrong");
        assertThat(image(ask(EstateDocument.named("Shop"), "url", locked.root(), "images", "secret/app:1", "username",
                "ada", "password", "hunter2")).compressedBytes()).isEqualTo(10);
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", locked.root(), "images", "secret/none:1",
                "username", "ada", "password", "hunter2")).hasMessageContaining("404");
    }

    @Test
    void credentialsGoToOneRegistryOnly() {
        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(() -> ask(running(host(open) + "/shop/front:7", host(locked) + "/secret/app:1"), "username",
                        "ada", "password", "hunter2"))
                .satisfies(failed -> assertThat(failed.problems().getFirst().path()).isEqualTo("url"));
    }

    @Test
    void saysWhatCannotNameAnImage() {
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images", "../../etc"))
                .hasMessageContaining("../../etc");
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root(), "images",
                "elsewhere.example/a:1")).hasMessageContaining("one of another registry");
        assertThatThrownBy(() -> ask(EstateDocument.named("Shop"), "url", open.root()))
                .hasMessageContaining("an image");
    }
}
