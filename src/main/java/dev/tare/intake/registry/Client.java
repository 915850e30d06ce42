package dev.tare.intake.registry;

import dev.tare.estate.EstateDocument.Layer;
import dev.tare.site.Invalid;
import dev.tare.intake.live.Credentials;
import dev.tare.outgoing.Outgoing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import land.oras.ContainerRef;
import land.oras.Descriptor;
import land.oras.Index;
import land.oras.Manifest;
import land.oras.ManifestDescriptor;
import land.oras.Registry;
import land.oras.auth.UsernamePasswordProvider;
import land.oras.exception.OrasException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one registry for images of one platform, through the registry client behind its gateway. */
final class Client implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CONFIGS = Set.of("application/vnd.oci.image.config.v1+json",
            "application/vnd.docker.container.image.v1+json");
    private static final String SHA_256 = "sha256:";
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int DEEPEST = 3;
    private static final int LARGEST_CONFIG = 8 << 20;
    private static final long OLDEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();

    private final Gateway gateway;
    private final Registry registry;
    private final boolean hasCredentials;
    private final Platform platform;
    private @Nullable Invalid configTrouble;

    Client(Outgoing out, URI registry, Credentials credentials, Platform platform) {
        this.gateway = new Gateway(out, registry);
        this.platform = platform;
        this.hasCredentials = !credentials.isNone();
        Registry.Builder builder = Registry.Builder.builder().withInsecure(true).withRegistry(gateway.address())
                .withMeterRegistry(new SimpleMeterRegistry());
        if (!credentials.token().isEmpty()) {
            builder.withAuthToken(credentials.token());
        } else if (!credentials.username().isEmpty()) {
            builder.withAuthProvider(new UsernamePasswordProvider(credentials.username(), credentials.password()));
        }
        this.registry = builder.build();
    }

    /** Why images' configurations could not be read although their manifests were. */
    Optional<Invalid> configTrouble() {
        return Optional.ofNullable(configTrouble);
    }

    /**
     * Asks for one image.
     *
     * @throws NotRead      when this image cannot be read
     * @throws Invalid when the registry cannot be asked at all
     */
    ImageRead read(Wanted wanted) throws NotRead {
        return read(wanted, wanted.digest(), null, 0);
    }

    private ImageRead read(Wanted wanted, @Nullable String digest, @Nullable String index, int depth) throws NotRead {
        ContainerRef reference = reference(wanted, digest);
        Descriptor found = ask(() -> registry.getDescriptor(reference));
        String text = Objects.requireNonNullElse(found.getJson(), "");
        JsonNode json = parsed(text);
        String is = checked(found, digest, text);
        if (json.path("schemaVersion").asInt(2) == 1 || json.has("fsLayers")) {
            throw new NotRead("schema-1", "a manifest of schema 2 or OCI, which gives the layers' sizes: push the image"
                    + " again", "schema 1, which gives none and which registries no longer serve");
        }
        if (json.path("manifests").isArray()) {
            String chosen = chosen(library(() -> Index.fromJson(text)));
            if (depth == DEEPEST) {
                throw new NotRead("image-index", "an index of images", "indexes inside indexes");
            }
            return read(wanted, chosen, index == null ? is : index, depth + 1);
        }
        return image(wanted, reference, library(() -> Manifest.fromJson(text)), index, is);
    }

    private ContainerRef reference(Wanted wanted, @Nullable String digest) throws NotRead {
        String name = gateway.address() + "/" + gateway.secret() + "/" + wanted.repository();
        return library(() -> ContainerRef.parse(digest == null ? name + ":" + wanted.tag() : name + "@" + digest));
    }

    private static JsonNode parsed(String text) throws NotRead {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            // Refused below, as JSON of another make is.
        }
        throw new NotRead("image-unreadable", "a manifest in JSON", "something else");
    }

    /** The digest of what came, which is what was asked for. */
    private static String checked(Descriptor found, @Nullable String asked, String text) throws NotRead {
        String is = SHA_256 + sha256(text.getBytes(StandardCharsets.UTF_8));
        for (String said : List.of(Objects.requireNonNullElse(asked, is),
                Objects.requireNonNullElse(found.getDigest(), is))) {
            if (said.startsWith(SHA_256) && !said.equals(is)) {
                throw new NotRead("digest-mismatch", "a manifest with digest " + said, "one with digest " + is);
            }
        }
        return asked == null ? Objects.requireNonNullElse(found.getDigest(), is) : asked;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String chosen(Index index) throws NotRead {
        List<ManifestDescriptor> images = index.getManifests().stream()
                .filter(Objects::nonNull).filter(each -> !Platform.of(each.getPlatformOrNull()).isNone()).toList();
        Optional<ManifestDescriptor> exact = images.stream()
                .filter(each -> Platform.of(each.getPlatformOrNull()).fits(platform)).findFirst();
        if (exact.isEmpty()) {
            String there = images.stream().map(each -> Platform.of(each.getPlatformOrNull()).toString()).distinct()
                    .collect(Collectors.joining(", "));
            throw new NotRead("no-platform", "an image for " + platform,
                    there.isEmpty() ? "an index without images, of attestations or artifacts only" : there);
        }
        return exact.get().getDigest();
    }

    private ImageRead image(Wanted wanted, ContainerRef reference, Manifest manifest, @Nullable String index, String is)
            throws NotRead {
        String config = manifest.getConfig() == null ? "" : String.valueOf(manifest.getConfig().getMediaType());
        if (!CONFIGS.contains(config)) {
            throw new NotRead("not-an-image", "an image", "an artifact: its config is "
                    + (config.isEmpty() || config.equals("null") ? "missing" : config));
        }
        List<Layer> layers = manifest.getLayers().stream().filter(Objects::nonNull).map(Client::layer).toList();
        long zstd = manifest.getLayers().stream().filter(Objects::nonNull)
                .filter(layer -> String.valueOf(layer.getMediaType()).endsWith("zstd")).count();
        JsonNode said = config(reference, String.valueOf(manifest.getConfig().getDigest()));
        String runsOn = said.path("os").asString("") + "/" + said.path("architecture").asString("");
        String where = index != null || runsOn.equals("/") ? platform.toString() : runsOn;
        String detail = where + (index == null ? "" : ", manifest " + is) + (zstd == 0
                ? ""
                : ", " + zstd
                        + (zstd == 1 ? " layer" : " layers") + " packed with zstd");
        return new ImageRead(wanted, index == null ? is : index, layers, created(said), detail);
    }

    private static Layer layer(land.oras.Layer layer) {
        return new Layer(Objects.requireNonNullElse(layer.getDigest(), ""),
                Math.max(0, Objects.requireNonNullElse(layer.getSize(), 0L)));
    }

    /** The image's configuration; without it only the date is missing. */
    private JsonNode config(ContainerRef reference, String digest) {
        try (InputStream in = ask(() -> registry.fetchBlob(reference.withDigest(digest)))) {
            byte[] bytes = in.readNBytes(LARGEST_CONFIG);
            boolean good = !digest.startsWith(SHA_256) || digest.equals(SHA_256 + sha256(bytes));
            return good ? JSON.readTree(bytes) : JSON.createObjectNode();
        } catch (Invalid refused) {
            configTrouble = refused;
        } catch (NotRead | IOException | JacksonException missing) {
            // The manifest says what matters most; the date stays open.
        }
        return JSON.createObjectNode();
    }

    /** When it was built; tools that build alike every time write a date of long ago, which says nothing. */
    private static @Nullable Instant created(JsonNode config) {
        try {
            Instant built = OffsetDateTime.parse(config.path("created").asString("")).toInstant();
            return built.getEpochSecond() < OLDEST ? null : built;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private <T> T ask(Supplier<T> question) throws NotRead {
        try {
            return question.get();
        } catch (OrasException e) {
            Invalid trouble = gateway.trouble().orElse(null);
            if (trouble != null) {
                throw trouble;
            }
            throw refused(e);
        }
    }

    private NotRead refused(OrasException e) {
        return switch (e.getStatusCode()) {
            case NOT_FOUND ->
                new NotRead("image-missing", "an image the registry has", "404: it has none of that name");
            case UNAUTHORISED, FORBIDDEN -> new NotRead("image-unauthorised", "credentials that may read it",
                    e.getStatusCode() + (hasCredentials
                            ? ": these may not, or there is no such image"
                            : ": it asks for some, or hides that there is no such image"));
            default -> new NotRead("registry-failed", "an OCI registry", e.getStatusCode() > 0
                    ? "status " + e.getStatusCode()
                    : "an answer that is none of one");
        };
    }

    /** What the library makes of a text; whatever it stumbles over is the text's fault. */
    private static <T> T library(Supplier<T> read) throws NotRead {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw new NotRead("image-unreadable", "a reference and a manifest as OCI writes them", "something else");
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
