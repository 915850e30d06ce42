package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Weighing;
import dev.tare.comparison.validation.PublishedCases;
import dev.tare.comparison.validation.Validation;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(BelieveController.class)
@Import({ BelievePagesTest.RealCatalogue.class, PublishedCases.class, Validation.class, Weighing.class })
@WithMockUser
class BelievePagesTest {
    @TestConfiguration
    static class RealCatalogue {
        @Bean
        Catalogue catalogue() {
            return TestCatalogue.SHIPPED;
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PublishedCases cases;

    @Test
    void listsEveryCaseWithItsVerdict() {
        String page = page("/believe");
        cases.all().forEach(each -> assertThat(page).contains("/believe/" + each.id() + "\"",
                each.title().replace("'", "&#39;")));
        assertThat(count(page, "<tr")).isEqualTo(cases.all().size() + 1);
        assertThat(page).contains("1 of 4 outside", "78\u00a0vCPU", "\u00b1 35");
    }

    @Test
    void saysWhereSourcesDisagreeInAllTwelvePoints() {
        String page = page("/believe");
        String section = page.substring(page.indexOf("disagree-title"));
        assertThat(count(section, "<li>")).isEqualTo(12);
    }

    @Test
    void opensEveryCaseWithInputsWorkingAndSources() {
        cases.all().forEach(each -> assertThat(page("/believe/" + each.id())).contains("What goes in",
                "What it puts to the test", each.figures().getFirst().origin().replace("'", "&#39;")));
        assertThat(page("/believe/V1")).contains("/catalogue/assumptions#net.call_cpu",
                "remote calls/s \u00d7 CPU-ms at both ends");
    }

    @Test
    void showsAMissAsAMissAndWhy() {
        assertThat(page("/believe/V18")).contains(">outside<", "1 of 4 figures is outside.", "Why it is outside:");
    }

    @Test
    void movesTheCaseWithoutScript() {
        assertThat(page("/believe/V1")).doesNotContain(">Before<");
        assertThat(page("/believe/V1?net.call_cpu=0.05")).contains(">Before<", "changed by you",
                "1 of 6 figures is outside.");
    }

    @Test
    void takesAFieldLeftAsItWasForNoChange() {
        assertThat(page("/believe/V10?net.hop_p50=&lat.inproc=1.5&nonsense=3")).doesNotContain(">Before<");
    }

    @Test
    void refusesWhatIsNoFigure() {
        assertThat(mvc.get().uri("/believe/V1?net.call_cpu=much")).hasStatus(422);
        assertThat(mvc.get().uri("/believe/V1?net.call_cpu=-1")).hasStatus(422);
        assertThat(mvc.get().uri("/believe/V99")).hasStatus(404);
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

    private static int count(String page, String what) {
        Matcher matcher = Pattern.compile(Pattern.quote(what)).matcher(page);
        return (int) matcher.results().count();
    }
}
