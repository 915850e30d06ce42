package dev.tare.intake.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Trees;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads inventories that others published and compares with what is known to be in them. They are not part of this
 * repository: put them at {@code ../shared/estates} or name the folder in {@code SHARED_ESTATES}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedEstatesTest {
    private static final Path ROOT = SharedEstates.ROOT;
    /** Truth files that speak of files of other names. */
    private static final Map<String, List<String>> INPUTS = Map.ofEntries(
            Map.entry("bookinfo/truth-bookinfo.json", List.of("bookinfo.yaml")),
            Map.entry("bookinfo/truth-bookinfo-with-dbs.json",
                    List.of("bookinfo.yaml", "bookinfo-mysql.yaml", "bookinfo-ratings-v2-mysql.yaml",
                            "bookinfo-db.yaml",
                            "bookinfo-ratings-v2.yaml")),
            Map.entry("sock-shop/truth-complete-demo.json", List.of("complete-demo.yaml")),
            Map.entry("online-boutique/truth.json", List.of("kubernetes-manifests.yaml")),
            Map.entry("dubbo-shop/truth.json", List.of("all.yaml")),
            Map.entry("train-ticket/truth-k8s.json", List.of("k8s-part1.yaml", "k8s-part2.yaml", "k8s-part3.yaml")),
            Map.entry("linkerd-emojivoto/truth-already_injected.json",
                    List.of("inject_emojivoto_already_injected.yaml")),
            Map.entry("linkerd-emojivoto/truth-cronjob.json", List.of("inject_emojivoto_cronjob.yaml")),
            Map.entry("linkerd-emojivoto/truth-list.json", List.of("inject_emojivoto_list.yaml")),
            Map.entry("linkerd-emojivoto/truth-pod.json", List.of("inject_emojivoto_pod.yaml")),
            Map.entry("linkerd-emojivoto/truth-statefulset.json", List.of("inject_emojivoto_statefulset.yaml")),
            Map.entry("linkerd-emojivoto/truth-plain.json", List.of("plain-ns.yaml", "plain-emoji.yaml",
                    "plain-vote-bot.yaml", "plain-voting.yaml", "plain-web.yaml")));

    private final List<String> table = new ArrayList<>();

    @BeforeAll
    void present() {
        assumeTrue(SharedEstates.present());
    }

    @AfterAll
    void print() {
        System.out.printf("%-62s %9s %8s %7s %9s %6s%n", "estate", "workloads", "sidecars", "edges", "precision",
                "recall");
        table.stream().sorted().forEach(System.out::println);
    }

    static Stream<String> truths() throws IOException {
        if (!Files.isDirectory(ROOT)) {
            return Stream.of("none");
        }
        try (Stream<Path> files = SharedEstates.walk()) {
            return files.filter(file -> file.getFileName().toString().matches("truth.*\\.json|.*\\.truth\\.json"))
                    .filter(file -> "kubernetes".equals(json(file).path("format").asString(null)))
                    .map(file -> ROOT.relativize(file).toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("truths")
    void readsWhatIsThere(String truthFile) {
        JsonNode truth = json(ROOT.resolve(truthFile));
        Draft draft = TestIntake.of(new KubernetesReader()).read(inputs(truthFile), "auto");
        assertThat(workloads(draft.document())).isEqualTo(workloads(truth));
        score(truthFile, truth, draft.document());
    }

    private void score(String truthFile, JsonNode truth, EstateDocument document) {
        TreeSet<String> required = new TreeSet<>();
        truth.path("edges").path("required")
                .forEach(edge -> required.add(edge.get(0).asString() + " → " + edge.get(1).asString()));
        TreeSet<String> found = new TreeSet<>();
        document.calls().forEach(call -> found.add(call.from() + " → " + call.to()));
        TreeSet<String> right = new TreeSet<>(found);
        right.retainAll(required);
        double precision = found.isEmpty() ? 1 : (double) right.size() / found.size();
        double recall = required.isEmpty() ? 1 : (double) right.size() / required.size();
        table.add("%-62s %9d %8d %7d %9.2f %6.2f".formatted(truthFile, document.services().size(),
                document.services().stream().mapToInt(service -> service.sidecars().size()).sum(), found.size(),
                precision, recall));
        assertThat(found).isEqualTo(required);
    }

    /** One line per container that runs all the time: what a truth file and a draft both say. */
    private static TreeMap<String, String> workloads(JsonNode truth) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (JsonNode workload : truth.path("workloads")) {
            boolean unnamed = true;
            for (JsonNode container : workload.path("containers")) {
                String role = container.path("role").asString();
                if (!role.equals("init")) {
                    String place = workload.path("kind").asString() + " " + workload.path("namespace").asString("-")
                            + "/"
                            + workload.path("name").asString();
                    boolean service = role.equals("app") && unnamed;
                    unnamed = unnamed && !service;
                    lines.put(place + (service ? "" : " + " + container.path("name").asString()),
                            (service ? "replicas " + replicas(workload) : role) + " "
                                    + container.path("image").asString() + requests(container));
                }
            }
        }
        return lines;
    }

    private static String replicas(JsonNode workload) {
        return switch (workload.path("kind").asString()) {
            case "Job" -> "1";
            case "CronJob" -> "0";
            case "DaemonSet" -> "-";
            default -> workload.path("replicas").asString();
        };
    }

    private static String requests(JsonNode container) {
        StringBuilder text = new StringBuilder();
        for (String of : List.of("cpu", "memory")) {
            JsonNode limit = container.path("limits").path(of);
            JsonNode request = container.path("requests").path(of).isMissingNode()
                    ? limit
                    : container.path("requests").path(of);
            text.append(' ').append(quantity(request)).append('/').append(quantity(limit));
        }
        return text.toString();
    }

    private static String quantity(JsonNode written) {
        return written.isMissingNode() || written.isNull()
                ? "-"
                : number(Quantity.parse(written.asString()).orElseThrow());
    }

    private static TreeMap<String, String> workloads(EstateDocument document) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Service service : document.services()) {
            String place = service.kind() + " " + Objects.requireNonNullElse(service.namespace(), "-") + "/"
                    + service.name();
            lines.put(place, "replicas " + number(service.replicas()) + " " + service.image().reference()
                    + requests(service.cpu(), service.memory()));
            for (Sidecar sidecar : service.sidecars()) {
                String role = sidecar.isNative()
                        ? "native-sidecar"
                        : sidecar.role().equals("other") ? "app" : "sidecar";
                lines.put(place + " + " + sidecar.name(),
                        role + " " + sidecar.image() + requests(sidecar.cpu(), sidecar.memory()));
            }
        }
        return lines;
    }

    private static String requests(@Nullable Resource cpu, @Nullable Resource memory) {
        return Stream.of(cpu, memory).map(resource -> resource == null
                ? " -/-"
                : " " + number(resource.request()) + "/" + number(resource.limit()))
                .reduce("", String::concat);
    }

    private static String number(@Nullable Double number) {
        return number == null
                ? "-"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static List<Upload> inputs(String truthFile) {
        Path truth = ROOT.resolve(truthFile);
        List<String> names = INPUTS.getOrDefault(truthFile,
                List.of(truth.getFileName().toString().replace(".truth.json", ".yaml")));
        return names.stream().map(name -> SharedEstates.upload(truth.resolveSibling(name))).toList();
    }

    static Stream<String> unrendered() throws IOException {
        return filesIn("unrendered-helm");
    }

    @ParameterizedTest
    @MethodSource("unrendered")
    void refusesTemplates(String file) {
        String why = file.endsWith("values.yaml") ? "nothing that is known" : "template action";
        List<Upload> upload = List.of(SharedEstates.upload(ROOT.resolve(file)));
        assertThatThrownBy(() -> TestIntake.of(new KubernetesReader()).read(upload, "auto"))
                .isInstanceOf(ImportFailed.class).hasMessageContaining(why);
    }

    static Stream<String> tricky() throws IOException {
        return filesIn("tricky-yaml");
    }

    @ParameterizedTest
    @MethodSource("tricky")
    void refusesOrReadsTrickyText(String file) {
        Path path = ROOT.resolve(file);
        JsonNode truth = json(path.resolveSibling("truth.json")).path(path.getFileName().toString());
        List<Tree> documents;
        try {
            documents = Documents.read(SharedEstates.upload(path));
        } catch (ImportFailed refused) {
            assertThat(refused.problems().getFirst().file()).isEqualTo(path.getFileName().toString());
            assertThat(refused.problems().getFirst().line()).isPositive();
            return;
        }
        assertThat(truth.has("mustBeRefused") || truth.has("duplicateKey")).isFalse();
        JsonNode expected = truth.path("expectedJson");
        if (expected.isString()) {
            assertThat(documents.stream().map(SharedEstatesTest::canonical).toList())
                    .isEqualTo(Trees.read(expected.asString()).stream().map(SharedEstatesTest::canonical).toList());
        }
    }

    private static Object canonical(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar.isNothing() ? "null" : number(scalar.text());
            case Tree.Sequence sequence -> sequence.items().stream().map(SharedEstatesTest::canonical).toList();
            case Tree.Mapping mapping -> mapping.entries().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> canonical(entry.getValue())));
        };
    }

    private static String number(String text) {
        return text.startsWith("0x") ? Integer.decode(text).toString() : text;
    }

    private static Stream<String> filesIn(String folder) throws IOException {
        if (!Files.isDirectory(ROOT)) {
            return Stream.of("none");
        }
        try (Stream<Path> files = SharedEstates.walk()) {
            return files.filter(file -> file.getParent().getFileName().toString().equals(folder))
                    .filter(file -> file.toString().endsWith(".yaml")).map(file -> ROOT.relativize(file).toString())
                    .sorted().toList().stream();
        }
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
