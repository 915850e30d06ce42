package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Question;
import dev.tare.comparison.Weighing;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.site.NotFound;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
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

/** The weight page, its workings and the front door, with figures made by hand. */
@WebMvcTest({ WeightController.class, WorkingController.class, HomeController.class })
@WithMockUser
class WeightPageTest {
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
    Weighing weighing;

    @MockitoBean
    ServiceWorkings services;
    @MockitoBean
    FoundToday found;

    @BeforeEach
    void madeByHand() {
        when(found.of(any(), any(), any())).thenReturn(new FoundToday.Section(
                new FindingRows("online-shop", "One pattern shows.", List.of(), 0, List.of()),
                new DefaultRows("Nothing of this bill rests on defaults.", List.of(), List.of()), List.of()));
        when(estates.get("online-shop")).thenReturn(HandMade.estate());
        when(weighing.weigh(any(), any())).thenReturn(HandMade.answer(0.97));
    }

    @Test
    void saysInWordsAndFiguresWhatIsTare() throws Exception {
        assertThat(page("/estates/online-shop")).contains("Of every $1.00 spent on Online shop, ",
                "<em>$0.54</em>", "As one process it would be $0.17.", "$2,310", "$1,250", "$1,060");
    }

    @Test
    void everyFigureOfTheBarsStandsInATable() throws Exception {
        String table = page("/estates/online-shop").replaceAll("(?s).*<table[^>]*id=\"bars-table\"(.*?)</table>.*",
                "$1");
        assertThat(table).contains("$241", "$638", "data-part=\"headroom\"", "Lambda, zip");
    }

    @Test
    void aFigureLeadsToItsWorking() throws Exception {
        assertThat(page("/estates/online-shop"))
                .contains("/estates/online-shop/working?scenario=today&amp;part=mesh&amp;measure=cost");
        assertThat(page("/estates/online-shop/working?scenario=today&part=mesh&measure=cost"))
                .contains("mesh = a × b + c", "0.1\u00a0vCPU", "$0.0316 per vCPU-h", "<!doctype html>");
    }

    @Test
    void aPanelGetsTheFigureAlone() throws Exception {
        assertThat(page("/estates/online-shop/working?part=mesh&panel=true")).doesNotContain("<html", "<header")
                .contains("mesh = a × b + c");
    }

    @Test
    void grossIsShownAsTheSumOfItsParts() throws Exception {
        assertThat(page("/estates/online-shop/working?part=gross")).contains("The sum of", "$1,060", "$1,250");
    }

    @Test
    void theAddressHoldsTheWholeQuestion() throws Exception {
        String page = page("/estates/online-shop?shape=eks&shape=nomad&measure=memory&a=eks&b=nomad");
        ArgumentCaptor<Question> asked = ArgumentCaptor.forClass(Question.class);
        Mockito.verify(weighing, Mockito.atLeastOnce()).weigh(any(), asked.capture());
        assertThat(asked.getValue().scenarios()).extracting(Question.Ask::name).containsExactly("today", "vm-systemd",
                "eks", "nomad");
        assertThat(page).contains("GiB").contains("shape=eks&amp;shape=nomad&amp;measure=cost&amp;a=eks&amp;b=nomad");
    }

    @Test
    void shapesAndLinesThatDoNotExistAreNotFound() {
        assertThat(mvc.get().uri("/estates/online-shop?shape=no-such")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/working?scenario=eks:no-such")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/working?part=no-such")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/online-shop/working?measure=no-such")).hasStatus(404);
        when(estates.get("nowhere")).thenThrow(new NotFound("No estate is at 'nowhere'."));
        assertThat(mvc.get().uri("/estates/nowhere")).hasStatus(404);
    }

    @Test
    void anEmptyEstateLeadsToTheFormAndTheImport() throws Exception {
        when(estates.get("bare")).thenReturn(new Estates.Snapshot("bare", 1, Instant.EPOCH, new EstateDocument(
                "estate/1", "Bare", null, null, List.of(), List.of(), List.of(), List.of(), List.of())));
        assertThat(page("/estates/bare")).contains("Nothing to weigh yet", "/estates/bare/import",
                "/estates/bare/services/new");
    }

    @Test
    void theFrontDoorOpensOnTheFirstEstateOrOnAWelcome() throws Exception {
        when(estates.list())
                .thenReturn(List.of(new Estates.Summary("online-shop", "Online shop", 11, 15, Instant.EPOCH)));
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/estates/online-shop");
        when(estates.list()).thenReturn(List.of());
        assertThat(page("/")).contains("There is no estate yet", "href=\"/start\"");
    }

    private String page(String address) throws UnsupportedEncodingException {
        var result = mvc.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
