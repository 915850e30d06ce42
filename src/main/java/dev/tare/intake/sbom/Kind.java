package dev.tare.intake.sbom;

import dev.tare.intake.Sample;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bill of materials a file is, by its start; also those that are known and not read. */
enum Kind {
    CYCLONEDX_JSON(null), CYCLONEDX_XML(null), SPDX_JSON(null), SPDX_YAML(null), SPDX_XML(null), SPDX_TAGS(null),
    /** The graph of RDF would bring a library of 10 MB. */
    SPDX_RDF("SPDX as RDF"), SPDX_3("SPDX 3"), SYFT("Syft's own JSON"), TRIVY("Trivy's own JSON"), IN_TOTO(
            "an attestation");

    private static final Pattern CYCLONEDX = Pattern.compile("cyclonedx\\.org/schema/bom/\\d");
    private static final Pattern TAGS = Pattern.compile("(?m)^SPDXVersion:\\s*SPDX-");
    private static final Pattern YAML = Pattern.compile("(?m)^[\"']?spdxVersion[\"']?\\s*:\\s*[\"']?SPDX-");
    private static final Pattern XML = Pattern.compile("<spdxVersion>\\s*SPDX-");
    private static final Pattern RDF = Pattern.compile("spdx\\.org/rdf/terms");
    private static final Pattern THREE = Pattern.compile("spdx\\.org/rdf/v?3\\.");
    private static final Pattern STATEMENT = Pattern.compile("in-toto\\.io/Statement");

    private final String unread;

    Kind(@Nullable String unread) {
        this.unread = unread == null ? "" : unread;
    }

    /** What it is called, when it is known and not read; else empty. */
    String unread() {
        return unread;
    }

    static Optional<Kind> of(Sample sample) {
        String start = sample.text().stripLeading();
        start = start.startsWith("\uFEFF") ? start.substring(1).stripLeading() : start;
        if (start.startsWith("<")) {
            return markup(sample);
        }
        return start.startsWith("{")
                ? json(sample)
                : sample.has(TAGS)
                        ? Optional.of(SPDX_TAGS)
                        : sample.has(YAML) ? Optional.of(SPDX_YAML) : Optional.empty();
    }

    private static Optional<Kind> markup(Sample sample) {
        if (sample.has(CYCLONEDX)) {
            return Optional.of(CYCLONEDX_XML);
        }
        return sample.has(XML) ? Optional.of(SPDX_XML) : sample.has(RDF) ? Optional.of(SPDX_RDF) : Optional.empty();
    }

    private static Optional<Kind> json(Sample sample) {
        if (sample.holds("bomFormat") || sample.holds("specVersion") && sample.holds("components")) {
            return Optional.of(CYCLONEDX_JSON);
        }
        if (sample.holds("spdxVersion")) {
            return Optional.of(SPDX_JSON);
        }
        if (sample.holds("@graph") && sample.has(THREE)) {
            return Optional.of(SPDX_3);
        }
        if (sample.holds("predicateType") && sample.has(STATEMENT)) {
            return Optional.of(IN_TOTO);
        }
        if (sample.holds("SchemaVersion") && sample.holds("ArtifactName")) {
            return Optional.of(TRIVY);
        }
        return sample.holds("artifacts[].foundBy") ? Optional.of(SYFT) : Optional.empty();
    }
}
