package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Work;
import dev.tare.intake.cost.Costing;
import dev.tare.intake.names.Proposal;
import dev.tare.intake.names.Proposals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Intake INTAKE = TestIntake.ofAll();
    private static final EstateDocument EMPTY = EstateDocument.named("Books");

    private static final String MANIFEST = workload("shelf", "v1", "LENDING_URL: http://lending:9080")
            + workload("opinions", "v1", "") + workload("opinions", "v2", "STARS_URL: http://stars:9080")
            + workload("opinions", "v3", "STARS_URL: http://stars:9080") + workload("stars", "v1", "")
            + workload("lending", "v1", "") + address("shelf") + address("opinions") + address("stars")
            + address("lending");
    private static final String TRACE = "[" + String.join(",", span("1", null, "SERVER", "shelf.books"),
            span("2", "1", "CLIENT", "shelf.books"), span("2", "1", "SERVER", "opinions.books"),
            span("3", "2", "CLIENT", "opinions.books"), span("3", "2", "SERVER", "stars.books"),
            span("4", "1", "CLIENT", "shelf.books"), span("4", "1", "SERVER", "lending.books")) + "]";
    private static final String COSTS = "service,cost,currency,month\nshelf,10,USD,2026-09\nopinions,20,USD,2026-09\n"
            + "stars-v1,5,USD,2026-09\n";
    private static final String IMAGES = "[{\"RepoTags\": [\"example.org/stars:v1\"], \"Size\": 7000000,"
            + " \"RootFS\": {\"Layers\": []}}]";
    private static final String SHEET = "service;replicas;p99\nopinions;;80 ms\nlending.books.svc.cluster.local:9080;;9 ms\n";

    private static String workload(String app, String version, String variable) {
        String env = variable.isEmpty()
                ? ""
                : ", env: [{name: " + variable.split(": ")[0] + ", value: \"" + variable.split(": ")[1] + "\"}]";
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s-%2$s, namespace: books}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec: {containers: [{name: app, image: "example.org/%1$s:%2$s"%3$s}]}
                ---
                """.formatted(app, version, env);
    }

    private static String address(String app) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: " + app + ", namespace: books}\n"
                + "spec: {selector: {app: " + app + "}, ports: [{port: 9080}]}\n---\n";
    }

    private static String span(String id, @Nullable String parent, String kind, String service) {
        return "{\"traceId\": \"000000000000000a\", \"id\": \"000000000000000" + id + "\", "
                + (parent == null ? "" : "\"parentId\": \"000000000000000" + parent + "\", ") + "\"kind\": \"" + kind
                + "\", \"timestamp\": 1000000, \"duration\": 10000, "
                + ("SERVER".equals(kind) && parent != null ? "\"shared\": true, " : "")
                + "\"localEndpoint\": {\"serviceName\": \"" + service + "\"}}";
    }

    private static EstateDocument imported(EstateDocument estate, Draft draft) {
        Merged merged = Merge.into(estate, draft.document());
        return CostMerge.into(merged, Costing.of(merged.document(), draft.bills(), List.of(), List.of("USD", "EUR")))
                .document();
    }

    private static EstateDocument accepted(EstateDocument estate) {
        EstateDocument joined = estate;
        for (List<Proposal> asked = Proposals.of(joined, Set.of()); !asked.isEmpty(); asked = Proposals.of(joined,
                Set.of())) {
            joined = Joining.accept(joined, asked);
        }
        return joined;
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<T> rest = new ArrayList<>(of);
            T first = rest.remove(i);
            orders(rest).forEach(order -> {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            });
        }
        return orders;
    }

    /** The plain names of what is there: all names a service goes by, shortest first. */
    private static String plain(EstateDocument estate, String name) {
        Service service = estate.services().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Set<String> names = new TreeSet<>(Comparator.comparing(String::length).thenComparing(one -> one));
        names.add(service.name());
        names.addAll(service.aliases());
        return names.iterator().next();
    }

    private static Set<String> edges(EstateDocument estate) {
        return estate.calls().stream().filter(call -> !"startup-order".equals(call.kind()))
                .map(call -> plain(estate, call.from()) + ">" + plain(estate, call.to())).collect(Collectors.toSet());
    }

    @Test
    void oneEstateInFiveFormatsIsOneEstateInAnyOrder() {
        List<Draft> drafts = List.of(INTAKE.read(List.of(Upload.of("k8s.yaml", MANIFEST)), "auto"),
                INTAKE.read(List.of(Upload.of("trace.json", TRACE)), "zipkin"),
                INTAKE.read(List.of(Upload.of("costs.csv", COSTS)), "auto"),
                INTAKE.read(List.of(Upload.of("images.json", IMAGES)), "auto"),
                INTAKE.read(List.of(Upload.of("sheet.csv", SHEET)), "auto"));
        for (List<Draft> order : orders(drafts)) {
            EstateDocument estate = EMPTY;
            for (Draft draft : order) {
                estate = accepted(imported(estate, draft));
            }
            List<Draft> last = List.of(drafts.get(2), drafts.get(3));
            for (Draft late : last) {
                estate = imported(estate, late);
            }
            EstateDocument done = estate;
            assertThat(done.services()).as(done.toString()).hasSize(4);
            assertThat(done.services()).extracting(service -> plain(done, service.name()))
                    .containsExactlyInAnyOrder("shelf", "opinions", "stars", "lending");
            assertThat(edges(done)).containsExactlyInAnyOrder("shelf>opinions", "shelf>lending", "opinions>stars");
            assertThat(done.services().stream().filter(one -> plain(done, one.name()).equals("opinions")).findFirst()
                    .orElseThrow().replicas()).isEqualTo(3.0);
            assertThat(done.services().stream().flatMap(one -> one.costs().stream()).map(Cost::monthly)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("35");
            for (Draft again : List.of(drafts.get(0), drafts.get(1))) {
                Merged twice = Merge.into(done, again.document());
                assertThat(twice.added()).as("%s", twice.added()).isEmpty();
                assertThat(twice.document().services()).hasSize(4);
            }
        }
    }

    @Test
    void publishedBookinfoJoinsItsMeshGraph() {
        assumeTrue(SharedEstates.present());
        Path root = SharedEstates.ROOT;
        List<Draft> drafts = List.of(
                INTAKE.read(List.of(SharedEstates.upload(root.resolve("bookinfo/bookinfo.yaml"))), "auto"),
                INTAKE.read(List.of(SharedEstates.upload(root.resolve("kiali/test_workload_graph.json"))), "auto"),
                INTAKE.read(List.of(SharedEstates.upload(root.resolve("kiali/test_versioned_app_graph.json"))),
                        "auto"));
        Set<Set<String>> outcomes = new HashSet<>();
        for (List<Draft> order : orders(drafts)) {
            EstateDocument estate = EMPTY;
            for (Draft draft : order) {
                estate = imported(estate, draft);
            }
            EstateDocument done = accepted(estate);
            Set<String> names = done.services().stream().map(one -> plain(done, one.name()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).hasSameSizeAs(done.services()).contains("productpage", "details", "reviews", "ratings");
            assertThat(edges(done)).contains("productpage>details", "productpage>reviews", "reviews>ratings");
            outcomes.add(names);
            outcomes.add(edges(done));
        }
        assertThat(outcomes).as("names and edges, the same in any order").hasSize(2);
    }

    private static Service service(String name, @Nullable Double replicas, @Nullable Double p50, String format) {
        Service service = new Service(name, List.of(), null, null, null, null, replicas, null, null, null, null,
                p50 == null ? null : new Work(p50, null), null, List.of(), null, null, null, null, List.of(),
                List.of(new Cost("Compute", BigDecimal.TEN, "bill")), List.of());
        return Claims.stamp(service, format, "file", Map.of());
    }

    private static Call call(String from, String to, double perRequest) {
        return new Call(from, to, "call", null, perRequest, null, null, null, null, null,
                List.of(new Provenance("kiali", "graph", "perRequest = " + Fields.text(perRequest))));
    }

    @Test
    void versionsShareTheirCallersAndCallees() {
        EstateDocument estate = EMPTY
                .withServices(List.of(service("front", 1.0, null, "kiali"), service("api-v1", 1.0, 4.0, "kiali"),
                        service("api-v2", 3.0, null, "kiali"), service("store", 1.0, null, "kiali")))
                .withCalls(List.of(call("front", "api-v1", 0.5), call("front", "api-v2", 1.5),
                        call("api-v2", "store", 2.0)))
                .withEntries(List.of(new Entry("api-v1", 1.0, null), new Entry("api-v2", 2.0, 6.0)))
                .withShapes(List.of(new SavedShape("mine", Map.of(), Map.of("one", List.of("front", "api-v1"), "two",
                        List.of("api-v2"), "three", List.of("store")), Map.of())))
                .withLocks(List.of(new Lock("api-v1", "apart", "store", "first"),
                        new Lock("store", "together", "api-v2", null), new Lock("api-v1", "together", "api-v2", null)));
        EstateDocument joined = accepted(estate);
        assertThat(joined.services()).extracting(Service::name).containsExactly("front", "api", "store");
        Service api = joined.services().get(1);
        assertThat(api.replicas()).isEqualTo(4.0);
        assertThat(api.aliases()).containsExactly("api-v1", "api-v2");
        assertThat(api.workMs()).isEqualTo(new Work(4.0, null));
        assertThat(api.costs()).containsExactly(new Cost("Compute", new BigDecimal("20"), "bill"));
        assertThat(joined.calls()).extracting(Call::from, Call::to, Call::perRequest).containsExactlyInAnyOrder(
                tuple("front", "api", 2.0),
                tuple("api", "store", 1.5));
        assertThat(joined.entries()).containsExactly(new Entry("api", 3.0, 6.0));
        assertThat(joined.shapes().getFirst().grouping())
                .isEqualTo(Map.of("one", List.of("front", "api"), "three", List.of("store")));
        assertThat(joined.locks()).containsExactly(new Lock("api", "apart", "store", "first"));
        assertThat(Merge.into(joined, estate.withShapes(List.of())).changesNothing()).isTrue();
    }
}
