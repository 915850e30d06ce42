package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tare.site.Invalid.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that no reader knows: the refusal says what they look like and, where it is known, what to bring instead. */
class UnknownFilesTest {
    private static final String MANIFEST = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: "
            + "{spec: {containers: [{name: web, image: nginx}]}}}\n";
    private final Intake intake = TestIntake.ofAll();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json | {"code": 400, "message": "no window"} | one of | JSON with the fields code, message
            a.json | [1, 2] | one of | JSON without fields
            a.xls | <table><tr/></table> | one of | XML or HTML
            a.csv | height,width,depth | one of | a table with the columns height, width, depth
            a.csv | name:x,a: b: c | one of | a table with the columns name:x, a: b: c
            a.tf | resource "x" { | one of | text that begins "resource "x" {"
            open.yaml | openapi: 3.0.0 | one of | YAML with the fields openapi
            values.yaml | replicas: 1 | helm template | YAML with the fields replicas
            x/Kustomization | resources: [a] | kustomize build | YAML with the fields resources
            top.txt | NAME   READY   AGE | kubectl get | text that begins
            top.txt | NAMESPACE  NAME   CPU(cores)   MEMORY(bytes) | kubectl get | text that begins
            edges.txt | SRC  DST  SRC_NS  DST_NS | linkerd viz edges deploy -o json | text that begins
            ps.txt | CONTAINER ID   IMAGE   COMMAND | docker image ls | text that begins
            """)
    void saysWhatAFileLooksLike(String name, String text, String expected, String found) {
        Problem problem = refused(Upload.of(name, text));
        assertThat(problem.file()).isEqualTo(name);
        assertThat(problem.expected()).contains(expected);
        assertThat(problem.found()).contains("nothing that is known, but " + found);
    }

    @Test
    void saysThatAFileIsBinary() {
        assertThat(refused(Upload.of("logo", new byte[]{ (byte) 0x89, 'P', 'N', 'G', 0, 1, 2 })).found())
                .contains("a binary file");
    }

    @Test
    void namesAnArchiveWithNothingInIt() throws IOException {
        Problem problem = refused(Upload.of("est.zip", zip(Map.of("__MACOSX/a.yaml", "a: 1"))));
        assertThat(problem.file()).isEqualTo("est.zip");
        assertThat(problem.found()).isEqualTo("an empty archive");
    }

    @Test
    void readsWhatStandsBesideShutArchivesAndSaysSo() throws IOException {
        byte[] inner = zip(Map.of("b.yaml", MANIFEST));
        Draft draft = intake.read(List.of(Upload.of("est.zip", zip(Map.of("a.yaml", MANIFEST, "wrapper.jar",
                new String(inner, StandardCharsets.ISO_8859_1))))), Intake.AUTO);
        assertThat(draft.files()).extracting(FileRead::name).containsExactly("est.zip/a.yaml");
        assertThat(draft.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("archive-not-opened");
            assertThat(finding.message()).contains("est.zip/wrapper.jar");
        });
    }

    @Test
    void saysThatAKustomizationWasNotBuiltAndAChartNotRendered() throws IOException {
        Draft draft = intake.read(List.of(Upload.of("est.zip", zip(Map.of("base/a.yaml", MANIFEST,
                "base/kustomization.yaml", "replicas: [{name: web, count: 9}]", "chart/values.yaml", "replicas: 7",
                "README", "words")))), Intake.AUTO);
        assertThat(draft.findings()).extracting(Finding::code).contains("kustomize-not-built", "helm-not-rendered",
                "file-not-read");
        assertThat(draft.findings()).filteredOn(finding -> finding.code().equals("kustomize-not-built"))
                .allSatisfy(finding -> assertThat(finding.action()).contains("kustomize build"));
    }

    private Problem refused(Upload file) {
        ImportFailed failed = catchThrowableOfType(ImportFailed.class,
                () -> intake.read(List.of(file), Intake.AUTO));
        return Objects.requireNonNull(failed).problems().getFirst();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
