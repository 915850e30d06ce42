package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every combination people argue about can be had. */
class PresetTest {
    private static final Catalogue CATALOGUE = CatalogueReader.read(CatalogueFiles.onClasspath());
    private static final List<String> PROMISED = List.of("vm-systemd", "one-container", "compose", "own-servers",
            "podman-quadlet", "swarm", "nomad", "ecs-ec2", "fargate", "k3s", "kubernetes", "eks", "gke", "aks",
            "eks-linkerd", "eks-istio-sidecar", "eks-istio-ambient", "eks-istio-ambient-l7", "eks-cilium",
            "lambda-zip", "lambda-image", "lambda-step-functions", "freebsd-jails", "solaris-zones", "lxc", "nix-vm",
            "pledge-unveil", "multi-user-unix", "gvisor", "kata", "firecracker", "vm-per-service", "wasm",
            "static-site");

    @Test
    void everyPromisedIdIsThereOnce() {
        assertThat(CATALOGUE.presets()).extracting(Preset::id).containsExactlyInAnyOrderElementsOf(PROMISED);
    }

    @TestFactory
    List<DynamicTest> resolvesWithItsUsualGrouping() {
        return CATALOGUE.presets().stream().map(preset -> DynamicTest.dynamicTest(preset.id(), () -> {
            Map<String, String> axes = new HashMap<>(preset.axes());
            axes.put("grouping", preset.grouping());
            Shape shape = CATALOGUE.shape(axes);
            assertThat(shape.name()).isEqualTo(preset.name());
            assertThat(CATALOGUE.refusals(axes)).isEmpty();
        })).toList();
    }

    @TestFactory
    List<DynamicTest> resolvesOneEachAndAllInOneToo() {
        return CATALOGUE.presets().stream().map(preset -> DynamicTest.dynamicTest(preset.id(), () -> {
            for (String grouping : List.of("one-each", "per-team", "all-in-one", "advised", "hand-made")) {
                Map<String, String> axes = new HashMap<>(preset.axes());
                axes.put("grouping", grouping);
                assertThat(CATALOGUE.refusals(axes)).as(grouping).isEmpty();
            }
        })).toList();
    }
}
