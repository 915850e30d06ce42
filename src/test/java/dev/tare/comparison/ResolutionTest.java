package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Question.Ask;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ResolutionTest {
    private static final String SHOP = "{name: shop, services: [{name: a, aliases: [alpha]}, {name: b}], ";

    @Test
    void todayTakesTheEstatesOwnShapeAndGrouping() {
        Asked asked = resolve(SHOP + "today: {preset: nomad, grouping: all-in-one}}", Ask.today()).getFirst();
        assertThat(asked.shapeName()).isEqualTo("Nomad");
        assertThat(asked.grouping()).isInstanceOf(Grouping.AllInOne.class);
        assertThat(asked.scenario().today()).isTrue();
    }

    @Test
    void whereNothingSaysWhatRunsTodayEksIsAssumed() {
        assertThat(resolve(SHOP + "}", Ask.today()).getFirst().shapeName())
                .isEqualTo(TestCatalogue.SHIPPED.preset("eks").name());
    }

    @Test
    void aPresetIsGroupedAsUsualUnlessToldOtherwise() {
        List<Asked> asked = resolve(SHOP + "}", Ask.preset("x", "vm-systemd", null),
                Ask.preset("y", "vm-systemd", new Grouping.OneEach()));
        assertThat(asked.get(0).scenario().units()).containsExactly(0, 0);
        assertThat(asked.get(1).scenario().units()).containsExactly(0, 1);
        assertThat(asked).noneMatch(each -> each.scenario().today());
    }

    @Test
    void anAliasNamesAServiceOfAUnit() {
        Asked asked = resolve(SHOP + "}",
                Ask.preset("x", "compose", new Grouping.ByHand(Map.of("u", List.of("alpha", "b")))))
                .getFirst();
        assertThat(asked.scenario().units()).containsExactly(0, 0);
    }

    @Test
    void everythingWrongIsNamedWithItsPlace() {
        Invalid wrong = catchThrowableOfType(Invalid.class, () -> resolve(SHOP + "}",
                new Ask("x", "no-such", Map.of(), null, Map.of()),
                new Ask("y", "eks", Map.of(), new Grouping.ByHand(Map.of("u", List.of("zed", "a"), "v", List.of("a"))),
                        Map.of("no.such", 1.0, "price.fargate_vcpu_h", -1.0))));
        assertThat(wrong.problems()).extracting(Invalid.Problem::path).contains("scenarios[0].preset",
                "scenarios[1].assumptions.no.such", "scenarios[1].grouping.u");
        assertThat(wrong.problems()).extracting(Invalid.Problem::expected)
                .contains("each service in one unit", "the name of a service of this estate");
    }

    @Test
    void impossibleShapesAreRefusedWithTheirReasons() {
        Map<String, String> axes = Map.of("packaging", "archive", "isolation", "jail", "placement", "eks", "wiring",
                "istio-sidecar", "watching", "os-tools");
        Invalid wrong = catchThrowableOfType(Invalid.class,
                () -> resolve(SHOP + "}", new Ask("x", null, axes, null, Map.of())));
        assertThat(wrong.problems()).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("scenarios[0].axes"));
    }

    @Test
    void aCurrencyWithoutARateIsNamed() {
        Invalid wrong = catchThrowableOfType(Invalid.class,
                () -> resolve("{name: shop, currency: XAF, services: [{name: a}]}", Ask.today()));
        assertThat(wrong.problems().getFirst().expected()).contains("USD", "EUR");
    }

    private static List<Asked> resolve(String yaml, Ask... asks) {
        EstateDocument estate = new YAMLMapper().readValue(yaml, EstateDocument.class);
        return new Resolution(TestCatalogue.SHIPPED, estate, new EngineMapping(TestCatalogue.SHIPPED, estate))
                .all(Question.of(List.of(asks)));
    }
}
