package dev.tare.intake.spreadsheet;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.intake.Answers;
import dev.tare.intake.Claims;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Template;
import dev.tare.intake.Upload;
import dev.tare.intake.container.SidecarRole;
import dev.tare.intake.spreadsheet.Grid.Row;
import dev.tare.intake.spreadsheet.Heading.Table;
import dev.tare.intake.spreadsheet.SheetRows.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads tables of services and of calls, a row each, by the names of their columns. */
@Component
final class SpreadsheetReader implements FormatReader {
    static final String FORMAT = "spreadsheet";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Spreadsheet";
    }

    @Override
    public String takes() {
        return "CSV or TSV, or cells pasted into the form: a row for each service, or for each call with from and to.";
    }

    @Override
    public List<Template> templates() {
        return List.of(template("services.csv", Column.SERVICES), template("calls.csv", Column.CALLS));
    }

    private static Template template(String name, List<Column> columns) {
        return new Template(name, columns.stream().map(Column::title).collect(Collectors.joining(",")) + "\r\n"
                + columns.stream().map(Column::example).collect(Collectors.joining(",")) + "\r\n");
    }

    @Override
    public boolean recognises(Sample sample) {
        String text = sample.text().startsWith("\uFEFF") ? sample.text().substring(1) : sample.text();
        return !text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("<")
                && Grid.heading(text).isPresent();
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Sheets sheets = new Sheets();
        files.forEach(sheets::read);
        return sheets.draft();
    }

    /** What all tables say together. */
    private static final class Sheets {
        private final Map<String, Service> services = new LinkedHashMap<>();
        private final Map<String, String> places = new LinkedHashMap<>();
        private final Map<List<String>, Call> calls = new LinkedHashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<FileRead> read = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        void read(Upload file) {
            List<Row> rows = Grid.rows(file.name(), Documents.text(file));
            int at = 0;
            while (at < rows.size() && Heading.of(rows.get(at).cells()).isEmpty()) {
                at++;
            }
            if (at == rows.size()) {
                throw ImportFailed.at(file.name(), 1, null,
                        "a heading: service and further columns, or from and to", "none of them");
            }
            Heading heading = Heading.of(rows.get(at).cells()).orElseThrow();
            SheetRows table = new SheetRows(file.name(), heading, rows.subList(at + 1, rows.size()));
            table.items().forEach(item -> take(file.name(), heading, table, item));
            table.refuse();
            read.add(new FileRead(file.name(), FORMAT, table.items().size()));
            note(file.name(), heading, (int) rows.get(at).line());
        }

        private void take(String file, Heading heading, SheetRows table, Item item) {
            if (heading.table() == Table.CALLS) {
                call(file, table, item);
            } else {
                service(file, table, item);
            }
        }

        private void note(String file, Heading heading, int line) {
            if (!heading.unknown().isEmpty()) {
                findings.add(Finding.of(Severity.INFO, "column-not-read",
                        "Columns that were not read: " + String.join(", ", heading.unknown()) + ".",
                        "Known are: " + heading.table().columns().stream().map(Column::title)
                                .collect(Collectors.joining(", ")) + ".")
                        .at(file, line, null));
            }
        }

        private void service(String file, SheetRows table, Item item) {
            ObjectNode values = item.values();
            String name = values.path("name").asString();
            String place = file + " row " + item.line();
            String earlier = places.putIfAbsent(name, place);
            if (earlier != null) {
                table.wrong(item.line(), "service", "every service once",
                        "\"" + name + "\" a second time (first in " + earlier + ")");
                return;
            }
            Optional<JsonNode> entry = Optional.ofNullable(values.remove("entry"));
            Optional.ofNullable(values.remove("sidecars")).ifPresent(names -> values.set("sidecars",
                    JSON.valueToTree(names.valueStream().map(one -> sidecar(one.asString())).toList())));
            services.put(name, Claims.stamp(JSON.treeToValue(values, Service.class), FORMAT, file,
                    Map.of("", "row " + item.line())));
            entry.ifPresent(
                    rates -> entries.add(JSON.treeToValue(((ObjectNode) rates).put("service", name), Entry.class)));
        }

        private static Sidecar sidecar(String name) {
            return new Sidecar(name, SidecarRole.of(name, null).map(SidecarRole::word).orElse("other"), false, null,
                    null, null);
        }

        private void call(String file, SheetRows table, Item item) {
            ObjectNode values = item.values();
            List<String> key = List.of(values.path("from").asString(), values.path("to").asString(),
                    values.path("kind").asString("call"));
            values.put("kind", key.get(2));
            Call read = JSON.treeToValue(values, Call.class);
            Call call = new Call(read.from(), read.to(), read.kind(), read.mode(), read.perRequest(),
                    read.requestBytes(), read.responseBytes(), read.p50(), read.p99(), read.observedCalls(),
                    List.of(new Provenance(FORMAT, file, "row " + item.line())));
            if (calls.putIfAbsent(key, call) != null) {
                table.wrong(item.line(), "from", "every call once", "\"" + key.get(0) + " → " + key.get(1)
                        + "\" a second time");
            }
        }

        /** Services that only calls name are drafted too; the estate may know more of them. */
        Draft draft() {
            calls.keySet().stream().flatMap(key -> key.subList(0, 2).stream()).distinct()
                    .filter(name -> !services.containsKey(name)).forEach(name -> services.put(name, Claims.stamp(
                            Service.named(name), FORMAT, read.getFirst().name(), Map.of("", "named by a call"))));
            List<Team> teams = services.values().stream()
                    .flatMap(service -> Optional.ofNullable(service.team()).stream())
                    .distinct().map(team -> new Team(team, null, null)).toList();
            return new Draft(EstateDocument.named("").withTeams(teams).withServices(List.copyOf(services.values()))
                    .withCalls(List.copyOf(calls.values())).withEntries(entries), read, findings);
        }
    }
}
