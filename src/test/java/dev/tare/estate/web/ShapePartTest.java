package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.TestCatalogue;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.site.Invalid.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ShapePartTest {
    private static final Catalogue CATALOGUE = TestCatalogue.SHIPPED;
    private static final ShapePart PART = new ShapePart(CATALOGUE);
    private static final SavedShape OURS = new SavedShape("Ours", axes("jail"), Map.of("front", List.of("a/b?c")),
            Map.of("house.min_replicas", 1.0));

    private static Map<String, String> axes(String isolation) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("packaging", "archive");
        axes.put("isolation", isolation);
        axes.put("placement", "systemd");
        axes.put("wiring", "loopback");
        axes.put("watching", "os-tools");
        return axes;
    }

    @Test
    void theFormGivesBackWhatItShows() {
        EstateDocument document = Shop.DOCUMENT.withShapes(List.of(OURS));
        ObjectNode tree = PART.find(document, "Ours").orElseThrow();
        Form form = new FormWriter(PART.schema(), "USD").write(tree);
        assertThat(form.rows("units")).extracting(row -> row.get("service") + ":" + row.get("unit"))
                .containsExactly("web:", "a/b?c:front");
        FormReader reader = new FormReader(PART.schema(), "USD");
        assertThat(PART.put("Ours", reader.read(form)).apply(document)).isEqualTo(document);
        assertThat(reader.problems()).isEmpty();
        assertThat(PART.put("Ours", reader.read(form.with("name", "Theirs"))).apply(document).shapes())
                .containsExactly(OURS.withName("Theirs"));
    }

    @Test
    void whatCannotStandIsSaidAtItsAxisWithWhatWould() {
        List<Problem> problems = PART.problems(Shop.DOCUMENT, tree(axes("runc")));
        assertThat(problems).isNotEmpty().first().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("axes.isolation");
            assertThat(problem.expected()).startsWith("runc container with Archive on a shared runtime: ")
                    .contains("It would stand with another isolation: ").endsWith(".");
        });
        assertThat(PART.problems(Shop.DOCUMENT, tree(axes("jail")))).isEmpty();
    }

    @Test
    void strangersAndFiguresWithoutAKeyAreNamed() {
        ObjectNode tree = tree(axes("jail"));
        tree.putArray("units").addObject().put("service", "nobody").put("unit", "x");
        tree.putArray("figures").addObject().put("key", "no.such").put("value", 1);
        assertThat(PART.problems(Shop.DOCUMENT, tree)).extracting(Problem::path).containsExactly("units[0].service",
                "figures[0].key");
    }

    @Test
    void startsFromAPresetFromAWholeShapeOrFromToday() {
        assertThat(PART.fresh(Shop.DOCUMENT, new Form(Map.of("preset", "eks"))).value("axes.placement"))
                .isEqualTo("eks");
        Form whole = PART.fresh(Shop.DOCUMENT, new Form(Map.of("shape", dev.tare.estate.ShapeLink.write(OURS))));
        assertThat(whole.value("axes.isolation")).isEqualTo("jail");
        assertThat(whole.value("grouping")).isEqualTo("hand-made");
        assertThat(whole.opened()).isEmpty();
        EstateDocument today = Shop.DOCUMENT.stating("Shop", null, new EstateDocument.Today("nomad", null, null));
        assertThat(PART.fresh(today, new Form(Map.of())).value("axes.placement")).isEqualTo("nomad");
        assertThat(PART.fresh(today, new Form(Map.of())).rows("units")).hasSize(2);
    }

    private static ObjectNode tree(Map<String, String> axes) {
        return ShapeTree.of(EstateDocument.named("x"), new SavedShape("s", axes, null, Map.of()));
    }
}
