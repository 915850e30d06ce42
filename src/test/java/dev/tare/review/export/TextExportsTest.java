package dev.tare.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateFormat;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

class TextExportsTest {

    static Stream<EstateDocument> estates() {
        return Parcels.all().stream();
    }

    /** Out and in again is the same estate. */
    @ParameterizedTest
    @MethodSource("estates")
    void documentsComeBackAsTheyLeft(EstateDocument estate) {
        String json = new JsonExport().write(Parcels.of(estate));
        String yaml = new YamlExport().write(Parcels.of(estate));
        assertThat(read(EstateFormat.JSON, json)).isEqualTo(estate);
        assertThat(read(EstateFormat.YAML, yaml)).isEqualTo(estate);
    }

    private static EstateDocument read(EstateFormat format, String text) {
        return format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EstateDocument.class);
    }

    @ParameterizedTest
    @MethodSource("estates")
    void tableHasARowAService(EstateDocument estate) {
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(new CsvExport().write(Parcels.of(estate)))
                .stream().toList();
        List<String> names = estate.services().stream().map(Service::name).toList();
        assertThat(rows.stream().map(row -> row.getField("service")).filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("^'(?=[-=+])", "")).toList()).isEqualTo(names);
        assertThat(rows).allSatisfy(row -> assertThat(row.getField("service")).doesNotStartWith("=")
                .doesNotStartWith("-"));
        BigDecimal billed = rows.stream().map(row -> row.getField("billed monthly")).filter(text -> !text.isEmpty())
                .map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(billed).isEqualByComparingTo(FocusExportTest.paidFor(estate));
    }

    /** The table is one that the import of spreadsheets reads. */
    @Test
    void tableComesBackThroughTheImport() {
        List<Service> back = dev.tare.intake.cost.Reread.services(new CsvExport().write(Parcels.of(Parcels.shop())));
        assertThat(back).usingRecursiveFieldByFieldElementComparatorOnFields("name", "team", "namespace", "runtime",
                "replicas", "deploysPerMonth").containsExactlyElementsOf(Parcels.shop().services());
        assertThat(back).extracting(service -> service.memory().request()).isEqualTo(
                Parcels.shop().services().stream().map(service -> service.memory().request()).toList());
        assertThat(back).extracting(service -> service.image().compressedBytes()).isEqualTo(
                Parcels.shop().services().stream().map(service -> service.image().compressedBytes()).toList());
    }

    @Test
    void tableSaysWhoCarriesTheTare() {
        double tare = Parcels.of(Parcels.shop()).today().orElseThrow().bill().tare().get(dev.tare.engine.Measure.COST)
                .likely();
        double carried = CsvReader.builder().ofNamedCsvRecord(new CsvExport().write(Parcels.of(Parcels.shop())))
                .stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("tare monthly"))).sum();
        assertThat(tare).isPositive();
        assertThat(carried).isCloseTo(tare, org.assertj.core.data.Offset.offset(1e-9 * tare));
    }

    /** Every service in one group, and groups as the scenario has them. */
    @ParameterizedTest
    @MethodSource("estates")
    void weaverGroupsHoldEveryServiceOnce(EstateDocument estate) {
        List<String> names = estate.services().stream().map(Service::name).toList();
        assertThat(groups(estate).stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(names);
        if (!names.isEmpty()) {
            assertThat(groups(estate, "vm-systemd")).hasSize(1);
            assertThat(groups(estate, "eks")).hasSameSizeAs(names);
        }
    }

    private static List<List<String>> groups(EstateDocument estate, String... scenario) {
        JsonNode toml = TomlMapper.builder().build().readTree(new WeaverExport().write(Parcels.of(estate, scenario)));
        List<List<String>> groups = new ArrayList<>();
        toml.path("serviceweaver").path("colocate")
                .forEach(group -> groups.add(group.valueStream().map(JsonNode::asString).toList()));
        return groups;
    }

    /** Each table has as many cells in every row, and shows names as they are. */
    @ParameterizedTest
    @MethodSource("estates")
    void markdownTablesAreTables(EstateDocument estate) {
        Node page = Parser.builder().extensions(List.of(TablesExtension.create())).build()
                .parse(new MarkdownExport().write(Parcels.of(estate, "vm-systemd")));
        List<List<List<String>>> tables = new ArrayList<>();
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof TableBlock) {
                    tables.add(new ArrayList<>());
                }
                visitChildren(block);
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow && !(node.getParent() instanceof TableHead)) {
                    tables.getLast().add(new ArrayList<>());
                } else if (node instanceof TableCell cell && !cell.isHeader()) {
                    tables.getLast().getLast().add(text(cell));
                }
                visitChildren(node);
            }
        });
        assertThat(tables).hasSize(estate.services().isEmpty() ? 0 : estate.calls().isEmpty() ? 3 : 4);
        tables.forEach(table -> assertThat(table).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.getFirst())));
        if (!estate.services().isEmpty()) {
            assertThat(tables.getFirst()).hasSize(2).extracting(List::getFirst).containsExactly("today", "vm-systemd");
            assertThat(tables.get(2).stream().map(List::getFirst))
                    .containsAll(estate.services().stream().map(Service::name).toList());
        }
    }

    private static String text(Node cell) {
        StringBuilder text = new StringBuilder();
        for (Node child = cell.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child instanceof Text words ? words.getLiteral() : "<" + child + ">");
        }
        return text.toString();
    }

    @Test
    void everyFormatHasANameOfItsOwn() {
        List<ExportFormat> all = List.of(new CsvExport(), new DotExport(), new FocusExport(), new IsotopeExport(),
                new JsonExport(), new MarkdownExport(), new MermaidExport(), new StructurizrExport(),
                new WeaverExport(),
                new YamlExport());
        assertThat(all).extracting(ExportFormat::name).doesNotHaveDuplicates().isSorted();
        assertThat(all).allSatisfy(format -> assertThat(format.holds()).endsWith("."));
        assertThat(Map.copyOf(all.stream().collect(java.util.stream.Collectors.toMap(ExportFormat::title,
                ExportFormat::extension)))).hasSize(all.size());
    }
}
