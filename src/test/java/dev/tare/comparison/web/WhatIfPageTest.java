package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Estates;
import dev.tare.estate.ShapeLink;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** Every step of a scenario that is tried out is answered by the address of what comes of it. */
@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser
class WhatIfPageTest {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;

    @BeforeEach
    void register() throws IOException {
        shop = estates.create(OnlineShop.document());
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.get(shop.slug()).version());
    }

    @Test
    void movesAreInTheAddressAndBackAgainIsToday() throws Exception {
        String together = done("today", "into", "service:cart", "service", "ad");
        assertThat(ShapeLink.read(together)).get().extracting("grouping")
                .isEqualTo(Map.of("cart", List.of("cart", "ad")));
        assertThat(done(together, "split", "cart")).as("what it was, by its plain name").isEqualTo("today");
        assertThat(page(together)).contains("2 services").contains("less a month than today");
    }

    @Test
    void everyOtherChangeIsOneFieldAndTakenBackByAnEmptyOne() throws Exception {
        String changed = done("today", "replicas.cart", "5", "rate", "2", "base.*", "alpine:*", "set.price.vcpu_h",
                "0.09");
        assertThat(ShapeLink.read(changed)).get().satisfies(shape -> {
            assertThat(shape.changed().replicas()).containsEntry("cart", 5.0);
            assertThat(shape.changed().rate()).isEqualTo(2.0);
            assertThat(shape.changed().baseImages()).containsEntry("*", "alpine:*");
            assertThat(shape.assumptions()).containsEntry("price.vcpu_h", 0.09);
            assertThat(shape.axes()).as("still today's, with what is registered").isEmpty();
        });
        assertThat(page(changed)).contains("cart: 5 replicas", "All rates", "All services on alpine");
        assertThat(done(changed, "replicas.cart", "", "rate", "", "base.*", "", "set.price.vcpu_h", ""))
                .isEqualTo("today");
    }

    @Test
    void anotherOptionSaysAllAxesAndImpossibleOnesSayWhy() throws Exception {
        String plain = done("today", "axis.wiring", "network");
        assertThat(ShapeLink.read(plain)).get().satisfies(shape -> assertThat(shape.axes())
                .containsEntry("wiring", "network").hasSize(5));
        String impossible = done("today", "axis.placement", "systemd");
        assertThat(page(impossible)).contains("This combination cannot stand", "It would stand with another");
        assertThat(ShapeLink.read(done(impossible, "axis.placement", "eks"))).isPresent();
    }

    @Test
    void whatCannotStandIsSaidAndChangesNothing() {
        assertThat(mvc.get().uri("/estates/{slug}/what-if?s=today&rate=many&replicas.cart=-1", shop.slug()))
                .hasStatus(422).bodyText().contains("rate: expected", "replicas.cart: expected");
        assertThat(mvc.get().uri("/estates/{slug}/what-if", shop.slug()).param("s",
                "own:name=&unit.x=nobody,cart")).as("a link of another estate").hasStatus(422);
    }

    @Test
    void itIsKeptUnderANameAndATakenOneIsAskedAbout() throws Exception {
        String changed = done("today", "replicas.cart", "5", "into", "service:cart", "service", "ad");
        assertThat(keep(changed, "Ours", false)).hasStatus3xxRedirection();
        assertThat(estates.get(shop.slug()).document().shapes()).singleElement().satisfies(shape -> {
            assertThat(shape.name()).isEqualTo("Ours");
            assertThat(shape.changed().replicas()).containsEntry("cart", 5.0);
        });
        assertThat(page("saved:Ours")).contains("Nothing is changed yet");
        assertThat(keep("today", "Ours", false)).hasStatus(422).bodyText().contains("kept already", "Replace the one");
        assertThat(keep(done("today", "rate", "3"), "Ours", true)).hasStatus3xxRedirection();
        assertThat(estates.get(shop.slug()).document().shapes()).singleElement()
                .satisfies(shape -> assertThat(shape.changed().rate()).isEqualTo(3.0));
    }

    @Test
    void startsFromPresetsAndFromWhatIsAdvised() throws Exception {
        assertThat(page("nomad")).contains("Nothing is changed yet");
        assertThat(page("today:advised")).contains("unit:");
        assertThat(ShapeLink.read(done("vm-systemd", "split", "ad"))).get()
                .satisfies(shape -> assertThat(shape.axes()).containsKey("placement"));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult keep(String scenario, String name,
            boolean replace) {
        var post = mvc.post().uri("/estates/{slug}/what-if/keep", shop.slug()).param("s", scenario)
                .param("from", "today").param("name", name).with(SecurityMockMvcRequestPostProcessors.csrf());
        return (replace ? post.param("replace", "true") : post).exchange();
    }

    /** The scenario that comes of what is done to another. */
    private String done(String scenario, String... fields) {
        var get = mvc.get().uri("/estates/{slug}/what-if", shop.slug()).param("s", scenario).param("from", "today");
        for (int i = 0; i < fields.length; i += 2) {
            get = get.param(fields[i], fields[i + 1]);
        }
        String location = get.exchange().getResponse().getRedirectedUrl();
        assertThat(location).isNotNull();
        String encoded = UriComponentsBuilder.fromUriString(location).build().getQueryParams().getFirst("s");
        return java.net.URLDecoder.decode(encoded, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String page(String scenario) throws UnsupportedEncodingException {
        var result = mvc.get().uri("/estates/{slug}/what-if", shop.slug()).param("s", scenario).param("from",
                scenario.startsWith("own:") ? "today" : scenario).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
