package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.AdviceQuestion;
import dev.tare.comparison.Advised;
import dev.tare.comparison.Advising;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Verdict;
import dev.tare.comparison.Worth;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Blocker;
import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.Evidence;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.estate.Estates;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The advice page with figures made by hand: three services, the first two better in one unit. */
@WebMvcTest(AdvicePageController.class)
@WithMockUser
class AdvicePageTest {
    private static final Evidence CALLS = new Evidence(120, 0.75, 1);
    private static final Blocker TEAMS = new Blocker(Reason.TEAM, 0, 2, Double.NaN, Double.NaN);

    @TestConfiguration
    static class Shipped {
        @Bean
        Catalogue catalogue() {
            return TestCatalogue.SHIPPED;
        }
    }

    @Autowired
    MockMvcTester mvc;
    @MockitoBean
    Estates estates;
    @MockitoBean
    Advising advising;

    @BeforeEach
    void madeByHand() {
        when(estates.get("online-shop")).thenReturn(HandMade.estate());
        when(advising.advise(any(), any())).thenReturn(advised(AdviceQuestion.USUAL, 1, false));
    }

    @Test
    void saysInWordsWhatToMergeAndWhyNotFurther() throws Exception {
        assertThat(page("")).contains("Merging 3 services into 2 units saves $210 a month.",
                "Beyond that teams would share a process.", "Proven: ", "aria-current=\"page\">Advice</a>");
    }

    @Test
    void everyStepStandsInTheTableWithItsSavingEvidenceAndBlockers() throws Exception {
        String table = page("").replaceAll("(?s).*<table[^>]*id=\"path-table\"(.*?)</table>.*", "$1");
        assertThat(table).contains("$1,000", "$790", "$780", "−$210", "−$10", "cart with checkout",
                "cart, checkout with ad", "120 calls/s between them: 75\u00a0% of the caller’s calls",
                "cart and ad belong to different teams", "today</span>", "advised</span>", "knee</span>");
    }

    @Test
    void theCurveMarksBothEndsTheKneeAndToday() throws Exception {
        assertThat(page("")).contains("today, one each: 3 units, $1,000", "advised, knee: 2 units, $790",
                "all in one: 1 unit, $780",
                "class=\"way broken\"");
    }

    @Test
    void stayingIsAnAnswer() throws Exception {
        when(advising.advise(any(), any())).thenReturn(advised(AdviceQuestion.USUAL, 0, true));
        assertThat(page("")).contains("Stay as you are: no grouping that keeps the rules is cheaper.",
                "To merge more, teams would share a process.");
    }

    @Test
    void leadsToTheTwoSideBySide() throws Exception {
        assertThat(page("")).contains("/compare?s=today&amp;s=today%3Aadvised&amp;measure=cost");
        AdviceQuestion free = new AdviceQuestion("eks", Aim.COST, Teams.FREE, null, List.of(), List.of(), List.of());
        when(advising.advise(any(), any())).thenReturn(advised(free, 1, false));
        assertThat(page("?preset=eks&teams=free")).contains("s=eks%3Aunits%3Dcart%7Ccheckout&amp;measure=",
                "value=\"eks\" selected", "value=\"free\" selected");
    }

    @Test
    void theAddressHoldsTheWholeQuestion() throws Exception {
        String page = page("?objective=p99&teams=free&apart=cart,ad&apart=&together=cart,checkout");
        ArgumentCaptor<AdviceQuestion> asked = ArgumentCaptor.forClass(AdviceQuestion.class);
        Mockito.verify(advising).advise(any(), asked.capture());
        assertThat(asked.getValue()).isEqualTo(new AdviceQuestion(null, Aim.P99, Teams.FREE, null, List.of(),
                List.of(List.of("cart", "ad")), List.of(List.of("cart", "checkout"))));
        assertThat(page).contains("name=\"apart\" id=\"apart-0\" value=\"cart\"",
                "name=\"apartFrom\" id=\"apart-0-other\" value=\"ad\"", "value=\"checkout\"");
    }

    @Test
    void nonsenseIsSaidAboveTheForm() throws UnsupportedEncodingException {
        var result = mvc.get().uri("/estates/online-shop/advice?teams=maybe").exchange();
        assertThat(result).hasStatus(422);
        assertThat(result.getResponse().getContentAsString()).contains("never or priced or free", "maybe",
                "id=\"teams\"");
    }

    /** Three points: 1000, 790 and, breaking a rule, 780. */
    private static Advised advised(AdviceQuestion question, int best, boolean stay) {
        Step first = new Step(new int[]{ 0, 1, 2 }, 3, 1000, 0, 0, -1, -1, new Evidence(0, 0, 0), List.of(), true);
        Step second = new Step(new int[]{ 0, 0, 1 }, 2, 790, 210, 1, 0, 1, CALLS, stay ? List.of(TEAMS) : List.of(),
                !stay);
        Step third = new Step(new int[]{ 0, 0, 0 }, 1, 780, 10, 1, 0, 2, CALLS, List.of(TEAMS), false);
        List<Step> path = List.of(first, second, third);
        double weight = path.get(best).weight();
        Advice advice = new Advice(path.get(best).grouping(), weight, Advice.Method.ENUMERATED, true, weight,
                new Advice.Today(1000, true, stay, List.of()), path, best, best);
        return new Advised("USD", question, "EKS", true, new int[]{ 0, 1, 2 },
                new MergeAdvice(advice, new Plan(1000, 30, 0),
                        path.stream().map(step -> new Plan(step.weight(), 20, 0)).toList(), List.of()),
                stay ? Verdict.STAY : Verdict.CHANGE,
                new Worth(new Quantiles(150, 205, 260), 0.97, 10, List.of(), 1000), null, List.of(),
                List.of("cart", "checkout", "ad"));
    }

    private String page(String query) throws UnsupportedEncodingException {
        var result = mvc.get().uri("/estates/online-shop/advice" + query).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
