package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Gives.Buy;
import dev.tare.comparison.Question.Ask;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the tax buys, from the estate's own figures. */
class GivesTest {
    private static final String SHOP = """
            name: shop
            services:
              - {name: web, team: Front, runtime: {language: java}, payloadBytes: 17000000, image: {compressedBytes: 117000000}}
              - {name: cart, team: Core, runtime: {language: go}, isolation: untrusted}
            calls: [{from: web, to: cart}]
            entries: [{service: web, meanPerSecond: 10, peakPerSecond: 20}]
            """;

    @Test
    void aColdNodePullsTheLargestImageFirst() {
        Gives.Start start = gives("one-container", new Grouping.OneEach(), Map.of("pull.bw", 80.0, "cold.compose_up",
                0.45, "cold.docker_run", 450.0)).start();
        Gives.Pull pull = start.pull();
        assertThat(pull.bytes()).isEqualTo(117e6);
        assertThat(pull.unit()).isEqualTo("web");
        assertThat(pull.ms().likely()).isCloseTo(1462.5, Offset.offset(0.1));
        assertThat(pull.ms().likely() / (pull.ms().likely() + start.ms().likely())).as("V17: 76 %, within 10 points")
                .isCloseTo(0.76, Offset.offset(0.1));
        assertThat(pull.ms().low()).isLessThanOrEqualTo(pull.ms().likely());
    }

    @Test
    void aMergedUnitIsPulledWithEveryPayloadOnOneBase() {
        double one = gives("one-container", new Grouping.OneEach(), Map.of()).start().pull().bytes();
        double both = gives("one-container", new Grouping.AllInOne(), Map.of()).start().pull().bytes();
        assertThat(both).isGreaterThan(one);
    }

    @Test
    void aFunctionStartsColdByItsLanguageAndPackaging() {
        Gives.Start zip = gives("lambda-zip", new Grouping.OneEach(), Map.of()).start();
        Gives.Start image = gives("lambda-image", new Grouping.OneEach(), Map.of()).start();
        assertThat(zip.assumption()).isEqualTo("cold.lambda.java21.zip");
        assertThat(zip.function()).isEqualTo("web");
        assertThat(zip.ms().likely()).isEqualTo(231.0);
        assertThat(image.ms().likely()).isEqualTo(359.4);
        assertThat(zip.pull()).isNull();
    }

    @Test
    void wallsAreHeldAgainstTheNeedAsTheReaderSetsIt() {
        assertThat(gives("compose", new Grouping.OneEach(), Map.of()).unmet()).extracting(Gives.Unmet::service)
                .containsExactly("cart");
        assertThat(gives("firecracker", new Grouping.OneEach(), Map.of()).unmet()).isEmpty();
        assertThat(gives("compose", new Grouping.OneEach(), Map.of("need.untrusted", 3.0)).unmet()).isEmpty();
        assertThat(gives("firecracker", new Grouping.AllInOne(), Map.of()).unmet()).hasSize(1);
    }

    @Test
    void everyOneOpensIntoItsWorking() {
        Gives gives = gives("vm-systemd", new Grouping.AllInOne(), Map.of());
        assertThat(gives.workings()).containsOnlyKeys(Buy.values());
        assertThat(gives.workings().values()).allSatisfy(working -> {
            assertThat(working.formula()).isNotBlank();
            assertThat(working.inputs()).isNotEmpty();
        });
        assertThat(gives.workings().get(Buy.MOVE).inputs()).extracting(input -> input.assumption()).contains(
                "move.merge",
                "move.rewrite", "move.days_per_month");
        assertThat(gives.rewritten()).isEqualTo(1);
        assertThat(gives.move().counts().rewritten()).isEqualTo(1);
    }

    private static Gives gives(String preset, Grouping grouping, Map<String, Double> assumptions) {
        Snapshot shop = new Snapshot("shop", 1, Instant.EPOCH, new YAMLMapper().readValue(SHOP, EstateDocument.class));
        Ask ask = new Ask("x", preset, Map.of(), grouping, assumptions);
        return new Weighing(TestCatalogue.SHIPPED).weigh(shop, new Question(List.of(ask), 1, 1)).weighed().getFirst()
                .gives();
    }
}
