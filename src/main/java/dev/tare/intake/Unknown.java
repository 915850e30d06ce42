package dev.tare.intake;

import dev.tare.intake.ImportFailed.Reason;
import dev.tare.intake.tree.MalformedText;
import dev.tare.site.Invalid.Problem;
import java.util.List;

/** Says why files were recognised by no reader: broken text is told apart from a format nobody reads. */
final class Unknown {
    private static final int SHOWN = 20;

    private Unknown() {}

    static ImportFailed refuse(List<Upload> files, List<FormatReader> readers) {
        for (Upload file : files) {
            if (file.size() == 0) {
                return ImportFailed.at(file.name(), null, null, "a file with something in it", "an empty file");
            }
            try {
                if (file.size() <= Documents.MAX_BYTES) {
                    Documents.read(file);
                }
            } catch (ImportFailed broken) {
                return broken;
            }
        }
        String known = String.join(", ", readers.stream().map(FormatReader::title).toList());
        return new ImportFailed(Reason.UNKNOWN_FORMAT, files.isEmpty()
                ? List.of(new Problem("upload", null, null, "at least one file", "an empty archive"))
                : files.stream().limit(SHOWN).map(file -> new Problem(file.name(), null, null,
                        expected(file.name(), known), "nothing that is known")).toList());
    }

    /** Parts of charts and kustomizations are known by their names: what their tools make of them is read. */
    private static String expected(String name, String known) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        if (base.matches("(?i)(?:chart|values[\\w.-]*)\\.ya?ml")) {
            return "what Helm makes of a chart: import the output of \"helm template\"";
        }
        return base.matches("(?i)kustomization\\.ya?ml")
                ? "what Kustomize makes of it: import the output of \"kustomize build\""
                : "one of " + known;
    }

    static ImportFailed broken(String file, MalformedText e) {
        ImportFailed failed = ImportFailed.at(file, e.line(), e.path(), e.expected(), e.found());
        failed.initCause(e);
        return failed;
    }
}
