package dev.tare.intake.spreadsheet;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.intake.Answers;
import dev.tare.intake.Claims;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
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
        private final SheetCalls calls = new SheetCalls();
        private final List<Entry> entries = new ArrayList<>();
        private final List<FileRead> read = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        void read(Upload file) {
            List<Row> rows = Grid.rows(file.name(), Documents.table(file));
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
            if (heading.table() == Table.CALLS) {
                calls.add(file.name(), heading, table);
            } else {
                table.items().forEach(item -> service(file.name(), table, item));
            }
            table.refuse();
            read.add(new FileRead(file.name(), FORMAT, table.items().size()));
            findings.addAll(SheetFindings.of(file, heading, table, (int) rows.get(at).line()));
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
            called(values, "calls").forEach(to -> calls.named(file, name, to, "call", item.line()));
            called(values, "dependsOn")
                    .forEach(to -> calls.named(file, name, to, SheetCalls.STARTUP_ORDER, item.line()));
            Optional<JsonNode> entry = Optional.ofNullable(values.remove("entry"));
            Optional.ofNullable(values.remove("sidecars")).ifPresent(names -> values.set("sidecars",
                    JSON.valueToTree(names.valueStream().map(one -> sidecar(one.asString())).toList())));
            services.put(name, Claims.stamp(JSON.treeToValue(values, Service.class), FORMAT, file,
                    Map.of("", "row " + item.line())));
            entry.ifPresent(
                    rates -> entries.add(JSON.treeToValue(((ObjectNode) rates).put("service", name), Entry.class)));
        }

        private static List<String> called(ObjectNode values, String column) {
            JsonNode names = values.remove(column);
            return names == null ? List.of() : names.valueStream().map(JsonNode::asString).toList();
        }

        private static Sidecar sidecar(String name) {
            return new Sidecar(name, SidecarRole.of(name, null).map(SidecarRole::word).orElse("other"), false, null,
                    null, null);
        }

        /** Services that only calls name are drafted too; the estate may know more of them. */
        Draft draft() {
            calls.names().stream().filter(name -> !services.containsKey(name))
                    .forEach(name -> services.put(name, Claims.stamp(Service.named(name), FORMAT,
                            read.getFirst().name(), Map.of("", "named by a call"))));
            List<Team> teams = services.values().stream()
                    .flatMap(service -> Optional.ofNullable(service.team()).stream())
                    .distinct().map(team -> new Team(team, null, null)).toList();
            findings.addAll(calls.findings());
            return new Draft(EstateDocument.named("").withTeams(teams).withServices(List.copyOf(services.values()))
                    .withCalls(calls.calls()).withEntries(entries), read, findings);
        }
    }
}
