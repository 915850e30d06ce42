package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument.SavedShape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShapeLinkTest {
    @Property(tries = 300)
    void aLinkHoldsTheWholeShape(@ForAll String name, @ForAll Map<@NotEmpty String, @NotEmpty String> options,
            @ForAll @Size(min = 1, max = 5) Map<String, @Size(min = 1, max = 4) List<@NotEmpty String>> units,
            @ForAll @Size(max = 4) Map<String, Double> figures) {
        SavedShape shape = new SavedShape(name, options, units, figures);
        Assume.that(encodable(shape.toString()) && !options.containsKey("name") && !options.containsKey("grouping"));
        Assume.that(options.keySet().stream()
                .noneMatch(axis -> axis.matches("(?s)rate|(unit|set|rate|replicas|base)\\..*")));
        assertThat(ShapeLink.read(ShapeLink.write(shape))).contains(shape);
    }

    /** Half characters have no code in an address. */
    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Test
    void aGroupingByNameAndNoneAreTold() {
        SavedShape teams = new SavedShape("t", Map.of("wiring", "loopback"), "per-team", Map.of());
        assertThat(ShapeLink.write(teams)).isEqualTo("own:name=t&wiring=loopback&grouping=per-team");
        assertThat(ShapeLink.read(ShapeLink.write(teams))).contains(teams);
        assertThat(ShapeLink.read(ShapeLink.write(teams.withGrouping(null)))).contains(teams.withGrouping(null));
    }

    @Property(tries = 100)
    void aLinkHoldsWhatIsTakenToBeOtherwise(@ForAll Map<@NotEmpty String, Double> rates,
            @ForAll Map<@NotEmpty String, Double> replicas, @ForAll Map<@NotEmpty String, @NotEmpty String> images) {
        SavedShape shape = new SavedShape("x", Map.of(), null, Map.of(), new Changes(2.5, rates, replicas, images));
        Assume.that(encodable(shape.toString()));
        assertThat(ShapeLink.read(ShapeLink.write(shape))).contains(shape);
    }

    @Test
    void changesFollowTheirServices() {
        SavedShape shape = new SavedShape("x", Map.of(), null, Map.of(),
                Changes.NONE.withReplicas("cart", 3.0).withBaseImage(Changes.ALL, "alpine:*"));
        EstateDocument shop = EstateDocument.named("shop").withServices(List.of(EstateDocument.Service.named("cart")))
                .withShapes(List.of(shape));
        assertThat(Edits.putService("cart", EstateDocument.Service.named("basket")).apply(shop).shapes().getFirst()
                .changed()).isEqualTo(Changes.NONE.withReplicas("basket", 3.0).withBaseImage(Changes.ALL, "alpine:*"));
        assertThat(Edits.removeService("cart").apply(shop).shapes().getFirst().changed())
                .isEqualTo(Changes.NONE.withBaseImage(Changes.ALL, "alpine:*"));
    }

    @Test
    void otherTextsAreNoShapes() {
        assertThat(ShapeLink.read("eks:per-team")).isEmpty();
        assertThat(ShapeLink.read("saved:own:x")).isEmpty();
        assertThat(ShapeLink.read("own:set.a=much")).isEmpty();
        assertThat(ShapeLink.read("own:name=%zz")).isEmpty();
        assertThat(ShapeLink.savedName("saved:own:x")).contains("own:x");
        assertThat(ShapeLink.savedName("own:name=x")).isEmpty();
    }
}
