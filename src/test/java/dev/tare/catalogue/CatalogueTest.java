package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue promises to those who use it. */
class CatalogueTest {
    private static final double GB = 1e9;
    private static final double MIB = 1024 * 1024;
    private static final Catalogue CATALOGUE = CatalogueReader.read(CatalogueFiles.onClasspath());

    @Test
    void everyOptionCitesAndEveryCitationIsThere() {
        Set<String> keys = new HashSet<>(CATALOGUE.entries().stream().map(Assumption::key).toList());
        assertThat(options()).allSatisfy(option -> {
            assertThat(option.assumptions()).as(option.id()).isNotEmpty();
            assertThat(keys).containsAll(option.assumptions());
        });
    }

    @Test
    void holdsTheOptionsOfAllSixAxes() {
        assertThat(CATALOGUE.options(Axis.GROUPING)).hasSize(5);
        assertThat(CATALOGUE.options(Axis.PACKAGING)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(CATALOGUE.options(Axis.ISOLATION)).hasSizeGreaterThanOrEqualTo(15);
        assertThat(CATALOGUE.options(Axis.PLACEMENT)).hasSizeGreaterThanOrEqualTo(15);
        assertThat(CATALOGUE.options(Axis.WIRING)).hasSizeGreaterThanOrEqualTo(11);
        assertThat(CATALOGUE.options(Axis.WATCHING)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void everySlotIsFilledBySomethingAndSaidInWords() {
        Set<Param> filled = new HashSet<>();
        CATALOGUE.presets().forEach(preset -> CATALOGUE.slots(preset.axes()).forEach(slot -> {
            filled.add(slot.param());
            assertThat(slot.words()).isNotBlank().isNotEqualTo(slot.param().name().toLowerCase().replace('_', ' '));
        }));
        options().forEach(option -> filled.addAll(option.effects().set().keySet()));
        assertThat(filled).containsExactlyInAnyOrder(Param.values());
    }

    @Test
    void everyIsolationSaysHowStrongItIs() {
        assertThat(CATALOGUE.options(Axis.ISOLATION)).allSatisfy(option -> assertThat(option.gives())
                .as(option.id()).anyMatch(gift -> gift.strength() != null));
    }

    @Test
    void aksKeepsAsPublished() {
        Shape aks = shape("aks");
        assertThat(8 * GB - aks.reserved().memory(8 * GB, 30)).isEqualTo(7.25 * GB);
        assertThat(aks.reserved().cpu(4)).isCloseTo(0.140, within(1e-12));
        assertThat(aks.reserved().cpu(8)).isCloseTo(0.180, within(1e-12));
    }

    @Test
    void oldAksKeepsAThirdOfASmallNode() {
        Map<String, String> axes = new HashMap<>(CATALOGUE.preset("aks").axes());
        axes.put("placement", "aks@1.28");
        assertThat(CATALOGUE.shape(axes).reserved().memory(7 * GB, 30) / (7 * GB)).isCloseTo(0.3357, within(0.0001));
    }

    @Test
    void eksKeepsAsPublished() {
        Shape eks = shape("eks");
        assertThat(eks.reserved().memory(4 * 1024 * MIB, 17)).isEqualTo((442 + 100) * MIB);
        assertThat(eks.reserved().memory(16 * 1024 * MIB, 58)).isEqualTo((893 + 100) * MIB);
        assertThat(List.of(2, 4, 8, 16)).extracting(cores -> Math.round(eks.reserved().cpu(cores) * 1000))
                .containsExactly(70L, 80L, 90L, 110L);
    }

    @Test
    void proxyCpuBendsAsMeasured() {
        Shape istio = shape("eks-istio-sidecar");
        double at1000 = istio.proxyCurve().at(1000);
        assertThat(at1000).isCloseTo(1, within(1e-12));
        assertThat(istio.proxyCurve().at(5000)).isCloseTo(0.45 / 0.18, within(1e-12));
        assertThat(istio.value(Param.MESH_PROXY_CPU_AT_1000, CATALOGUE.assumptions().likely())).isEqualTo(0.20);
        assertThat(istio.value(Param.MESH_PROXY_MEMORY, CATALOGUE.assumptions().likely())).isEqualTo(60e6);
    }

    @ParameterizedTest
    @CsvSource({ "1.1,8", "1.3.5,7", "1.4.6,6.3", "1.5,2.8", "1.6.8,3.12", "1.7,2.76", "1.8.1,2.65", "1.12.3,1.7",
        "1.20,0.228" })
    void meshLatencyIsFoundByRelease(String release, double p90) {
        assertThat(CATALOGUE.entry("mesh.istio_sidecar_p90." + release).orElseThrow().likely()).isEqualTo(p90);
    }

    @Test
    void aMeshReleaseBringsItsOwnFiguresAndNoOthers() {
        Map<String, String> axes = new HashMap<>(CATALOGUE.preset("eks-istio-sidecar").axes());
        axes.put("wiring", "istio-sidecar@1.20");
        Shape old = CATALOGUE.shape(axes);
        double[] likely = CATALOGUE.assumptions().likely();
        assertThat(old.value(Param.MESH_HOP_P99, likely)).isEqualTo(0.298);
        assertThat(old.value(Param.MESH_PROXY_CPU_AT_1000, likely)).isEqualTo(0.5);
        assertThat(old.value(Param.MESH_PROXY_CPU_REQUEST, likely)).isEqualTo(0.1);
    }

    @Test
    void aShapeWithoutAMeshBindsNone() {
        assertThat(Arrays.stream(Param.values()).filter(param -> param.name().startsWith("MESH_")))
                .allMatch(param -> shape("eks").slot(param) < 0);
    }

    @Test
    void lambdaIsPaidByRequestFargateByInstanceTheRestByNode() {
        assertThat(shape("lambda-zip").billing()).isEqualTo(Shape.Billing.REQUESTS);
        assertThat(shape("fargate").billing()).isEqualTo(Shape.Billing.INSTANCES);
        assertThat(shape("eks").billing()).isEqualTo(Shape.Billing.NODES);
    }

    @Test
    void onlyContainerImagesKeepARegisteredImage() {
        CATALOGUE.options(Axis.PACKAGING).forEach(option -> assertThat(option.effects().set()
                .containsKey(Param.DEFAULT_IMAGE_COMPRESSED)).as(option.id())
                .isEqualTo(option.tags().contains("oci") || option.id().equals("function-image")));
    }

    @Test
    void aHostOfItsOwnHoldsOneInstance() {
        Map<String, String> axes = new HashMap<>(CATALOGUE.preset("vm-systemd").axes());
        axes.put("isolation", "own-host");
        assertThat(CATALOGUE.shape(axes).value(Param.NODE_MAX_INSTANCES, CATALOGUE.assumptions().likely()))
                .isEqualTo(1);
    }

    @Test
    void whatStaysOnAHostCrossesNoZone() {
        double[] likely = CATALOGUE.assumptions().likely();
        assertThat(shape("multi-user-unix").value(Param.CROSS_ZONE_SHARE, likely)).isZero();
        assertThat(shape("vm-per-service").value(Param.CROSS_ZONE_SHARE, likely)).isEqualTo(0.5);
    }

    @Test
    void knowsLanguagesByManyNames() {
        List<CallGraph.Runtime> runtimes = CATALOGUE.software().runtimes();
        assertThat(runtimes.get(CATALOGUE.software().runtimeOf("TypeScript")).id()).isEqualTo("node");
        assertThat(runtimes.get(CATALOGUE.software().runtimeOf("Kotlin")).id()).isEqualTo("java");
        assertThat(runtimes.get(CATALOGUE.software().runtimeOf("C#")).id()).isEqualTo("dotnet");
        assertThat(runtimes.get(CATALOGUE.software().runtimeOf("COBOL")).id()).isEqualTo("other");
        assertThat(runtimes.get(CATALOGUE.software().runtimeOf("")).id()).isEqualTo("other");
        assertThat(runtimes).filteredOn(CallGraph.Runtime::oneCore).extracting(CallGraph.Runtime::id)
                .contains("node", "python", "ruby").doesNotContain("go", "java");
        double[] likely = CATALOGUE.assumptions().likely();
        CallGraph.Runtime node = runtimes.get(CATALOGUE.software().runtimeOf("node"));
        assertThat(likely[node.coldStart()]).isEqualTo(138.6);
        assertThat(likely[node.coldImage()]).isEqualTo(353.9);
    }

    @ParameterizedTest
    @CsvSource({ "node:22,408.5e6", "docker.io/library/node:22-alpine,60.7e6", "node:22-slim@sha256:abc,79.9e6",
        "localhost:5000/node:20,408.5e6", "redis,45e6", "library/redis:7-alpine,17e6",
        "gcr.io/distroless/static:nonroot,0.8e6" })
    void knowsImages(String reference, double compressed) {
        assertThat(CATALOGUE.software().image(reference).orElseThrow().compressed()).isCloseTo(compressed,
                within(1e-3));
    }

    @Test
    void doesNotTakeAStrangersImageForAKnownOne() {
        assertThat(CATALOGUE.software().image("shop/checkout:1.2")).isEmpty();
        assertThat(CATALOGUE.software().image("acme/node-exporter:1")).isEmpty();
    }

    @Test
    void showsTheDefaultThatIsUsed() {
        Shape shape = shape("eks");
        FieldDefault cpu = CATALOGUE.fieldDefault("cpu.request").orElseThrow();
        assertThat(cpu.value()).isEqualTo(shape.value(Param.DEFAULT_CPU_REQUEST, CATALOGUE.assumptions().likely()));
        assertThat(cpu.shown()).isEqualTo("250 mCPU");
        assertThat(cpu.sentence()).isNotBlank();
        assertThat(CATALOGUE.fieldDefaults()).extracting(FieldDefault::field).contains("replicas", "memory.request",
                "payloadBytes", "workMs.p50", "deploysPerMonth", "logBytesPerRequest", "load.peakToMean",
                "calls.perRequest", "entries.meanPerSecond");
    }

    @Test
    void saysWhatTheOperatingSystemStillDoes() {
        assertThat(CATALOGUE.replaced(CATALOGUE.preset("vm-systemd").axes())).allMatch(each -> each.by().isEmpty());
        assertThat(CATALOGUE.replaced(CATALOGUE.preset("eks-istio-sidecar").axes()))
                .noneMatch(each -> each.by().isEmpty());
    }

    private static Stream<Option> options() {
        return Arrays.stream(Axis.values()).flatMap(axis -> CATALOGUE.options(axis).stream());
    }

    private static Shape shape(String preset) {
        return CATALOGUE.shape(CATALOGUE.preset(preset).axes());
    }
}
