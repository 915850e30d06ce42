package dev.tare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.comparison.Diagnosis.Found;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Finding;
import dev.tare.engine.Findings;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.json.JsonMapper;

/** What holds for the findings of every estate. */
class FindingLawsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<String> PRESETS = List.of("eks", "eks-istio-sidecar", "eks-linkerd", "fargate", "compose",
            "lambda-zip", "vm-systemd", "nomad", "kubernetes");
    private static final List<String> GROUPINGS = List.of("one-each", "per-team", "all-in-one");

    @Property(tries = 60)
    void noFindingClaimsMoreThanTheLinesItComesFrom(@ForAll long seed) {
        EstateDocument estate = estate(new Random(seed));
        var bill = new Weighing(TestCatalogue.SHIPPED).weigh(new Snapshot("any", 1, Instant.EPOCH, estate),
                new Question(List.of(Question.Ask.today()), 1, 1)).weighed().getFirst().bill();
        Found found = FindingCasesTest.found(estate, DAY);
        for (Finding finding : found.findings().found()) {
            double lines = 0;
            for (Part part : finding.lines()) {
                lines += Amounts.of(bill, part, Measure.COST).likely() * found.usdPerUnit();
            }
            Range monthly = finding.monthly();
            assertThat(monthly.likely()).as("%s", finding).isLessThanOrEqualTo(Math.max(0, lines) + 1e-9);
            assertThat(monthly.low()).isLessThanOrEqualTo(monthly.likely());
            assertThat(monthly.high()).isGreaterThanOrEqualTo(monthly.likely()).isFinite();
            assertThat(finding.services()).doesNotHaveDuplicates()
                    .allMatch(service -> service >= 0 && service < estate.services().size());
        }
    }

    @Property(tries = 30)
    void theOrderOfServicesChangesNothing(@ForAll long seed) {
        EstateDocument estate = estate(new Random(seed))
                .withEntries(List.of(new EstateDocument.Entry("s0", 20.0, null)));
        List<Service> backwards = new ArrayList<>(estate.services()).reversed();
        Map<String, Double> one = money(found(estate));
        Map<String, Double> other = money(found(estate.withServices(backwards)));
        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((code, monthly) -> assertThat(other.get(code)).as(code).isCloseTo(monthly,
                within(1e-6 * Math.max(1, Math.abs(monthly)))));
    }

    @Property(tries = 30)
    void aPatternIsFoundOrUncheckedAndNeverBoth(@ForAll long seed) {
        Findings findings = found(estate(new Random(seed)));
        List<String> codes = Stream.concat(findings.found().stream().map(Finding::code),
                findings.unchecked().stream().map(each -> each.code())).toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(findings.found()).isSortedAccordingTo((a, b) -> Double.compare(b.monthly().likely(),
                a.monthly().likely()));
    }

    private static Findings found(EstateDocument estate) {
        return FindingCasesTest.found(estate, DAY).findings();
    }

    private static Map<String, Double> money(Findings findings) {
        Map<String, Double> money = new TreeMap<>();
        findings.found().forEach(finding -> money.put(finding.code(), finding.monthly().likely()));
        return money;
    }

    /** An estate that can be weighed: calls that feed on themselves are refused, which other tests look at. */
    private static EstateDocument estate(Random random) {
        while (true) {
            EstateDocument any = any(random);
            try {
                found(any.withEntries(List.of(new EstateDocument.Entry("s0", 20.0, null))));
                return any;
            } catch (Invalid endless) {
                assertThat(endless).hasMessageContaining("feed on themselves");
            }
        }
    }

    private static EstateDocument any(Random random) {
        List<Service> services = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            services.add(JsonMapper.shared().readValue(service(random, "s" + i), Service.class));
        }
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count * 2; i++) {
            int from = random.nextInt(count);
            int to = random.nextInt(count);
            if (from != to) {
                boolean back = to < from;
                calls.add(new Call("s" + from, "s" + to, "call", random.nextInt(4) == 0 ? "async" : null,
                        back ? Double.valueOf(0.05) : random.nextBoolean() ? Double.valueOf(random.nextInt(4)) : null,
                        null, null, null, null, null, List.of()));
            }
        }
        List<EstateDocument.Entry> entries = random.nextBoolean()
                ? List.of(new EstateDocument.Entry("s0", 1.0 + random.nextInt(200), null))
                : List.of();
        String preset = PRESETS.get(random.nextInt(PRESETS.size()));
        String grouping = preset.startsWith("lambda") || random.nextInt(3) > 0
                ? "one-each"
                : GROUPINGS.get(random.nextInt(GROUPINGS.size()));
        return EstateDocument.named("any").stating("any", random.nextBoolean() ? "EUR" : null,
                new Today(preset, null, grouping)).withServices(services).withCalls(calls).withEntries(entries);
    }

    private static String service(Random random, String name) {
        List<String> fields = new ArrayList<>(List.of("\"name\":\"" + name + "\""));
        maybe(random, fields, "\"team\":\"t" + random.nextInt(3) + "\"");
        maybe(random, fields, "\"replicas\":" + random.nextInt(6));
        maybe(random, fields, "\"runtime\":{\"language\":\"" + List.of("node", "java", "go").get(random.nextInt(3))
                + "\",\"version\":\"" + (16 + random.nextInt(10)) + "\"}");
        maybe(random, fields, "\"cpu\":{\"request\":" + random.nextInt(1, 40) / 10.0 + ",\"used\":"
                + random.nextInt(1, 40) / 20.0 + "}");
        maybe(random, fields, "\"memory\":{\"request\":" + random.nextInt(1, 40) * 1e8 + ",\"used\":"
                + random.nextInt(1, 40) * 5e7 + "}");
        maybe(random, fields, "\"image\":{\"reference\":\"" + List.of("nginx:1.27", "x/y", "x/z:2@sha256:0").get(random
                .nextInt(3)) + "\",\"compressedBytes\":" + random.nextInt(1, 900) * 1e6 + ",\"builtAt\":\"2026-0"
                + random.nextInt(1, 9) + "-01T00:00:00Z\",\"vulnerabilities\":" + random.nextInt(9) + "}");
        maybe(random, fields, "\"payloadBytes\":" + random.nextInt(1, 60) * 1e6);
        maybe(random, fields, "\"workMs\":{\"p50\":" + random.nextInt(1, 20) + "}");
        maybe(random, fields, "\"dataStores\":[\"db" + random.nextInt(2) + "\"]");
        maybe(random, fields, "\"load\":{\"kind\":\"scheduled\"}");
        maybe(random, fields, "\"sidecars\":[{\"name\":\"m\",\"role\":\"mesh\",\"native\":false},"
                + "{\"name\":\"l\",\"role\":\"logging\",\"native\":false},{\"name\":\"g\",\"role\":\"security\",\"native\":false}]");
        if (random.nextInt(6) == 0) {
            fields.add("\"isolation\":\"" + List.of("tenant", "regulated", "untrusted").get(random.nextInt(3)) + "\"");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static void maybe(Random random, List<String> fields, String field) {
        if (random.nextBoolean()) {
            fields.add(field);
        }
    }
}
