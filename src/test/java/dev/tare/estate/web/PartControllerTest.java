package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.site.NotFound;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest({ PartController.class, DeleteController.class, SettingsController.class })
@Import({ PartForms.class, PartPages.class, Hints.class, Suggestions.class, Parts.class,
    PartControllerTest.WithCatalogue.class })
class PartControllerTest {
    @Autowired
    private MockMvcTester mvc;
    @MockitoBean
    private Estates estates;
    private EstateDocument stored = Shop.DOCUMENT;

    @org.springframework.boot.test.context.TestConfiguration
    @ComponentScan(basePackageClasses = Catalogue.class, excludeFilters = @ComponentScan.Filter(type = org.springframework.context.annotation.FilterType.REGEX, pattern = ".*\\.web\\..*"))
    static class WithCatalogue {}

    @BeforeEach
    void anEstate() {
        when(estates.get("shop")).thenReturn(Shop.snapshot());
        when(estates.get("nowhere")).thenThrow(new NotFound("No estate is at 'nowhere'."));
        when(estates.change(eq("shop"), any())).thenAnswer(call -> {
            UnaryOperator<EstateDocument> change = call.getArgument(1);
            stored = change.apply(stored);
            return Shop.snapshot();
        });
    }

    @Test
    void opensAnEmptyFormWithEveryDefault() {
        MvcTestResult page = mvc.get().uri("/estates/shop/services/new?team=Core").exchange();
        assertThat(page).hasStatusOk().hasViewName("estate/edit");
        FormView view = view(page);
        assertThat(view.title()).isEqualTo("New service");
        assertThat(view.sections()).flatExtracting(FormView.SectionView::fields)
                .filteredOn(field -> field.hint() != null)
                .extracting(FieldView::name).contains("replicas", "cpu.request", "memory.request", "workMs.p50",
                        "image.compressedBytes", "payloadBytes", "deploysPerMonth", "isolation", "load.kind",
                        "load.peakToMean", "logBytesPerRequest", "metricSeries");
        assertThat(field(view, "team").value()).isEqualTo("Core");
        assertThat(page).bodyText().contains("Empty: ", "0.25\u00a0vCPU");
    }

    @Test
    void opensAServiceByAnyName() {
        MvcTestResult page = mvc.get().uri(java.net.URI.create("/estates/shop/services/a%2Fb%3Fc/edit")).exchange();
        assertThat(page).hasStatusOk();
        assertThat(view(page).name()).isEqualTo("a/b?c");
        assertThat(view(page).calledBy()).containsExactly("web");
    }

    @Test
    void answersNotFound() {
        assertThat(mvc.get().uri("/estates/shop/services/none/edit")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/nowhere/services/new")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/shop/teams/none/delete")).hasStatus(404);
        assertThat(mvc.get().uri("/estates/shop/sidecars/new")).hasStatus(404);
    }

    @Test
    void storesAndGoesOn() {
        assertThat(mvc.post().uri("/estates/shop/services/new").with(csrf()).param("name", " new ")
                .param("memory.request", "512Mi").param("do", "save")).hasStatus3xxRedirection()
                .hasRedirectedUrl("/estates/shop/services");
        Service added = stored.services().getLast();
        assertThat(added.name()).isEqualTo("new");
        assertThat(added.memory()).isEqualTo(new EstateDocument.Resource(536870912.0, null, null));
        assertThat(
                mvc.post().uri("/estates/shop/services/new").with(csrf()).param("name", "more").param("team", "A & B")
                        .param("do", "another"))
                .hasRedirectedUrl("/estates/shop/services/new?team=A%20%26%20B");
    }

    @Test
    void refusesWithEveryErrorAtItsField() {
        MvcTestResult page = mvc.post().uri("/estates/shop/services/new").with(csrf()).param("name", "")
                .param("cpu.request", "much").param("sidecars[0].cpu.request", "1Gi").param("isolation", "armed")
                .param("calls[0].to", "nobody").exchange();
        assertThat(page).hasStatus(422);
        assertThat(view(page).errors()).extracting(FormView.ErrorView::field).containsExactlyInAnyOrder("f-name",
                "f-cpu-request", "f-sidecars-0-cpu-request", "f-isolation", "f-calls-0-to");
        assertThat(field(view(page), "cpu.request").value()).isEqualTo("much");
        verify(estates, never()).change(any(), any());
    }

    @Test
    void addsAndRemovesRowsWithoutStoring() {
        MvcTestResult page = mvc.post().uri("/estates/shop/services/new").with(csrf()).param("calls[0].to", "web")
                .param("calls[4].to", "x").param("do", "remove:calls:0").exchange();
        assertThat(view(page).lists().getFirst().rows()).extracting(FormView.RowView::label).containsExactly("x");
        assertThat(view(page).lists().getFirst().rows().getFirst().offer()).isTrue();
        MvcTestResult more = mvc.post().uri("/estates/shop/services/new").with(csrf()).param("costs[0].monthly", "3")
                .param("do", "add:costs").exchange();
        assertThat(view(more).lists().getLast().rows()).hasSize(2);
        verify(estates, never()).change(any(), any());
    }

    @Test
    void showsBothVersionsToTheSecondEditor() {
        String opened = view(mvc.get().uri("/estates/shop/teams/Core/edit").exchange()).opened();
        stored = Shop.DOCUMENT.withTeams(java.util.List.of(new EstateDocument.Team("Core", 5.0, 1200.0)));
        MvcTestResult page = mvc.post().uri("/estates/shop/teams/Core/edit").with(csrf()).param("opened", opened)
                .param("name", "Core").param("engineers", "4").param("monthlyBudget", "1,200").exchange();
        assertThat(page).hasStatus(409).hasViewName("estate/conflict");
        ConflictView view = (ConflictView) page.getMvcResult().getModelAndView().getModel().get("page");
        assertThat(view.choices()).extracting(ConflictView.Choice::of)
                .containsExactly(new Difference("choose:engineers", "Engineers", "5", "4", true, true));
        assertThat(mvc.post().uri("/estates/shop/teams/Core/edit").with(csrf())
                .param("opened", view.kept().get("opened"))
                .param("name", "Core").param("engineers", "4").param("monthlyBudget", "1,200").param("do", "resolve")
                .param("choose:engineers", "mine")).hasStatus3xxRedirection();
        assertThat(stored.teams().getFirst().engineers()).isEqualTo(4);
    }

    @Test
    void doesNotBelieveADamagedForm() {
        assertThat(mvc.post().uri("/estates/shop/teams/Core/edit").with(csrf()).param("opened", "{")
                .param("name", "Core")).hasStatus(400);
    }

    @Test
    void asksBeforeDeleting() {
        MvcTestResult page = mvc.get().uri("/estates/shop/services/web/delete").exchange();
        DeleteView view = (DeleteView) page.getMvcResult().getModelAndView().getModel().get("page");
        assertThat(view.goes()).containsExactly("the call web → a/b?c", "its entry point");
        assertThat(mvc.post().uri("/estates/shop/services/web/delete").with(csrf())).hasStatus3xxRedirection();
        assertThat(stored.services()).hasSize(1);
        assertThat(stored.calls()).isEmpty();
        assertThat(mvc.post().uri("/estates/shop/services/web/delete").with(csrf())).hasStatus(404);
    }

    @Test
    void statesWhatRunsToday() {
        String opened = view(mvc.get().uri("/estates/shop/settings").exchange()).opened();
        assertThat(mvc.post().uri("/estates/shop/settings").with(csrf()).param("opened", opened).param("name", "Shop 2")
                .param("currency", "EUR").param("today.preset", "eks").param("today.grouping", "per-team"))
                .hasRedirectedUrl("/estates/shop/services");
        assertThat(stored.name()).isEqualTo("Shop 2");
        assertThat(stored.today()).isEqualTo(new EstateDocument.Today("eks", null, "per-team"));
        assertThat(mvc.post().uri("/estates/shop/settings").with(csrf()).param("opened", opened).param("name", "x")
                .param("today.grouping", "hand-made")).hasStatus(422);
    }

    @Test
    void wantsTheTokenOfItsPage() {
        assertThat(mvc.post().uri("/estates/shop/services/new").param("name", "x")).hasStatus(403);
    }

    private static FormView view(MvcTestResult page) {
        return (FormView) model(page);
    }

    private static Object model(MvcTestResult page) {
        return page.getMvcResult().getModelAndView().getModel().get("page");
    }

    private static FieldView field(FormView view, String name) {
        return view.sections().stream().flatMap(section -> section.fields().stream())
                .filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }
}
