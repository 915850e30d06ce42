package dev.tare.intake.spreadsheet;

import dev.tare.estate.Terms;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A column that is known.
 *
 * @param path    where its values go in a service, call or entry point; the first step names an entry point by {@code entry}
 * @param names   what people call it, the first as templates write it
 * @param example a value in the template
 */
record Column(String path, Kind kind, List<String> words, List<String> names, String example) {
    /** What stands in a column's cells. */
    enum Kind {
        CPU(Quantity.CPU), MEMORY(Quantity.MEMORY), SIZE(Quantity.SIZE), BYTES(Quantity.BYTES), TIME(
                Quantity.TIME), RATE(Quantity.RATE), TIMES(Quantity.TIMES), MONTHLY(Quantity.MONTHLY), MONEY(
                        Quantity.MONEY), NUMBER(Quantity.NUMBER), COUNT(Quantity.NUMBER),
        /** Any text. */
        TEXT(null),
        /** One of a few words. */
        WORD(null),
        /** Texts with commas or semicolons between them. */
        LIST(null);

        private final @Nullable Quantity quantity;

        Kind(@Nullable Quantity quantity) {
            this.quantity = quantity;
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Column> SERVICES = List.of(
            text("name", "web", "service", "name", "service name", "component", "application", "app", "workload",
                    "microservice", "deployment", "dienst", "anwendung", "servicio"),
            list("aliases", "", "aliases", "alias", "also known as", "other names"),
            text("team", "storefront", "team", "owner", "owning team", "owner team", "team name", "squad", "group",
                    "department", "equipe", "équipe", "equipo"),
            text("namespace", "", "namespace", "environment"),
            text("runtime.language", "java", "language", "runtime", "lang", "technology", "tech stack", "stack",
                    "tech", "platform", "programming language", "sprache", "langage", "lenguaje"),
            text("runtime.version", "21", "language version", "runtime version", "version"),
            of("replicas", Kind.NUMBER, "3", "replicas", "instances", "copies", "pods", "count", "replica count",
                    "number of replicas", "number of instances", "replicas count", "instanzen", "anzahl"),
            of("cpu.request", Kind.CPU, "250m", "cpu", "cpu request", "cpu requests", "requested cpu", "vcpu", "cores"),
            of("cpu.limit", Kind.CPU, "1", "cpu limit", "cpu limits", "max cpu"),
            of("cpu.used", Kind.CPU, "80m", "cpu used", "cpu usage", "used cpu", "average cpu"),
            of("memory.request", Kind.MEMORY, "512Mi", "memory", "memory request", "memory requests", "ram", "mem",
                    "mem request", "requested memory"),
            of("memory.limit", Kind.MEMORY, "1Gi", "memory limit", "memory limits", "mem limit", "max memory", "heap"),
            of("memory.used", Kind.MEMORY, "300Mi", "memory used", "memory usage", "used memory", "mem used",
                    "average memory"),
            text("image.reference", "registry.example.com/web:1.4", "image", "container image", "docker image"),
            text("image.digest", "", "image digest", "digest"),
            of("image.compressedBytes", Kind.SIZE, "", "compressed size", "image compressed", "compressed",
                    "download size", "pull size"),
            of("image.unpackedBytes", Kind.SIZE, "310 MB", "image size", "unpacked size", "size", "size on disk"),
            of("image.packages", Kind.COUNT, "", "packages", "package count"),
            of("image.vulnerabilities", Kind.COUNT, "", "vulnerabilities", "cves", "known vulnerabilities"),
            of("payloadBytes", Kind.SIZE, "", "payload", "payload size", "artefact size", "artifact size", "jar size"),
            of("workMs.p50", Kind.TIME, "12 ms", "p50", "median", "latency p50", "p50 latency", "work p50",
                    "response time"),
            of("workMs.p99", Kind.TIME, "80 ms", "p99", "latency p99", "p99 latency", "work p99"),
            of("deploysPerMonth", Kind.MONTHLY, "8", "deploys", "deploys per month", "deployments", "releases",
                    "releases per month", "deployments per month"),
            list("dataStores", "orders-db", "data stores", "data store", "database", "databases", "datastores", "db"),
            words("isolation", Terms.ISOLATION, "isolation", "isolation need"),
            words("load.kind", Terms.LOAD, "load", "load kind", "workload type"),
            of("load.peakToMean", Kind.NUMBER, "", "peak to mean", "peak/mean", "peak factor"),
            of("logBytesPerRequest", Kind.BYTES, "", "log bytes per request", "log bytes", "logs per request"),
            of("metricSeries", Kind.NUMBER, "", "metric series", "metrics", "series"),
            list("sidecars", "", "sidecars", "sidecar"),
            list("calls", "", "calls", "calls services", "outgoing calls", "downstream", "downstream services",
                    "consumes"),
            list("dependsOn", "", "depends on", "dependencies", "dependency", "requires"),
            of("entry.meanPerSecond", Kind.RATE, "120", "requests per second", "rps", "req/s", "requests/s",
                    "mean requests per second", "traffic"),
            of("entry.peakPerSecond", Kind.RATE, "400", "peak requests per second", "peak rps", "peak requests/s",
                    "max rps"));

    static final List<Column> CALLS = List.of(
            text("from", "web", "from", "caller", "source", "client", "consumer", "calling service", "parent",
                    "from service", "source service", "caller service", "service from", "von", "quelle", "aufrufer"),
            text("to", "orders", "to", "callee", "target", "server", "provider", "destination", "called service",
                    "child", "to service", "target service", "callee service", "destination service", "service to",
                    "nach",
                    "ziel"),
            of("perRequest", Kind.TIMES, "2", "calls per request", "per request", "calls", "times", "multiplicity",
                    "weight", "aufrufe pro anfrage"),
            words("mode", Terms.MODE, "mode", "call mode"),
            words("kind", Terms.CALL, "kind", "call kind"),
            of("requestBytes", Kind.BYTES, "900", "request bytes", "request size", "bytes sent"),
            of("responseBytes", Kind.BYTES, "12 kB", "response bytes", "response size", "bytes received"),
            of("p50", Kind.TIME, "", "p50", "median", "latency", "p50 latency"),
            of("p99", Kind.TIME, "", "p99", "p99 latency"),
            of("observedCalls", Kind.COUNT, "", "observed calls", "call count", "callcount", "observed",
                    "number of calls",
                    "total calls", "requests", "request count", "invocations", "hits", "count", "anzahl"),
            of("rate", Kind.RATE, "", "calls per second", "requests per second", "rps", "requests/s", "calls/s",
                    "requests per minute", "calls per minute", "requests/min", "calls/min", "rpm", "throughput",
                    "traffic"));

    private static Column of(String path, Kind kind, String example, String... names) {
        return new Column(path, kind, List.of(), List.of(names), example);
    }

    private static Column text(String path, String example, String... names) {
        return of(path, Kind.TEXT, example, names);
    }

    private static Column list(String path, String example, String... names) {
        return of(path, Kind.LIST, example, names);
    }

    private static Column words(String path, List<String> words, String... names) {
        return new Column(path, Kind.WORD, words, List.of(names), words.getFirst());
    }

    String title() {
        return names.getFirst();
    }

    boolean isCalled(String name) {
        return names.stream().anyMatch(known -> plain(known).equals(plain(name)));
    }

    /** A heading without case, gaps and signs: {@code CPU_Request} and {@code cpu request} are one. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The value of a cell; nothing when it is no such value. A bare number takes the unit of the column's heading. */
    Optional<JsonNode> value(String cell, String unit) {
        Quantity quantity = kind.quantity;
        if (quantity != null) {
            OptionalDouble number = Stream.of(cell + " " + unit, cell).map(quantity::parse)
                    .filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
            return number.isEmpty() ? Optional.empty() : number(number.getAsDouble());
        }
        return switch (kind) {
            case WORD -> words.stream().filter(word -> plain(word).equals(plain(cell))).findFirst()
                    .map(JSON::stringNode);
            case LIST -> {
                var list = JSON.arrayNode();
                Stream.of(cell.split("[,;\\n]")).map(String::strip).filter(item -> !item.isEmpty()).forEach(list::add);
                yield Optional.of(list);
            }
            default -> Optional.of(JSON.stringNode(cell.strip()));
        };
    }

    private Optional<JsonNode> number(double number) {
        if (kind != Kind.COUNT) {
            return Optional.of(JSON.numberNode(number));
        }
        return number == Math.rint(number) && number <= Integer.MAX_VALUE
                ? Optional.of(JSON.numberNode((long) number))
                : Optional.empty();
    }

    /** Whether its cells are numbers, with units or without. */
    boolean isNumber() {
        return kind.quantity != null;
    }

    /** What would have been right. */
    String expected() {
        Quantity quantity = kind.quantity;
        return quantity == null
                ? "one of " + String.join(", ", words)
                : kind == Kind.COUNT
                        ? "a whole number"
                        : quantity.expected();
    }
}
