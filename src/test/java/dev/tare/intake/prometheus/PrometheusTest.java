package dev.tare.intake.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Merge;
import dev.tare.intake.RealServer;
import dev.tare.intake.live.Asking;
import dev.tare.intake.live.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with six hours of a small shop in it, of which every figure is known. */
class PrometheusTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private static final int MINUTES = 360;
    private static final String PAIR = "source_workload=\"%s\",source_workload_namespace=\"%s\",destination_workload=\"%s\","
            + "destination_workload_namespace=\"%s\",destination_service=\"%s\",destination_service_name=\"%s\"";
    private static final Percentage CLOSE = Percentage.withPercentage(1.5);

    @TempDir
    private static Path folder;
    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path promtool = RealServer.program("promtool", "prometheus");
        Path prometheus = RealServer.program("prometheus", "prometheus");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path metrics = shop().write(folder.resolve("metrics.txt"));
        Process fill = new ProcessBuilder(promtool.toString(), "tsdb", "create-blocks-from", "openmetrics",
                metrics.toString(), data.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("fill.log").toFile()).start();
        assertThat(fill.waitFor()).as(Files.readString(folder.resolve("fill.log"))).isZero();
        Path config = Files.writeString(folder.resolve("prometheus.yml"), "{}");
        int port = RealServer.freePort();
        server = RealServer.start(port, "/-/ready", folder.resolve("server.log"), List.of(prometheus.toString(),
                "--config.file=" + config, "--storage.tsdb.path=" + data, "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Samples shop() {
        Samples samples = new Samples(NOW.minusSeconds(60L * (MINUTES + 10)), MINUTES);
        mesh(samples);
        traces(samples);
        containers(samples);
        return samples;
    }

    private static void mesh(Samples samples) {
        String gateway = "istio-ingressgateway";
        requests(samples, 20, "destination", "unknown", "unknown", gateway, "istio-system", gateway);
        for (String reporter : List.of("source", "destination")) {
            requests(samples, 20, reporter, gateway, "istio-system", "frontend", "shop", "frontend");
            requests(samples, reporter.equals("source") ? 50 : 49.5, reporter, "frontend", "shop", "cart", "shop",
                    "cart");
            requests(samples, 15, reporter, "frontend", "shop", "catalog-v1", "shop", "catalog");
            requests(samples, 10, reporter, "frontend", "shop", "catalog-v2", "shop", "catalog");
            requests(samples, 5, reporter, "catalog-v2", "shop", "reviews-v1", "shop", "reviews");
        }
        requests(samples, 5, "destination", "unknown", "unknown", "frontend", "shop", "frontend");
        requests(samples, 25, "source", "cart", "shop", "unknown", "unknown", "redis");
        host(samples, 2, "cart", "api.payments.example");
        host(samples, 1, "cart", "mail.example");
        host(samples, 3, "cart", "PassthroughCluster");
        String pair = PAIR.formatted("frontend", "shop", "cart", "shop", "cart.shop.svc.cluster.local", "cart")
                + ",reporter=\"source\"";
        samples.histogram("istio_request_duration_milliseconds", pair, 50, "10", "100");
        samples.counter("istio_request_bytes_sum", pair, 50 * 200).counter("istio_request_bytes_count", pair, 50);
        samples.counter("istio_response_bytes_sum", pair, 50 * 1000).counter("istio_response_bytes_count", pair, 50);
    }

    private static void requests(Samples samples, double rate, String reporter, String from, String fromNamespace,
            String to, String toNamespace, String service) {
        String namespace = toNamespace.equals("unknown") ? fromNamespace : toNamespace;
        samples.counter(Mesh.METRIC, PAIR.formatted(from, fromNamespace, to, toNamespace,
                service + "." + namespace + ".svc.cluster.local", service) + ",response_code=\"200\",reporter=\""
                + reporter + "\"", rate * 0.9);
        samples.counter(Mesh.METRIC, PAIR.formatted(from, fromNamespace, to, toNamespace,
                service + "." + namespace + ".svc.cluster.local", service) + ",response_code=\"503\",reporter=\""
                + reporter + "\"", rate * 0.1);
    }

    private static void host(Samples samples, double rate, String from, String host) {
        samples.counter(Mesh.METRIC, PAIR.formatted(from, "shop", "unknown", "unknown", host, host)
                + ",response_code=\"200\",reporter=\"source\"", rate);
    }

    /** Every tenth request was traced. */
    private static void traces(Samples samples) {
        graph(samples, "user", "frontend", "virtual_node", 2.5);
        graph(samples, "frontend", "cart", "", 5);
        graph(samples, "cart", "mailer", "messaging_system", 2.5);
        graph(samples, "cart", "orders-db", "database", 4);
        graph(samples, "mailer", "smtp.example", "virtual_node", 2.5);
        samples.counter("traces_service_graph_request_failed_total",
                "client=\"frontend\",server=\"cart\",connection_type=\"\"", 0.1);
        samples.histogram("traces_service_graph_request_client_seconds",
                "client=\"cart\",server=\"mailer\",connection_type=\"messaging_system\"", 2.5, "0.02", "0.2");
    }

    private static void graph(Samples samples, String client, String server, String type, double rate) {
        samples.counter(TraceGraph.METRIC,
                "client=\"%s\",server=\"%s\",connection_type=\"%s\"".formatted(client, server, type), rate);
    }

    /** One of the front end's pods came after three hours; the cart is a stateful set; both use less than they ask for. */
    private static void containers(Samples samples) {
        pod(samples, "shop", "frontend-6d5f7c9b8c-x2x4z", "ReplicaSet", "frontend-6d5f7c9b8c", 0);
        pod(samples, "shop", "frontend-6d5f7c9b8c-9kq2p", "ReplicaSet", "frontend-6d5f7c9b8c", 180);
        pod(samples, "shop", "cart-0", "StatefulSet", "cart", 0);
        pod(samples, "kube-system", "coredns-5dd5756b68-2xk9c", "ReplicaSet", "coredns-5dd5756b68", 0);
        for (String pod : List.of("frontend-6d5f7c9b8c-x2x4z", "frontend-6d5f7c9b8c-9kq2p")) {
            int from = pod.endsWith("9kq2p") ? 180 : 0;
            container(samples, "shop", pod, "server", 0.2, 100e6, from);
            container(samples, "shop", pod, "istio-proxy", 0.05, 40e6, from);
            whole(samples, "shop", pod, 0.25, from);
            samples.gauge("kube_pod_container_info", "namespace=\"shop\",pod=\"" + pod
                    + "\",container=\"server\",image_spec=\"shop/frontend:1.4\",image_id=\"docker.io/shop/frontend@sha256:"
                    + "a".repeat(64) + "\"", 1, from);
        }
        container(samples, "shop", "cart-0", "cart", 1.5, 300e6, 0);
        whole(samples, "shop", "cart-0", 1.5, 0);
        container(samples, "kube-system", "coredns-5dd5756b68-2xk9c", "coredns", 0.01, 20e6, 0);
    }

    /** What the pod's own control group used: once for a pod, for two values at one moment are refused. */
    private static void whole(Samples samples, String namespace, String pod, double cpu, int from) {
        samples.counter(Usage.METRIC, "namespace=\"%s\",pod=\"%s\",container=\"\"".formatted(namespace, pod), cpu,
                from);
    }

    private static void pod(Samples samples, String namespace, String pod, String kind, String owner, int from) {
        samples.gauge("kube_pod_owner", "namespace=\"%s\",pod=\"%s\",owner_kind=\"%s\",owner_name=\"%s\""
                .formatted(namespace, pod, kind, owner), 1, from);
    }

    private static void container(Samples samples, String namespace, String pod, String name, double cpu, double memory,
            int from) {
        String labels = "namespace=\"%s\",pod=\"%s\",container=\"%s\"".formatted(namespace, pod, name);
        samples.counter(Usage.METRIC, labels, cpu, from);
        samples.gauge("container_memory_working_set_bytes", labels, memory, from);
        samples.gauge("kube_pod_container_resource_requests", labels + ",resource=\"cpu\",unit=\"core\"", 4 * cpu,
                from);
        samples.gauge("kube_pod_container_resource_requests", labels + ",resource=\"memory\",unit=\"byte\"",
                2 * memory, from);
        samples.gauge("kube_pod_container_resource_limits", labels + ",resource=\"memory\",unit=\"byte\"", 3 * memory,
                from);
    }

    private static Draft ask(EstateDocument estate, String... fields) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("url", server.root()));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return Asking.ask(new PrometheusSource(), estate, NOW, all);
    }

    private static Draft ask() {
        return ask(EstateDocument.named("Shop"));
    }

    private static Call call(Draft draft, String from, String to) {
        return draft.document().calls().stream().filter(call -> call.from().equals(from) && call.to().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError(from + " → " + to + " in " + draft.document().calls()));
    }

    private static Service service(Draft draft, String name) {
        return draft.document().services().stream().filter(service -> service.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void readsCallsPerRequestOfAMesh() {
        Draft draft = ask();
        assertThat(call(draft, "frontend", "cart").perRequest()).isCloseTo(2, CLOSE);
        assertThat(call(draft, "frontend", "catalog-v1").perRequest()).isCloseTo(0.6, CLOSE);
        assertThat(call(draft, "frontend", "catalog-v2").perRequest()).isCloseTo(0.4, CLOSE);
        assertThat(call(draft, "catalog-v2", "reviews-v1").perRequest()).isCloseTo(0.5, CLOSE);
        assertThat(call(draft, "cart", "redis").perRequest()).isCloseTo(0.5, CLOSE);
        assertThat(draft.document().calls()).hasSize(6);
        assertThat(draft.document().services()).extracting(Service::name).containsExactlyInAnyOrder("frontend", "cart",
                "catalog-v1", "catalog-v2", "reviews-v1", "redis", "mailer");
        assertThat(service(draft, "reviews-v1").aliases()).containsExactly("reviews");
        assertThat(service(draft, "catalog-v1").aliases()).isEmpty();
        assertThat(draft.document().today().axes()).containsEntry("wiring", "istio-sidecar");
    }

    @Test
    void readsWhatACallCarriesAndTakes() {
        Call call = call(ask(), "frontend", "cart");
        assertThat(call.p50()).isCloseTo(10, CLOSE);
        assertThat(call.p99()).isBetween(95.0, 100.0);
        assertThat(call.requestBytes()).isCloseTo(200, CLOSE);
        assertThat(call.responseBytes()).isCloseTo(1000, CLOSE);
        assertThat((double) call.observedCalls()).isCloseTo(50.0 * 60 * MINUTES, CLOSE);
    }

    @Test
    void requestsFromOutsideEnterBehindTheGateway() {
        List<Entry> entries = ask().document().entries();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.service()).isEqualTo("frontend");
            assertThat(entry.meanPerSecond()).isCloseTo(25, CLOSE);
        });
    }

    @Test
    void tracesAddWhatTheMeshDoesNotSee() {
        Draft draft = ask();
        Call mail = call(draft, "cart", "mailer");
        assertThat(mail.mode()).isEqualTo("async");
        assertThat(mail.perRequest()).isCloseTo(0.5, CLOSE);
        assertThat(mail.p50()).isCloseTo(20, CLOSE);
        assertThat(service(draft, "cart").dataStores()).containsExactly("orders-db");
        assertThat(draft.document().external()).extracting(EstateDocument.External::host)
                .containsExactly("api.payments.example", "mail.example", "smtp.example");
        assertThat(draft.findings()).extracting(Finding::message).anySatisfy(message -> assertThat(message)
                .contains("frontend → cart 2.0 %")).anySatisfy(message -> assertThat(message)
                        .contains("3.00 calls a second go to hosts that the mesh does not know"));
    }

    @Test
    void readsUseAgainstRequestsOfOneReplica() {
        Draft draft = ask();
        Service frontend = service(draft, "frontend");
        assertThat(frontend.cpu().used()).isCloseTo(0.2, CLOSE);
        assertThat(frontend.cpu().request()).isCloseTo(0.8, within(1e-9));
        assertThat(frontend.cpu().limit()).isNull();
        assertThat(frontend.memory().used()).isCloseTo(100e6, CLOSE);
        assertThat(frontend.memory().request()).isEqualTo(200e6);
        assertThat(frontend.memory().limit()).isCloseTo(300e6, within(1.0));
        assertThat(frontend.replicas()).isEqualTo(2);
        assertThat(frontend.kind()).isEqualTo("Deployment");
        assertThat(frontend.image().reference()).isEqualTo("shop/frontend:1.4");
        assertThat(frontend.image().digest()).isEqualTo("sha256:" + "a".repeat(64));
        assertThat(frontend.sidecars()).singleElement().satisfies(sidecar -> {
            assertThat(sidecar.role()).isEqualTo("mesh");
            assertThat(sidecar.cpu().used()).isCloseTo(0.05, CLOSE);
        });
        assertThat(service(draft, "cart").kind()).isEqualTo("StatefulSet");
        assertThat(service(draft, "cart").cpu().used()).isCloseTo(1.5, CLOSE);
    }

    @Test
    void leavesOtherNamespacesOutUntilTheyAreNamed() {
        assertThat(ask().findings()).extracting(Finding::code).contains("namespaces-left-out");
        Draft named = ask(EstateDocument.named("Shop"), "namespaces", "kube-system");
        assertThat(named.document().services()).extracting(Service::name).contains("coredns")
                .doesNotContain("frontend");
    }

    @Test
    void everyValueSaysWhatWasAskedAndOverWhatTime() {
        Draft draft = ask();
        assertThat(call(draft, "frontend", "cart").provenance().getFirst()).satisfies(told -> {
            assertThat(told.format()).isEqualTo("prometheus");
            assertThat(told.file()).isEqualTo(server.root());
            assertThat(told.detail()).startsWith("perRequest = ").contains("over 6.0 h").contains("rate(" + Mesh.METRIC
                    + "[");
        });
        assertThat(service(draft, "cart").provenance()).anySatisfy(told -> assertThat(told.detail())
                .startsWith("cpu.used = ").contains("increase(" + Usage.METRIC));
        assertThat(draft.findings()).filteredOn(finding -> finding.code().equals("window")).hasSize(3)
                .allSatisfy(finding -> assertThat(finding.message()).contains("6.0 h").contains("no samples"));
    }

    @Test
    void aShorterWindowIsKept() {
        assertThat(call(ask(EstateDocument.named("Shop"), "window", "2 h"), "frontend", "cart").provenance().getFirst()
                .detail()).contains(" min", "s]").doesNotContain("6.0 h");
    }

    @Test
    void askingTwiceChangesNothing() {
        Draft draft = ask();
        EstateDocument once = Merge.into(EstateDocument.named("Shop"), draft.document()).document();
        assertThat(Merge.into(once, ask(once).document()).changesNothing()).isTrue();
    }

    @Test
    void anEstateOfManifestsIsJoinedByItsNames() {
        EstateDocument estate = EstateDocument.named("Shop").withServices(List.of(Service.named("cart"),
                Service.named("reviews")));
        EstateDocument joined = Merge.into(estate, ask(estate).document()).document();
        assertThat(joined.services()).extracting(Service::name).contains("cart", "reviews")
                .doesNotContain("reviews-v1");
    }

    @Test
    void saysWhatIsWrongWithAQueryOrAServer() throws IOException {
        try (TestServer other = new TestServer()) {
            assertThatThrownBy(() -> refused(other)).isInstanceOf(ImportFailed.class).hasMessageContaining("404")
                    .hasMessageContaining("a Prometheus");
            other.on("/api/v1/", exchange -> TestServer.answer(exchange, 200, "text/html", "<html>hello</html>"));
            assertThatThrownBy(() -> refused(other)).hasMessageContaining("not as one");
        }
        try (TestServer locked = new TestServer()) {
            locked.on("/", exchange -> TestServer.answer(exchange, 401, "text/plain", "no"));
            assertThatThrownBy(() -> refused(locked)).hasMessageContaining("401")
                    .hasMessageContaining("asks for a token");
        }
        try (TestServer empty = new TestServer()) {
            empty.json("/api/v1/query_range",
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
            assertThatThrownBy(() -> refused(empty)).hasMessageContaining("none of them");
        }
    }

    private static Draft refused(TestServer other) {
        return Asking.ask(new PrometheusSource(), EstateDocument.named("Shop"), NOW, Map.of("url", other.root()));
    }

    @Test
    void showsCredentialsToTheServerAndToNobodyElse() throws IOException {
        try (TestServer locked = new TestServer()) {
            List<String> shown = new java.util.concurrent.CopyOnWriteArrayList<>();
            locked.on("/", exchange -> {
                shown.add(exchange.getRequestHeaders().getFirst("Authorization"));
                TestServer.answer(exchange, 403, "text/plain", "no");
            });
            assertThatThrownBy(() -> Asking.ask(new PrometheusSource(), EstateDocument.named("Shop"), NOW,
                    Map.of("url", locked.root(), "username", "ada", "password", "hunter2")))
                    .hasMessageContaining("403").hasMessageNotContaining("hunter2");
            assertThat(shown).containsExactly("Basic YWRhOmh1bnRlcjI=");
        }
    }
}
