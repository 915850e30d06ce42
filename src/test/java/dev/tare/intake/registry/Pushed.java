package dev.tare.intake.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Pushes small images to a registry, as the distribution protocol has it. */
final class Pushed {
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar+";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String repository;
    private final String authorization;

    Pushed(String root, String repository, String user, String password) {
        this.root = root;
        this.repository = repository;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Pushed(String root, String repository) {
        this(root, repository, "nobody", "");
    }

    static String digest(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", authorization);
    }

    /** Its descriptor. */
    String blob(String type, byte[] bytes) throws IOException, InterruptedException {
        HttpResponse<String> begun = client.send(to(URI.create(root + "/v2/" + repository + "/blobs/uploads/"))
                .POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        String location = begun.headers().firstValue("Location").orElseThrow();
        URI place = URI.create(root)
                .resolve(location + (location.contains("?") ? "&" : "?") + "digest=" + digest(bytes));
        HttpResponse<String> done = client.send(to(place).header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.ofString());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        return descriptor(type, bytes, "");
    }

    static String descriptor(String type, byte[] bytes, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}".formatted(type, digest(bytes), bytes.length,
                more);
    }

    /** Its bytes. */
    byte[] manifest(String tag, String type, String json) throws IOException, InterruptedException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String name = tag.isEmpty() ? digest(bytes) : tag;
        HttpResponse<String> done = client.send(to(URI.create(root + "/v2/" + repository + "/manifests/" + name))
                .header("Content-Type", type).PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.ofString());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        return bytes;
    }

    /** An image of layers packed in the given ways, each as long as its place says. */
    byte[] image(String tag, String architecture, int size, String... packed) throws IOException, InterruptedException {
        byte[] config = ("{\"os\":\"linux\",\"architecture\":\"" + architecture
                + "\",\"created\":\"2026-03-01T10:00:00Z\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                .getBytes(StandardCharsets.UTF_8);
        StringBuilder layers = new StringBuilder();
        for (int i = 0; i < packed.length; i++) {
            byte[] layer = new byte[size * (i + 1)];
            layer[0] = (byte) architecture.length();
            layers.append(i == 0 ? "" : ",").append(blob(LAYER + packed[i], layer));
        }
        return manifest(tag, OCI_MANIFEST, "{\"schemaVersion\":2,\"mediaType\":\"" + OCI_MANIFEST + "\",\"config\":"
                + blob(OCI_CONFIG, config) + ",\"layers\":[" + layers + "]}");
    }
}
