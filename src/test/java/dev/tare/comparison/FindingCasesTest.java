package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.engine.Finding;
import dev.tare.engine.Sentence;
import dev.tare.engine.Sentence.Figure;
import dev.tare.engine.Sentence.Words;
import dev.tare.engine.Unchecked;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each finding by estates made by hand, kept as data. */
class FindingCasesTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Figures FIGURES = new Figures(Locale.ENGLISH);

    record Case(String about, @Nullable String day, EstateDocument estate, @Nullable List<Expected> found,
            @Nullable List<String> absent, @Nullable List<String> unchecked) {}

    record Expected(String code, List<String> services, @Nullable String saves, @Nullable String says) {}

    @TestFactory
    Stream<DynamicTest> findsWhatIsThereAndNothingElse() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.about(), () -> hold(each)));
    }

    @Test
    void everyPatternHasACaseThatFindsIt() throws IOException {
        Set<String> shown = cases().stream().flatMap(each -> orNone(each.found()).stream()).map(Expected::code)
                .collect(Collectors.toSet());
        Set<String> absent = new HashSet<>();
        cases().forEach(each -> absent.addAll(orNone(each.absent())));
        assertThat(shown).containsExactlyInAnyOrder("sidecar-explosion", "monitoring-paradox", "distributed-monolith",
                "chatty-pair", "container-golf", "frozen-entropy", "mutable-tags", "requests-above-use",
                "no-scale-problem", "runtime-workaround", "static-site", "scheduled-job", "small-mesh",
                "supply-chain-reach", "team-mirror");
        assertThat(absent).hasSizeGreaterThan(10);
    }

    private static void hold(Case each) {
        LocalDate day = LocalDate.parse(Objects.requireNonNullElse(each.day(), "2026-11-20"));
        Found found = found(each.estate(), day);
        for (Expected expected : orNone(each.found())) {
            Finding finding = found.findings().found().stream().filter(one -> one.code().equals(expected.code()))
                    .findFirst().orElseThrow(() -> new AssertionError(expected.code() + " not among "
                            + found.findings()));
            assertThat(finding.services().stream().map(s -> each.estate().services().get(s).name()))
                    .as(expected.code()).containsExactlyElementsOf(expected.services());
            assertThat(tell(finding.evidence())).contains(Objects.requireNonNullElse(expected.says(), ""));
            assertSaves(expected, finding.monthly().likely());
        }
        List<String> codes = found.findings().found().stream().map(Finding::code).toList();
        assertThat(orNone(each.absent())).as("absent").allMatch(code -> !codes.contains(code));
        assertThat(found.findings().unchecked()).extracting(Unchecked::code).containsAll(orNone(each.unchecked()));
    }

    private static void assertSaves(Expected expected, double monthly) {
        switch (Objects.requireNonNullElse(expected.saves(), "any")) {
            case "some" -> assertThat(monthly).as(expected.code()).isPositive();
            case "none" -> assertThat(monthly).as(expected.code()).isZero();
            case "costs" -> assertThat(monthly).as(expected.code()).isNegative();
            case "any" -> assertThat(monthly).as(expected.code()).isFinite();
            default -> throw new IllegalArgumentException(expected.saves());
        }
    }

    static Found found(EstateDocument estate, LocalDate day) {
        Clock clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new Diagnosis(TestCatalogue.SHIPPED, new Weighing(TestCatalogue.SHIPPED), clock)
                .of(new Snapshot("by-hand", 1, Instant.EPOCH, estate));
    }

    private static String tell(Sentence sentence) {
        return sentence.pieces().stream().map(piece -> switch (piece) {
            case Words words -> words.text();
            case Figure figure -> switch (figure.unit()) {
                case SHARE -> FIGURES.percent(figure.value());
                case VCPU -> FIGURES.vcpu(figure.value());
                case BYTES -> FIGURES.bytes(figure.value());
                default -> FIGURES.number(figure.value());
            };
        }).collect(Collectors.joining()).replace('\u00a0', ' ');
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<Case> cases() throws IOException {
        try (InputStream file = FindingCasesTest.class.getResourceAsStream("/findings/cases.yaml")) {
            return YAML.readerForListOf(Case.class).readValue(Objects.requireNonNull(file));
        }
    }
}
