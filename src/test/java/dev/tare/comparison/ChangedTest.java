package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Question.Ask;
import dev.tare.engine.Bill.Line;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a scenario takes to be otherwise moves what it touches and nothing else, and never what runs today. */
class ChangedTest {
    private static final Weighing WEIGHING = new Weighing(TestCatalogue.SHIPPED);
    private static final Snapshot SHOP = new Snapshot("shop", 1, Instant.EPOCH, shop());

    @Test
    void whatIsChangedToWhatItIsChangesNothing() {
        Changes same = Changes.NONE.withRate(1.0);
        for (EstateDocument.Service service : SHOP.document().services()) {
            same = same.withReplicas(service.name(), service.replicas());
        }
        for (EstateDocument.Entry entry : SHOP.document().entries()) {
            same = same.withRate(entry.service(), entry.meanPerSecond());
        }
        Answer answer = weigh(same);
        assertThat(lines(answer.named("x"))).isEqualTo(lines(answer.named(Question.TODAY)));
        assertThat(answer.named("x").outlook().gross()).isEqualTo(answer.named(Question.TODAY).outlook().gross());
        assertThat(answer.probabilityLess("x", Question.TODAY, Measure.COST)).as("the same draws, so ties")
                .isEqualTo(0.5);
    }

    @Test
    void todayStaysAsItIs() {
        Weighed alone = WEIGHING.weigh(SHOP, new Question(List.of(Ask.today()), 50, 1)).weighed().getFirst();
        Answer beside = weigh(Changes.NONE.withRate(3.0).withReplicas("cart", 9.0));
        assertThat(lines(beside.named(Question.TODAY))).isEqualTo(lines(alone));
        assertThat(beside.named(Question.TODAY).today()).isTrue();
        assertThat(beside.named("x").today()).as("what is otherwise does not run today").isFalse();
    }

    @Property(tries = 15)
    void moreReplicasNeverCostLessAndCrossNoNetwork(@ForAll @IntRange(min = 0, max = 10) int service,
            @ForAll @IntRange(min = 1, max = 6) int more) {
        EstateDocument.Service of = SHOP.document().services()
                .get(service % SHOP.document().services().size());
        double now = of.replicas() == null ? 1 : of.replicas();
        Answer answer = weigh(Changes.NONE.withReplicas(of.name(), now + more));
        Weighed today = answer.named(Question.TODAY);
        Weighed changed = answer.named("x");
        assertThat(changed.bill().structure().wireBytesPerMonth())
                .isEqualTo(today.bill().structure().wireBytesPerMonth());
        assertThat(changed.bill().structure().requestsPerSecond())
                .isEqualTo(today.bill().structure().requestsPerSecond());
        assertThat(cost(changed, Part.NETWORK)).isEqualTo(cost(today, Part.NETWORK));
        assertThat(gross(changed)).isGreaterThanOrEqualTo(gross(today));
    }

    @Property(tries = 10)
    void aRateMultipliesWhatFollowsIt(@ForAll @DoubleRange(min = 0.25, max = 8) double factor) {
        Answer answer = weigh(Changes.NONE.withRate(factor));
        double before = answer.named(Question.TODAY).bill().structure().wireBytesPerMonth();
        assertThat(answer.named("x").bill().structure().wireBytesPerMonth()).isCloseTo(before * factor,
                Offset.offset(before * 1e-9 * Math.max(1, factor)));
        assertThat(answer.named("x").bill().structure().hopsPerRequest()).isCloseTo(
                answer.named(Question.TODAY).bill().structure().hopsPerRequest(), Offset.offset(1e-9));
    }

    @Test
    void aSmallerBaseMovesImagesAndNothingElse() {
        Changes large = Changes.NONE.withBaseImage(Changes.ALL, "ubuntu:*");
        Answer answer = WEIGHING.weigh(SHOP, new Question(List.of(new Ask("large", null, Map.of(), null, Map.of())
                .with(large),
                new Ask("small", null, Map.of(), null, Map.of()).with(large.withBaseImage(Changes.ALL,
                        "3.6 MB"))),
                50, 1));
        Weighed before = answer.named("large");
        Weighed after = answer.named("small");
        assertThat(cost(after, Part.IMAGES)).isLessThan(cost(before, Part.IMAGES));
        for (Part part : Part.values()) {
            if (part != Part.IMAGES) {
                assertThat(cost(after, part)).as(part.name()).isEqualTo(cost(before, part));
            }
        }
    }

    @Test
    void aBaseOfOnesOwnWinsOverThatOfAll() {
        Changes all = Changes.NONE.withBaseImage(Changes.ALL, "10 MB");
        double alike = images(all.withBaseImage("cart", "10 MB"));
        assertThat(alike).isEqualTo(images(all));
        assertThat(images(all.withBaseImage("cart", "900 MB"))).isGreaterThan(alike);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        Changes wrong = new Changes(-1.0, Map.of("cart", 5.0), Map.of("nobody", 2.0), Map.of("cart", "a lot"));
        assertThatThrownBy(() -> weigh(wrong)).isInstanceOfSatisfying(Invalid.class,
                invalid -> assertThat(invalid.problems()).extracting(Invalid.Problem::path).containsExactlyInAnyOrder(
                        "scenarios[1].changes.rate", "scenarios[1].changes.rates", "scenarios[1].changes.replicas",
                        "scenarios[1].changes.baseImages.cart"));
    }

    private static double images(Changes changes) {
        return cost(weigh(changes).named("x"), Part.IMAGES);
    }

    private static Answer weigh(Changes changes) {
        return WEIGHING.weigh(SHOP, new Question(
                List.of(Ask.today(), new Ask("x", null, Map.of(), null, Map.of()).with(changes)), 50, 1));
    }

    private static double gross(Weighed weighed) {
        return Amounts.of(weighed.bill().gross(), Measure.COST).likely();
    }

    private static double cost(Weighed weighed, Part part) {
        return Amounts.of(weighed.bill(), part, Measure.COST).likely();
    }

    private static Map<Measure, List<Line>> lines(Weighed weighed) {
        Map<Measure, List<Line>> lines = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            lines.put(measure, weighed.bill().lines().stream().filter(line -> line.measure() == measure).toList());
        }
        return lines;
    }

    private static EstateDocument shop() {
        try (InputStream in = new ClassPathResource("sample/online-shop.yaml").getInputStream()) {
            return new YAMLMapper().readValue(in, EstateDocument.class);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
