package dev.tare.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Impossible combinations are refused, each with its reason. */
class CombinationTest {
    private static final Catalogue CATALOGUE = CatalogueReader.read(CatalogueFiles.onClasspath());

    @ParameterizedTest(name = "{0} with {2}")
    @CsvFileSource(resources = "/catalogue-cases/combinations.csv", numLinesToSkip = 1)
    void refusesWithTheReason(String preset, String axis, String option, String reason) {
        Map<String, String> axes = axes(preset);
        axes.put(axis, option);
        assertThatThrownBy(() -> CATALOGUE.shape(axes)).isInstanceOf(ImpossibleShape.class)
                .extracting(refusal -> ((ImpossibleShape) refusal).reasons(), InstanceOfAssertFactories.LIST)
                .anySatisfy(each -> assertThat(each.toString()).contains(reason));
    }

    @Test
    void allowsCallsInOneProcessWhenThereIsOne() {
        Map<String, String> axes = axes("vm-systemd");
        axes.put("wiring", "in-process");
        assertThat(CATALOGUE.refusals(axes)).isEmpty();
    }

    @Test
    void allowsTheMeshesOnEveryKubernetes() {
        for (String placement : new String[]{ "k3s", "kubernetes", "eks", "gke", "aks" }) {
            for (String mesh : new String[]{ "linkerd", "istio-sidecar", "istio-ambient-l4", "istio-ambient-l7",
                "cilium" }) {
                Map<String, String> axes = axes("eks");
                axes.put("placement", placement);
                axes.put("wiring", mesh);
                assertThat(CATALOGUE.refusals(axes)).as(placement + " with " + mesh).isEmpty();
            }
        }
    }

    @Test
    void namesWhatIsMissingUnknownAndThere() {
        assertThat(CATALOGUE.refusals(Map.of("placement", "mainframe", "colour", "red")))
                .anyMatch(reason -> reason.contains("'mainframe'") && reason.contains("eks"))
                .anyMatch(reason -> reason.contains("no axis 'colour'"))
                .contains("No option is chosen for packaging.");
        assertThatThrownBy(() -> CATALOGUE.preset("mainframe")).isInstanceOf(ImpossibleShape.class)
                .hasMessageContaining("mainframe");
    }

    @Test
    void doesNotKnowAReleaseThatWasNeverPublished() {
        Map<String, String> axes = axes("eks-istio-sidecar");
        axes.put("wiring", "istio-sidecar@9.9");
        assertThat(CATALOGUE.refusals(axes)).singleElement().asString().contains("istio-sidecar@9.9");
    }

    private static Map<String, String> axes(String preset) {
        Map<String, String> axes = new HashMap<>(CATALOGUE.preset(preset).axes());
        axes.put("grouping", CATALOGUE.preset(preset).grouping());
        return axes;
    }
}
