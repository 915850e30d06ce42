package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Summary;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest({ EstatesController.class, InventoryController.class })
class EstatesControllerTest {
    @Autowired
    private MockMvcTester mvc;
    @MockitoBean
    private Estates estates;

    @Test
    void listsEstates() {
        when(estates.list()).thenReturn(List.of(new Summary("shop", "The <shop>", 2, 1234, Instant.EPOCH)));
        assertThat(mvc.get().uri("/estates")).hasStatusOk().hasViewName("estate/estates").bodyText()
                .contains("The &lt;shop&gt;", "1,234", "/estates/shop/services");
    }

    @Test
    void createsAnEstateOrSaysWhatIsWrong() {
        when(estates.create("Shop")).thenReturn(Shop.snapshot());
        assertThat(mvc.post().uri("/estates").with(csrf()).param("name", " Shop ")).hasStatus3xxRedirection()
                .hasRedirectedUrl("/estates/shop/services");
        when(estates.create("")).thenThrow(new Invalid("wrong", List.of(Problem.at("name", "a name", "nothing"))));
        assertThat(mvc.post().uri("/estates").with(csrf()).param("name", "")).hasStatus(422).bodyText()
                .contains("Expected a name.");
    }

    @Test
    void deletesTheVersionThatWasShown() {
        when(estates.get("shop")).thenReturn(Shop.snapshot());
        assertThat(mvc.get().uri("/estates/shop/delete")).bodyText().contains("2 services, 1 calls", "value=\"7\"");
        assertThat(mvc.post().uri("/estates/shop/delete").with(csrf()).param("version", "7")).hasStatus3xxRedirection()
                .hasRedirectedUrl("/estates");
        verify(estates).delete("shop", 7);
        doThrow(new Conflict("changed", "7")).when(estates).delete("shop", 6);
        assertThat(mvc.post().uri("/estates/shop/delete").with(csrf()).param("version", "6")).hasStatus(409).bodyText()
                .contains("Someone changed it", "value=\"7\"");
    }

    @Test
    void showsTheInventoryWithWhatIsMissing() {
        when(estates.get("shop")).thenReturn(Shop.snapshot());
        MvcTestResult page = mvc.get().uri("/estates/shop/services").exchange();
        assertThat(page).hasStatusOk().hasViewName("estate/services");
        InventoryView view = (InventoryView) page.getMvcResult().getModelAndView().getModel().get("page");
        InventoryView.Row web = view.rows().getFirst();
        assertThat(web.callsOut()).isEqualTo(1);
        assertThat(web.entry()).isTrue();
        assertThat(web.missing()).containsExactly("replicas", "CPU", "memory", "work time", "image", "deploys");
        assertThat(view.rows().getLast().edit()).isEqualTo("/estates/shop/services/a%2Fb%3Fc/edit");
        assertThat(mvc.get().uri("/estates/shop/services").param("q", "core WEB").param("page", "99")).bodyText()
                .contains(">web</a>", "1 of 2")
                .doesNotContain(">a/b?c</a>");
    }

    @Test
    void showsTeamsAndEntryPoints() {
        when(estates.get("shop")).thenReturn(Shop.snapshot());
        assertThat(mvc.get().uri("/estates/shop/teams")).bodyText().contains("$1,200", "One service has no owner.");
        assertThat(mvc.get().uri("/estates/shop/entries")).bodyText().contains("requests/s", "120", "300");
    }
}
