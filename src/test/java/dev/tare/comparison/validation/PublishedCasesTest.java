package dev.tare.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Weighing;
import dev.tare.comparison.validation.CaseResult.Check;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the model against every published case, through the mapping, engine and catalogue the product uses. Tolerances
 * stand in the cases and are never loosened.
 */
class PublishedCasesTest {
    /** Figures that cannot be met, by case and name; each says why in its file. One that is met again must leave. */
    private static final Set<String> OUTSIDE = Set
            .of("V18 Bytes on disk, guessed from the compressed size alone");

    private static final PublishedCases CASES = new PublishedCases(TestCatalogue.SHIPPED);
    private static final Validation VALIDATION = new Validation(TestCatalogue.SHIPPED,
            new Weighing(TestCatalogue.SHIPPED));

    @TestFactory
    Stream<DynamicTest> everyFigure() {
        return CASES.all().stream().map(each -> VALIDATION.check(each, Map.of()))
                .flatMap(result -> result.checks().stream().map(check -> DynamicTest.dynamicTest(
                        name(result, check), () -> hold(name(result, check), check))));
    }

    private static void hold(String name, Check check) {
        assertThat(check.inside()).as("%s: published %s, computed %s", name, check.expected().published(),
                check.computed()).isEqualTo(!OUTSIDE.contains(name));
        assertThat(check.expected().outside().isEmpty()).as("%s says why it is not met", name)
                .isEqualTo(!OUTSIDE.contains(name));
    }

    private static String name(CaseResult result, Check check) {
        return result.published().id() + " " + check.expected().name();
    }

    @Test
    void everyPublishedCaseIsThere() {
        assertThat(CASES.all()).extracting(PublishedCase::id).containsExactly("V1", "V3", "V4", "V8", "V9", "V10",
                "V12", "V13", "V14", "V17", "V18", "V19", "V21", "V22", "V24", "V28", "V30");
    }

    @Test
    void everyKnownMissIsAFigure() {
        assertThat(CASES.all().stream().map(each -> VALIDATION.check(each, Map.of()))
                .flatMap(result -> result.checks().stream().map(check -> name(result, check)))).containsAll(OUTSIDE);
    }

    @Test
    void readersMoveACaseByChangingAnAssumption() {
        PublishedCase shop = CASES.find("v1").orElseThrow();
        double likely = VALIDATION.check(shop, Map.of()).checks().getFirst().computed();
        double dearer = VALIDATION.check(shop, Map.of("net.call_cpu", 1.0)).checks().getFirst().computed();
        assertThat(dearer - likely).isEqualTo(likely - 9, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void readersWinOverWhatAStudyFixes() {
        PublishedCase chain = CASES.find("V10").orElseThrow();
        CaseResult result = VALIDATION.check(chain, Map.of("net.hop_p50", 1.0, "net.hop_p99", 1.0));
        assertThat(result.checks()).extracting(Check::computed).containsExactly(10.0, 10.0, 10.0);
        assertThat(result.inside()).isFalse();
    }
}
