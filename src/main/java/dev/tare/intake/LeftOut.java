package dev.tare.intake;

import dev.tare.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says which files of an import were not read, and what that means when it means something. */
final class LeftOut {
    private static final int SHOWN = 5;

    private LeftOut() {}

    /** Findings on files of no known format, and on archives that stayed shut inside others. */
    static List<Finding> findings(List<Upload> unknown, List<String> shut) {
        List<Finding> findings = new ArrayList<>();
        List<String> kustomizations = names(unknown, Glimpse::isOfKustomize);
        List<String> charts = names(unknown, Glimpse::isOfHelm);
        List<String> others = names(unknown, file -> !Glimpse.isOfKustomize(file) && !Glimpse.isOfHelm(file));
        add(findings, kustomizations, "kustomize-not-built",
                "Manifests are read as they stand, without what Kustomize would change: ",
                "Import the output of \"kustomize build\" instead.");
        add(findings, charts, "helm-not-rendered", "Parts of a Helm chart, which say nothing until it is rendered: ",
                "Import the output of \"helm template\" too.");
        add(findings, shut, "archive-not-opened", "Archives inside an archive were not opened: ",
                "Upload them by themselves if they describe services.");
        add(findings, others, "file-not-read",
                others.size() + " of the files are of no known format and were not read: ",
                "Nothing to do if they do not describe services.");
        return findings;
    }

    private static List<String> names(List<Upload> files, Predicate<Upload> kind) {
        return files.stream().filter(kind).map(Upload::name).toList();
    }

    private static void add(List<Finding> findings, List<String> names, String code, String what, String action) {
        if (!names.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, code, what + String.join(", ", names.subList(0,
                    Math.min(SHOWN, names.size()))) + (names.size() > SHOWN ? ", …" : ""), action));
        }
    }
}
