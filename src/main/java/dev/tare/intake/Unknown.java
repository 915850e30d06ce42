package dev.tare.intake;

import dev.tare.intake.ImportFailed.Reason;
import dev.tare.intake.tree.MalformedText;
import dev.tare.site.Invalid.Problem;
import java.util.List;

/** Says why files were recognised by no reader: broken text is told apart from a format nobody reads. */
final class Unknown {
    private static final int SHOWN = 20;

    private Unknown() {}

    /** Refuses files, or the archive that holds none. */
    static ImportFailed refuse(String upload, List<Upload> files, List<FormatReader> readers) {
        for (Upload file : files) {
            if (file.size() == 0) {
                return ImportFailed.at(file.name(), null, null, "a file with something in it", "an empty file");
            }
            try {
                if (file.size() <= Documents.MAX_BYTES && new Glimpse(file).isMeantAsData()) {
                    Documents.read(file);
                }
            } catch (ImportFailed broken) {
                return broken;
            }
        }
        String known = "one of " + String.join(", ", readers.stream().map(FormatReader::title).toList());
        return new ImportFailed(Reason.UNKNOWN_FORMAT, files.isEmpty()
                ? List.of(new Problem(upload, null, null, "at least one file", "an empty archive"))
                : files.stream().limit(SHOWN).map(file -> problem(file, known)).toList());
    }

    private static Problem problem(Upload file, String known) {
        Glimpse glimpse = new Glimpse(file);
        return new Problem(file.name(), null, null, glimpse.instead().orElse(known),
                "nothing that is known, but " + glimpse.words());
    }

    static ImportFailed broken(String file, MalformedText e) {
        ImportFailed failed = ImportFailed.at(file, e.line(), e.path(), e.expected(), e.found());
        failed.initCause(e);
        return failed;
    }
}
