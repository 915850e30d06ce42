package dev.tare.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.Catalogue;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({ CatalogueController.class, AssumptionsController.class, CatalogueApi.class })
@Import(CataloguePagesTest.RealCatalogue.class)
@WithMockUser
class CataloguePagesTest {
    @ComponentScan(basePackages = "dev.tare.catalogue", useDefaultFilters = false, includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.tare\\.catalogue\\.CatalogueConfiguration"))
    static class RealCatalogue {}

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Catalogue catalogue;

    @Test
    void namesTheShapeAndSaysWhatTheSystemDid() {
        assertThat(page("/catalogue?preset=eks")).contains("<h1>EKS</h1>", "the operating system already did",
                "kubelet, controllers", "/catalogue/assumptions#k8s.eks_price");
    }

    @Test
    void opensEveryPreset() {
        catalogue.presets().forEach(preset -> assertThat(page("/catalogue?preset=" + preset.id()))
                .contains(preset.description().replace("'", "&#39;")).doesNotContain("cannot stand together"));
    }

    @Test
    void refusesWithReasonsAndShowsNoFigures() {
        assertThat(page("/catalogue?preset=vm-systemd&wiring=linkerd")).contains("These cannot stand together",
                "Linkerd injects its proxies through Kubernetes").doesNotContain("What it is weighed with");
    }

    @Test
    void whatCannotStandLeadsToWhatWould() {
        assertThat(page("/catalogue?preset=vm-systemd&wiring=linkerd")).contains(
                "They would stand with one other answer",
                "wiring=loopback");
    }

    @Test
    void showsWhatDiffersFromAnotherCombination() {
        assertThat(page("/catalogue?preset=eks-linkerd&against=eks")).contains("What differs from EKS",
                "Proxies beside a replica")
                .doesNotContain(">Managed control plane</th><td data-label=\"EKS with Linkerd\"");
        assertThat(page("/catalogue?preset=eks&against=eks")).contains("What differs from EKS");
        assertThat(page("/catalogue?preset=eks&against=nonsense")).doesNotContain("What differs");
    }

    @Test
    void listsEveryPresetByItsAnswers() {
        String page = page("/catalogue");
        String table = page.substring(page.indexOf("presets-title\">"));
        catalogue.presets().forEach(preset -> assertThat(table).contains("?preset=" + preset.id() + "\""));
        assertThat(page).contains("/shapes/keep?");
    }

    @Test
    void survivesAnOptionNobodyKnows() {
        assertThat(page("/catalogue?placement=<script>")).contains("These cannot stand together")
                .doesNotContain("'<script>'");
    }

    @Test
    void hasAnAnchorForEveryKey() {
        String page = page("/catalogue/assumptions");
        catalogue.entries().forEach(entry -> assertThat(page).contains("id=\"" + entry.key() + "\""));
    }

    @Test
    void findsByWordsAndByHowItWasObtained() {
        assertThat(rows(page("/catalogue/assumptions?q=ztunnel memory"))).isBetween(1, 6);
        assertThat(rows(page("/catalogue/assumptions?how=from-memory"))).isEqualTo((int) catalogue.entries().stream()
                .filter(entry -> entry.how().id().equals("from-memory")).count());
        assertThat(page("/catalogue/assumptions?q=nonsuchthing")).contains("Nothing found");
    }

    @Test
    void linksNoFigureThatHasNoLine() {
        String page = page("/catalogue?preset=eks-istio-sidecar");
        Matcher link = Pattern.compile("/catalogue/assumptions#([^\"]+)\"").matcher(page);
        int links = 0;
        while (link.find()) {
            assertThat(catalogue.entry(link.group(1))).as(link.group(1)).isPresent();
            links++;
        }
        assertThat(links).isGreaterThan(40);
    }

    @Test
    void answersTheContract() {
        assertThat(mvc.get().uri("/api/v1/catalogue")).hasStatusOk().bodyJson().satisfies(json -> {
            json.assertThat().extractingPath("$.axes.length()").isEqualTo(6);
            json.assertThat().extractingPath("$.axes[?(@.id=='wiring')].options[?(@.id=='linkerd')].needs[0].because")
                    .asArray().isNotEmpty();
            json.assertThat().extractingPath("$.presets[?(@.id=='nomad')].axes.placement").asArray()
                    .containsExactly("nomad");
            json.assertThat().extractingPath("$.assumptions[?(@.key=='lat.inproc')].how").asArray()
                    .containsExactly("derived");
            json.assertThat().extractingPath("$.assumptions.length()").isEqualTo(catalogue.entries().size());
        });
    }

    private String page(String address) {
        var result = mvc.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int rows(String page) {
        return (int) Pattern.compile("<tr id=").matcher(page).results().count();
    }
}
