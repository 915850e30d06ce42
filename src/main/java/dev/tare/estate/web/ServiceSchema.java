package dev.tare.estate.web;

import dev.tare.estate.Terms;
import dev.tare.estate.web.Kind.Option;
import dev.tare.estate.web.Schema.Rows;
import dev.tare.estate.web.Schema.Section;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a service, in the order in which a team knows them. */
final class ServiceSchema {
    static final String STARTUP_ORDER = "startup-order";

    static final Schema SCHEMA = new Schema(
            List.of(section("", "", Field.text("name", "Name", "", ""), Field.text("team", "Team", "teams", ""),
                    Field.text("runtime.language", "Language", "languages", ""),
                    Field.text("runtime.version", "Version", "", ""),
                    Field.amount("replicas", "Replicas", Quantity.NUMBER)),
                    section("Size", "CPU and memory of one replica", cpu("cpu.request", "CPU requested"),
                            cpu("cpu.used", "CPU used"), cpu("cpu.limit", "CPU limit"),
                            memory("memory.request", "Memory requested"), memory("memory.used", "Memory used"),
                            memory("memory.limit", "Memory limit")),
                    section("Image", "what is shipped, and how large it is",
                            Field.text("image.reference", "Image", "images", "as in your manifest"),
                            Field.amount("image.compressedBytes", "Compressed", Quantity.SIZE),
                            Field.amount("image.unpackedBytes", "Unpacked", Quantity.SIZE),
                            Field.amount("payloadBytes", "Your part of it", Quantity.SIZE),
                            Field.amount("deploysPerMonth", "Deploys a month", Quantity.MONTHLY),
                            Field.text("image.digest", "Digest", "", ""), Field.moment("image.builtAt", "Built"),
                            Field.whole("image.packages", "Packages"),
                            Field.whole("image.vulnerabilities", "Known vulnerabilities"),
                            Field.layers("image.layers", "Layers", "one a line: digest and compressed size"),
                            Field.lines("image.components", "Packages in it",
                                    "one a line, as group/name@version; a bill of materials fills this in")),
                    section("Work and load", "time for a request, peaks, isolation",
                            Field.amount("workMs.p50", "Own work, median", Quantity.TIME),
                            Field.amount("workMs.p99", "Own work, p99", Quantity.TIME),
                            Field.choice("load.kind", "Load", options(Terms.LOAD)),
                            Field.amount("load.peakToMean", "Peak over mean", Quantity.TIMES),
                            Field.choice("isolation", "Isolation need", options(Terms.ISOLATION)),
                            Field.amount("logBytesPerRequest", "Log for each request", Quantity.BYTES),
                            Field.amount("metricSeries", "Metric series of a replica", Quantity.NUMBER)),
                    section("Also known as", "aliases, data stores, where it comes from",
                            Field.lines("aliases", "Aliases", "one a line: other names in files and traces"),
                            Field.lines("dataStores", "Data stores", "one a line, such as postgres: orders"),
                            Field.text("kind", "Workload kind", "", "such as Deployment"),
                            Field.text("namespace", "Namespace", "", ""))),
            List.of(new Rows(ServicePart.CALLS, "Calls", "call", "the services this one asks for something",
                    List.of(Field.text("to", "Callee", "services", ""),
                            Field.amount("perRequest", "Times a request", Quantity.TIMES),
                            Field.choice("mode", "How", modes()),
                            Field.amount("requestBytes", "Sends", Quantity.BYTES),
                            Field.amount("responseBytes", "Gets back", Quantity.BYTES),
                            Field.amount("p50", "Takes, p50", Quantity.TIME),
                            Field.amount("p99", "Takes, p99", Quantity.TIME))),
                    new Rows("sidecars", "Sidecars", "sidecar", "helper processes beside each replica",
                            List.of(Field.text("name", "Name", "", ""),
                                    Field.choice("role", "Role", options(Terms.ROLE)),
                                    cpu("cpu.request", "CPU requested"), memory("memory.request", "Memory requested"),
                                    cpu("cpu.used", "CPU used"), memory("memory.used", "Memory used"),
                                    cpu("cpu.limit", "CPU limit"), memory("memory.limit", "Memory limit"),
                                    Field.text("image", "Image", "images", ""), Field.tick("native", "Native"))),
                    new Rows("costs", "Hosting costs", "cost", "what you pay today, a month",
                            List.of(Field.text("category", "Category", "categories", ""),
                                    Field.amount("monthly", "A month", Quantity.BILLED),
                                    Field.text("source", "Source", "", "")))));

    private ServiceSchema() {}

    static List<Option> options(List<String> words) {
        return words.stream().map(word -> new Option(word, words(word))).toList();
    }

    private static String words(String word) {
        return switch (word) {
            case "untrusted" -> "untrusted code";
            case "one-each" -> "one unit each";
            case "per-team" -> "one unit per team";
            case "all-in-one" -> "all in one unit";
            default -> word;
        };
    }

    private static List<Option> modes() {
        return Stream.concat(options(Terms.MODE).stream(), Stream.of(new Option(STARTUP_ORDER, "start-up order only")))
                .toList();
    }

    private static Section section(String title, String summary, Field... fields) {
        return new Section(title, summary, List.of(fields));
    }

    private static Field cpu(String path, String label) {
        return Field.amount(path, label, Quantity.CPU);
    }

    private static Field memory(String path, String label) {
        return Field.amount(path, label, Quantity.MEMORY);
    }
}
