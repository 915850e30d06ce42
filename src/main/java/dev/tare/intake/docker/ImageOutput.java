package dev.tare.intake.docker;

import dev.tare.estate.EstateDocument.Layer;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tool's output for one image: tells which it is and takes what it says. */
final class ImageOutput {
    private static final List<String> CONFIGS = List.of("application/vnd.docker.container.image.v1+json",
            "application/vnd.oci.image.config.v1+json", "application/octet-stream", "");

    private final String file;
    private final Numbers numbers;
    private final List<Finding> findings;
    private final List<Said> said = new ArrayList<>();
    private int passedOver;

    ImageOutput(String file, Tree output, List<Finding> findings) {
        this.file = file;
        this.numbers = new Numbers(file);
        this.findings = findings;
        take(output);
    }

    List<Said> said() {
        return said;
    }

    /** Images that were recognised and say nothing that could be kept; a finding names each. */
    int passedOver() {
        return passedOver;
    }

    private void take(Tree output) {
        if (output instanceof Tree.Sequence platforms) {
            platforms(platforms);
        } else if (!output.at("Descriptor").isNothing() && output.at("Descriptor") instanceof Tree.Mapping) {
            described(output, "platform " + platform(output.at("Descriptor", "platform")));
        } else if (output.at("manifest") instanceof Tree.Mapping manifest) {
            manifest(manifest, Said.names(output.value("name").stream().toList()),
                    manifest.value("digest").orElse(null), "manifest");
        } else if (output.at("schemaVersion") != Tree.NOTHING || output.at("config", "digest") != Tree.NOTHING
                || output.at("manifests") instanceof Tree.Sequence) {
            manifest(output, List.of(), null, "manifest");
        } else if (output.at("RepoTags") != Tree.NOTHING && output.value("Config").isPresent()) {
            pass(output, "image-saved", "lists images as docker save packs them, without the sizes of their layers.",
                    "Import the output of docker image inspect, or of docker manifest inspect --verbose.");
        } else if (output.at("LayersData") instanceof Tree.Sequence || output.at("Layers") instanceof Tree.Sequence) {
            skopeo(output);
        } else if (output.at("layer") instanceof Tree.Sequence) {
            dive(output);
        } else if (output.at("Repository") != Tree.NOTHING) {
            listed(output);
        } else if (output.at("RepoTags") != Tree.NOTHING || output.at("RootFS") != Tree.NOTHING
                || output.at("RepoDigests") != Tree.NOTHING) {
            inspected(output);
        }
    }

    /** {@code docker manifest inspect -v} of an index: one entry a platform. The most common server is taken. */
    private void platforms(Tree.Sequence platforms) {
        List<Tree> images = platforms.items().stream()
                .filter(entry -> !platform(entry.at("Descriptor", "platform")).equals("unknown/unknown")).toList();
        Optional<Tree> chosen = images.stream().min(Comparator.comparingInt(ImageOutput::rank));
        if (chosen.isEmpty()) {
            pass(platforms, "no-platform", "lists only attestations, no image.", null);
            return;
        }
        String platform = platform(chosen.get().at("Descriptor", "platform"));
        if (images.size() > 1) {
            findings.add(Finding.of(Severity.INFO, "platform-chosen", file + " holds " + images.size()
                    + " platforms; the image for " + platform + " is taken.", null)
                    .at(file, chosen.get().line(), null));
        }
        described(chosen.get(), "platform " + platform);
    }

    private static int rank(Tree entry) {
        String platform = platform(entry.at("Descriptor", "platform"));
        return platform.equals("linux/amd64") ? 0 : platform.equals("linux/arm64") ? 1 : 2;
    }

    private static String platform(Tree platform) {
        return platform.value("os").orElse("any") + "/" + platform.value("architecture").orElse("any");
    }

    private void described(Tree entry, String detail) {
        Tree manifest = Stream.of("SchemaV2Manifest", "OCIManifest").map(entry::at)
                .filter(one -> one instanceof Tree.Mapping).findFirst().orElse(Tree.NOTHING);
        if (manifest.isNothing()) {
            pass(entry, "no-layers", "holds a descriptor without a manifest.",
                    "Import the output of docker manifest inspect --verbose.");
        } else {
            manifest(manifest, Said.names(entry.value("Ref").map(ImageOutput::withoutDigest).stream().toList()),
                    entry.value("Descriptor", "digest").orElse(null), detail);
        }
    }

    /** The verbose form adds the digest of a platform to the name that was asked for. */
    private static String withoutDigest(String reference) {
        int at = reference.indexOf('@');
        return at < 0 ? reference : reference.substring(0, at);
    }

    private void manifest(Tree manifest, List<String> references, @Nullable String digest, String detail) {
        if (manifest.value("schemaVersion").filter("1"::equals).isPresent() || !manifest.at("fsLayers").isNothing()) {
            throw ImportFailed.at(file, manifest.line(), "schemaVersion",
                    "a manifest of schema 2 or OCI, which gives the layers' sizes: push the image again",
                    "schema 1, which registries no longer serve");
        }
        if (manifest.at("manifests") instanceof Tree.Sequence index) {
            index(index);
        } else if (!CONFIGS.contains(manifest.value("config", "mediaType").orElse(""))) {
            pass(manifest, "not-an-image", "is an artifact, not an image: its config is "
                    + manifest.value("config", "mediaType").orElse("") + ".", null);
        } else {
            layered(manifest, references, digest, detail);
        }
    }

    private void index(Tree.Sequence index) {
        List<String> entries = index.items().stream().limit(8).map(entry -> platform(entry.at("platform")) + " "
                + entry.value("digest").orElse("")).toList();
        pass(index, "image-index", "is an index of " + index.items().size() + " manifests and gives no layers: "
                + String.join(", ", entries) + ".",
                "Import the output of docker manifest inspect --verbose, or the manifest of one platform.");
    }

    private void pass(Tree at, String code, String what, @Nullable String action) {
        passedOver++;
        findings.add(Finding.of(Severity.WARNING, code, file + " " + what, action).at(file, at.line(), null));
    }

    private void layered(Tree manifest, List<String> references, @Nullable String digest, String detail) {
        List<Layer> layers = layers(manifest.at("layers"), "layers", "digest", "size");
        if (manifest.at("layers").items().stream()
                .anyMatch(layer -> layer.value("mediaType").filter(type -> type.endsWith("encrypted")).isPresent())) {
            findings.add(Finding.of(Severity.INFO, "encrypted", file + " has encrypted layers; their sizes count.",
                    null).at(file, manifest.line(), "layers"));
        }
        said.add(new Said("docker manifest", file, references, digest, moved(layers), null, layers, null, detail));
    }

    /** A layer that occurs twice is moved once. */
    private static @Nullable Double moved(List<Layer> layers) {
        Map<String, Double> once = new LinkedHashMap<>();
        layers.forEach(layer -> once.put(layer.digest(), layer.bytes()));
        return layers.isEmpty() ? null : once.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<Layer> layers(Tree list, String path, String digest, String size) {
        List<Layer> layers = new ArrayList<>();
        for (Tree layer : list.items()) {
            String place = path + "[" + layers.size() + "]";
            layers.add(new Layer(numbers.text(layer, place, digest), numbers.bytes(layer, place, size)));
        }
        return layers;
    }

    private void skopeo(Tree output) {
        List<Layer> layers = output.at("LayersData") instanceof Tree.Sequence
                ? layers(output.at("LayersData"), "LayersData", "Digest", "Size")
                : List.of();
        String digest = output.value("Digest").orElse(null);
        List<String> references = output.value("Name").map(name -> digest == null ? name : name + "@" + digest)
                .stream().toList();
        said.add(new Said("skopeo inspect", file, Said.names(references), digest, moved(layers), null, layers,
                Times.of(output.value("Created")), "line " + output.line()));
    }

    private void dive(Tree output) {
        Double size = numbers.optional(output.at("image"), "image", "sizeBytes");
        if (size == null) {
            double sum = 0;
            for (Tree layer : output.at("layer").items()) {
                sum += numbers.bytes(layer, "layer", "sizeBytes");
            }
            size = sum;
        }
        Double wasted = numbers.optional(output.at("image"), "image", "inefficientBytes");
        if (wasted != null && wasted > 0) {
            findings.add(Finding.of(Severity.INFO, "wasted-bytes",
                    file + ": " + size(wasted) + " of the image are files that later layers replace or delete.",
                    "Delete files in the layer that made them.").at(file, output.line(), "image.inefficientBytes"));
        }
        List<String> names = Stream.of(output.value("image", "name"), output.value("imageName"))
                .flatMap(Optional::stream).toList();
        said.add(new Said("dive", file, Said.names(names), null, null, size, List.of(), null,
                "unpacked size of " + output.at("layer").items().size() + " layers"));
    }

    private static String size(double bytes) {
        return bytes < 1e6 ? Math.round(bytes / 1e3) + " kB" : Math.round(bytes / 1e6) + " MB";
    }

    private void listed(Tree output) {
        String repository = output.value("Repository").orElse("");
        String tag = output.value("Tag").filter(text -> !text.equals("<none>")).map(text -> ":" + text).orElse("");
        String digest = output.value("Digest").filter(text -> text.startsWith("sha256:")).orElse(null);
        List<String> names = Said.names(List.of(repository + tag));
        Double size = numbers.written(output, "Size");
        if (names.isEmpty() || size == null || size == 0) {
            pass(output, "image-unnamed", "lists an image without a name or size; it was passed over.", null);
        } else {
            said.add(new Said("docker image ls", file, names, digest, numbers.written(output, "ContentSize"), size,
                    List.of(), Times.of(output.value("CreatedAt")),
                    "size as listed, to three digits; line " + output.line()));
        }
    }

    private void inspected(Tree output) {
        List<String> names = Stream.of("RepoTags", "Names", "RepoDigests").map(output::at)
                .flatMap(list -> list.items().stream()).flatMap(name -> name.value().stream()).toList();
        String digest = output.at("RepoDigests").items().stream().flatMap(name -> name.value().stream())
                .filter(name -> name.contains("@")).map(name -> name.substring(name.indexOf('@') + 1)).findFirst()
                .or(() -> output.value("Digest")).orElse(null);
        Double size = numbers.optional(output, "", "Size");
        Double virtual = size == null ? numbers.optional(output, "", "VirtualSize") : size;
        Double stated = virtual == null || virtual == 0 ? null : virtual;
        said.add(new Said("docker inspect", file, Said.names(names), digest, null, stated, List.of(),
                Times.of(output.value("Created")), "line " + output.line()));
    }
}
