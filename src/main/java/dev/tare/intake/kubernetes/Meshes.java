package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.container.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the estate is deployed in today: Kubernetes, wired by the mesh whose proxies its pods carry. */
final class Meshes {
    private static final String PRESET = "kubernetes";
    private static final String GROUPING = "one-each";

    private final List<Finding> findings = new ArrayList<>();
    private final Today today;

    Meshes(List<KubeObject> objects, List<Workload> workloads) {
        Optional<String> wiring = workloads.stream().flatMap(workload -> workload.sidecars().stream())
                .flatMap(sidecar -> wiring(sidecar).stream()).findFirst();
        this.today = new Today(PRESET, wiring.map(option -> Map.of("wiring", option)).orElse(null), GROUPING);
        if (wiring.isEmpty()) {
            asked(objects).ifPresent(findings::add);
        }
    }

    private static Optional<String> wiring(PodContainer sidecar) {
        String image = ImageReference.of(Objects.requireNonNullElse(sidecar.image(), "")).repository();
        if (sidecar.name().equals("istio-proxy") || image.endsWith("/proxyv2")) {
            return Optional.of("istio-sidecar");
        }
        if (sidecar.name().equals("linkerd-proxy") || image.endsWith("linkerd/proxy")) {
            return Optional.of("linkerd");
        }
        return Optional.empty();
    }

    /** Labels that make the cluster add proxies when pods start: the files do not hold them. */
    private static Optional<Finding> asked(List<KubeObject> objects) {
        return objects.stream().filter(Meshes::asks).findFirst().map(object -> object.finding(Severity.WARNING,
                "mesh-added-later",
                object.label()
                        + " asks for a service mesh, whose proxies the cluster adds when pods start; they are not"
                        + " in these files.",
                "Import what runs (kubectl get … -o yaml), or set today's shape to one with the mesh."));
    }

    private static boolean asks(KubeObject object) {
        return Stream.of(object.at("metadata"), PodTemplate.of(object).at("metadata"))
                .flatMap(metadata -> Stream.of(metadata.at("labels"), metadata.at("annotations")))
                .anyMatch(texts -> texts.value("istio-injection").filter("enabled"::equals).isPresent()
                        || texts.value("sidecar.istio.io/inject").filter("true"::equals).isPresent()
                        || texts.value("istio.io/rev").isPresent()
                        || texts.value("istio.io/dataplane-mode").filter("ambient"::equals).isPresent()
                        || texts.value("linkerd.io/inject").filter("enabled"::equals).isPresent());
    }

    Today today() {
        return today;
    }

    List<Finding> findings() {
        return findings;
    }
}
