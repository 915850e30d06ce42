package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@WebMvcTest(LayoutTest.SamplePage.class)
@Import(LayoutTest.SamplePage.class)
@WithMockUser
class LayoutTest {
    @Autowired
    MockMvcTester mvc;

    @Test
    void linksEveryAssetAtAnAddressThatHashesItsContent() {
        assertThat(page()).containsPattern("/site/tokens-[0-9a-f]{32}\\.css")
                .containsPattern("/site/sample-page-[0-9a-f]{32}\\.css")
                .containsPattern("src=\"/site/sample-page-[0-9a-f]{32}\\.js");
    }

    @Test
    void servesAHashedAssetForAYear() {
        Matcher address = Pattern.compile("/site/tokens-[0-9a-f]{32}\\.css").matcher(page());
        assertThat(address.find()).isTrue();
        assertThat(mvc.get().uri(address.group())).hasStatusOk().headers()
                .hasValue("Cache-Control", "max-age=31536000, public");
    }

    @Test
    void namesModulesAndTheChartLibraryInTheImportMap() {
        assertThat(page()).containsPattern("\"chart.js\":\"/webjars/chart.js/[^\"]*-[0-9a-f]{32}\\.js\"")
                .containsPattern("\"tare/site/sample-page.js\":\"/site/sample-page-[0-9a-f]{32}\\.js\"");
    }

    @Test
    void letsTheImportMapInByANonceThatChangesWithEveryResponse() {
        String policy = result().getResponse().getHeader("Content-Security-Policy");
        assertThat(policy).doesNotContain("unsafe").contains("default-src 'none'");
        assertThat(nonceOf(result())).isNotEqualTo(nonceOf(result()));
    }

    @Test
    void theNonceOfThePageIsTheNonceOfTheHeader() throws Exception {
        MvcTestResult result = result();
        assertThat(result.getResponse().getContentAsString()).contains("nonce=\"" + nonceOf(result) + "\"");
    }

    @Test
    void marksTheSectionInTheEstatesNavigation() {
        assertThat(page()).startsWith("<!doctype html>")
                .containsPattern("href=\"/estates/shop/services\"[^>]*aria-current=\"page\"")
                .contains("<title>Sample · tare</title>", "$2,310");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en-US| $2,310", "de-DE,de;q=0.9,en;q=0.8| 2.310\u00a0$",
        "fr-FR| 2\u202f310\u00a0$" })
    void writesNumbersAsTheReaderDoes(String language, String written) throws Exception {
        assertThat(mvc.get().uri("/sample-page").header("Accept-Language", language).exchange()
                .getResponse().getContentAsString()).contains(written);
    }

    private String page() {
        try {
            return result().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult result() {
        return mvc.get().uri("/sample-page").exchange();
    }

    private static String nonceOf(MvcTestResult result) {
        Matcher nonce = Pattern.compile("'nonce-([^']+)'")
                .matcher(String.valueOf(result.getResponse().getHeader("Content-Security-Policy")));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    @Controller
    static class SamplePage {
        @GetMapping("/sample-page")
        String show(Model model) {
            model.addAttribute("place", new Place("shop", "Shop"));
            return "site/sample-page";
        }
    }
}
