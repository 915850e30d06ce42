package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot stand together is said at its axis, with what would do instead. */
class ConflictsTest {
    private static final Catalogue CATALOGUE = TestCatalogue.SHIPPED;

    @Test
    void saysWhereWhyAndWhatWouldDo() {
        Map<String, String> axes = changed("vm-systemd", "wiring", "istio-sidecar");
        Refusal refusal = CATALOGUE.conflicts(axes).getFirst();
        assertThat(refusal.axis()).isEqualTo(Axis.WIRING);
        assertThat(refusal.other()).isEqualTo(Axis.PLACEMENT);
        assertThat(refusal.reason()).startsWith("Istio sidecars with systemd");
        assertThat(refusal.instead()).extracting(Option::id).contains("eks", "k3s").doesNotContain("systemd", "lambda");
    }

    @Test
    void everyWayOutStands() {
        for (Preset preset : CATALOGUE.presets()) {
            for (Option wiring : CATALOGUE.options(Axis.WIRING)) {
                Map<String, String> axes = changed(preset.id(), "wiring", wiring.id());
                CATALOGUE.waysOut(axes).forEach((axis, options) -> assertThat(options).allSatisfy(option -> {
                    Map<String, String> out = new HashMap<>(axes);
                    out.put(axis.id(), option.id());
                    assertThat(CATALOGUE.refusals(out)).isEmpty();
                }));
            }
        }
        assertThat(CATALOGUE.waysOut(changed("vm-systemd", "wiring", "istio-sidecar")).get(Axis.WIRING))
                .extracting(Option::id).contains("loopback", "network").doesNotContain("istio-sidecar");
    }

    @Test
    void whatStandsNeedsNoWayOut() {
        CATALOGUE.presets().forEach(preset -> {
            assertThat(CATALOGUE.conflicts(preset.axes())).isEmpty();
            assertThat(CATALOGUE.waysOut(preset.axes())).isEmpty();
        });
    }

    @Test
    void whatDoesNotExistIsSaidAtItsAxis() {
        List<Refusal> refusals = CATALOGUE.conflicts(changed("eks", "isolation", "wishes"));
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.axis()).isEqualTo(Axis.ISOLATION);
            assertThat(refusal.reason()).contains("'wishes'");
            assertThat(refusal.instead()).hasSameSizeAs(CATALOGUE.options(Axis.ISOLATION));
        });
    }

    private static Map<String, String> changed(String preset, String axis, String option) {
        Map<String, String> axes = new HashMap<>(CATALOGUE.preset(preset).axes());
        axes.put(axis, option);
        return axes;
    }
}
