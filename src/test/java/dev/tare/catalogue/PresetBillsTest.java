package dev.tare.catalogue;

import static dev.tare.engine.ServiceDraft.service;
import static dev.tare.engine.Trial.MB;
import static dev.tare.engine.Trial.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A shop of eleven small services at 100 requests/s under every preset: would an architect believe the figures? */
class PresetBillsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.read(CatalogueFiles.onClasspath());
    private static final CallGraph SHOP = shop();
    private static final Engine ENGINE = new Engine(SHOP, CATALOGUE.assumptions());
    private static final Map<String, Bill> APART = weigh(false);
    private static final Map<String, Bill> TOGETHER = weigh(true);

    private static Service small(String name, String language, double vcpu, double mebibytes, double image) {
        double bytes = mebibytes * (1 << 20);
        return service(name).runtime(CATALOGUE.software().runtimeOf(language)).cpu(vcpu, Double.NaN)
                .memory(bytes, Double.NaN)
                .image(image, Double.NaN).done();
    }

    private static Call call(int from, int to, double times) {
        return new Call(from, to, Mode.SEQUENTIAL, times, Double.NaN, Double.NaN);
    }

    private static CallGraph shop() {
        List<Service> services = List.of(small("front", "go", 0.1, 64, 20 * MB),
                small("cart", "csharp", 0.2, 64, 40 * MB),
                small("catalogue", "go", 0.1, 64, 15 * MB), small("currency", "node", 0.1, 64, 70 * MB),
                small("payment", "node", 0.1, 64, 70 * MB), small("shipping", "go", 0.1, 64, 15 * MB),
                small("email", "python", 0.1, 64, 80 * MB), small("checkout", "go", 0.1, 64, 15 * MB),
                small("recommendation", "python", 0.1, 220, 85 * MB), small("ads", "java", 0.2, 180, 120 * MB),
                small("store", "cpp", 0.07, 200, 15 * MB));
        List<Call> calls = List.of(call(0, 2, 3), call(0, 3, 5), call(0, 1, 1), call(0, 8, 0.8), call(0, 5, 0.2),
                call(0, 7, 0.05), call(0, 9, 0.7), call(8, 2, 1), call(7, 1, 2), call(7, 2, 1.5), call(7, 3, 2),
                call(7, 4, 1), call(7, 5, 2), call(7, 6, 1), call(1, 10, 1.5));
        return new CallGraph(services, calls, List.of(new Entry(0, 100, 300)), CATALOGUE.software().runtimes());
    }

    private static Map<String, Bill> weigh(boolean together) {
        int[] units = new int[SHOP.services().size()];
        if (!together) {
            Arrays.setAll(units, i -> i);
        }
        Map<String, Bill> bills = new LinkedHashMap<>();
        for (Preset preset : CATALOGUE.presets()) {
            Map<String, String> axes = new HashMap<>(preset.axes());
            axes.put("grouping", together ? "all-in-one" : "one-each");
            bills.put(preset.id(), ENGINE.weigh(new Scenario(preset.id(), CATALOGUE.shape(axes), units, false)));
        }
        return bills;
    }

    private static double gross(Bill bill, Measure measure) {
        return bill.gross().get(measure).likely();
    }

    @Test
    void theWorkNeedsTheSameCpuEverywhere() {
        assertThat(APART.values()).extracting(bill -> bill.net().get(Measure.VCPU).likely())
                .allSatisfy(vcpu -> assertThat(vcpu).isCloseTo(0.508, within(1e-9)));
        assertThat(TOGETHER.values()).extracting(bill -> bill.net().get(Measure.VCPU).likely())
                .allSatisfy(vcpu -> assertThat(vcpu).isCloseTo(0.508, within(1e-9)));
    }

    @Test
    void theWorkCostsAboutTheSameOnRentedMachines() {
        APART.forEach((preset, bill) -> {
            if (!preset.equals("own-servers")) {
                assertThat(bill.net().get(Measure.COST).likely()).as(preset).isBetween(10.0, 30.0);
            }
        });
    }

    @Test
    void aMeshedClusterCostsAFewTimesTwoServers() {
        double servers = gross(TOGETHER.get("vm-systemd"), Measure.COST);
        assertThat(gross(APART.get("eks-istio-sidecar"), Measure.COST) / servers).isBetween(2.0, 6.0);
        assertThat(servers).isBetween(200.0, 500.0);
    }

    @Test
    void mergingNeverCostsMoreForSoSmallAShop() {
        APART.forEach((preset, bill) -> assertThat(gross(TOGETHER.get(preset), Measure.COST)).as(preset)
                .isLessThanOrEqualTo(gross(bill, Measure.COST) * (1 + 1e-9)));
    }

    @Test
    void aWorkflowEngineBetweenEveryTwoStepsIsTheDearest() {
        assertThat(APART.entrySet().stream().max(Map.Entry.comparingByValue(
                (a, b) -> Double.compare(gross(a, Measure.COST), gross(b, Measure.COST)))).orElseThrow().getKey())
                .isEqualTo("lambda-step-functions");
    }

    @Test
    void sidecarsTakeMoreThanNodeProxies() {
        double sidecars = line(APART.get("eks-istio-sidecar"), Part.MESH, Measure.MEMORY);
        double ambient = line(APART.get("eks-istio-ambient"), Part.MESH, Measure.MEMORY);
        assertThat(sidecars).isGreaterThan(ambient);
        assertThat(line(APART.get("eks"), Part.MESH, Measure.COST)).isZero();
    }

    @Test
    void hopsCostMillisecondsAndOneUnitHasNone() {
        APART.forEach((preset, bill) -> {
            double apart = gross(bill, Measure.P99_MS);
            double together = gross(TOGETHER.get(preset), Measure.P99_MS);
            assertThat(apart).as(preset).isGreaterThanOrEqualTo(together);
            assertThat(line(TOGETHER.get(preset), Part.NETWORK, Measure.P99_MS)).as(preset).isZero();
        });
    }

    @Test
    void theLinesOfEveryPresetSumUp() {
        APART.values().forEach(bill -> {
            for (Measure measure : Measure.values()) {
                double lines = 0;
                for (Part part : Part.values()) {
                    lines += line(bill, part, measure);
                }
                double gross = gross(bill, measure);
                assertThat(bill.net().get(measure).likely() + lines).as(bill.scenario())
                        .isCloseTo(gross, within(1e-9 * gross));
            }
        });
    }
}
