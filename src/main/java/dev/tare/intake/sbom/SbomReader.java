package dev.tare.intake.sbom;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Answers;
import dev.tare.intake.Documents;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.exception.ParseException;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.springframework.stereotype.Component;

/** Reads bills of materials: CycloneDX 1.2 to 1.7 and SPDX 2, one file a bill. */
@Component
final class SbomReader implements FormatReader {
    static final String FORMAT = "sbom";

    private static final int MAX_BYTES = 64 << 20;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "Bills of materials (SBOM)";
    }

    @Override
    public String takes() {
        return "CycloneDX 1.2 to 1.7 (JSON, XML) and SPDX 2 (JSON, YAML, XML, tag-value), one for each image: syft -o"
                + " cyclonedx-json, trivy image --format cyclonedx.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return Kind.of(sample).isPresent();
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        List<Service> services = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<FileRead> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Upload file : files) {
            Bill bill = bill(file);
            bill.drafts().stream().filter(draft -> services.stream().noneMatch(one -> one.name().equals(draft.name())
                    && !"image".equals(draft.kind()))).forEach(services::add);
            calls.addAll(bill.calls());
            read.add(new FileRead(file.name(), FORMAT, bill.packages() + bill.services().size()));
            findings.add(said(file, bill));
        }
        return new Draft(EstateDocument.named("").withServices(services).withCalls(calls), read, findings);
    }

    private static Finding said(Upload file, Bill bill) {
        return Finding.of(Severity.INFO, "packages", bill.subject().name() + " holds " + bill.packages()
                + " packages, by " + bill.format() + " " + bill.version() + ".", null).at(file.name(), 1, null);
    }

    private static Bill bill(Upload file) {
        Kind kind = Kind.of(Sample.of(file)).orElseThrow(() -> ImportFailed.at(file.name(), null, null,
                "a CycloneDX or SPDX document", "neither"));
        if (!kind.unread().isEmpty()) {
            throw ImportFailed.at(file.name(), null, null,
                    "CycloneDX 1.2 to 1.7 (JSON or XML) or SPDX 2 (JSON, YAML, XML or tag-value): most tools write those too",
                    kind.unread());
        }
        try {
            return read(file, kind);
        } catch (ImportFailed known) {
            throw known;
        } catch (ParseException | InvalidSPDXAnalysisException | IOException | RuntimeException e) {
            throw Trouble.of(file.name(), kind, e);
        }
    }

    private static Bill read(Upload file, Kind kind)
            throws ParseException, InvalidSPDXAnalysisException, IOException {
        byte[] bytes = file.bytes(MAX_BYTES);
        String name = stem(file.name());
        return switch (kind) {
            case CYCLONEDX_JSON -> CycloneDx.read(file.name(), bytes, true, version(file), name);
            case CYCLONEDX_XML -> {
                String namespace = Markup.namespace(file.name(), bytes);
                yield CycloneDx.read(file.name(), bytes, false, namespace.substring(namespace.lastIndexOf('/') + 1),
                        name);
            }
            case SPDX_XML -> {
                Markup.namespace(file.name(), bytes);
                yield Spdx.read(file.name(), bytes, kind, name);
            }
            case SPDX_TAGS -> {
                Documents.text(file);
                yield Spdx.read(file.name(), bytes, kind, name);
            }
            default -> {
                spdxVersion(file);
                yield Spdx.read(file.name(), bytes, kind, name);
            }
        };
    }

    /** Looked through first: a library tells less of where broken JSON breaks. */
    private static String version(Upload file) {
        Tree document = Documents.read(file).getFirst();
        String version = document.value("specVersion").orElse("");
        if (!version.matches("1\\.[0-7]")) {
            throw ImportFailed.at(file.name(), line(document.at("specVersion")), "specVersion", "1.2 to 1.7",
                    version.isEmpty() ? "nothing" : "\"" + version + "\"");
        }
        return version;
    }

    private static void spdxVersion(Upload file) {
        Tree document = Documents.read(file).getFirst();
        String version = document.value("spdxVersion").orElse("");
        if (!version.startsWith("SPDX-2.")) {
            throw ImportFailed.at(file.name(), line(document.at("spdxVersion")), "spdxVersion", "SPDX-2.2 or SPDX-2.3",
                    version.isEmpty() ? "nothing" : "\"" + version + "\"");
        }
    }

    private static Integer line(Tree tree) {
        return tree.line() > 0 ? tree.line() : 1;
    }

    /** A file's name without what only says that it is a bill. */
    private static String stem(String file) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        String stem = base
                .replaceFirst("(?i)(?:[._-](?:cdx|bom|sbom|cyclonedx|spdx))*\\.(?:json|xml|ya?ml|spdx|cdx|txt)$", "");
        return stem.isBlank() ? "bill of materials" : stem;
    }
}
