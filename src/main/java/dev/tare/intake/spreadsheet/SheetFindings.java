package dev.tare.intake.spreadsheet;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was noticed of one table: what of it was guessed and what was not read. */
final class SheetFindings {
    private SheetFindings() {}

    static List<Finding> of(Upload file, Heading heading, SheetRows table, int line) {
        List<Finding> findings = new ArrayList<>();
        if (Text.ofTable(file.head(1 << 16)).equals(Text.WINDOWS)) {
            findings.add(
                    info("encoding-guessed", "The file is not in UTF-8 and was read as Windows-1252, as spreadsheet"
                            + " programs save it.", "Look at names with accents.", file, line));
        }
        if (table.items().isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "no-rows", "There is a heading and no row below it.", null)
                    .at(file.name(), line, null));
        }
        if (table.totalLine() > 0) {
            findings.add(info("total-row", "The last row is called a total: it was left out.", null, file,
                    table.totalLine()));
        }
        unread(heading, findings, file, line);
        return findings;
    }

    private static void unread(Heading heading, List<Finding> findings, Upload file, int line) {
        List<String> money = heading.unknown().stream()
                .filter(name -> name.matches("(?iu).*(?:cost|spend|budget|price|betrag|kosten).*")).toList();
        if (!money.isEmpty()) {
            findings.add(
                    info("costs-not-read", "Amounts of money were not read here: " + String.join(", ", money) + ".",
                            "Import the file once more as \"Costs in a plain table\".", file, line));
        }
        if (!heading.unknown().isEmpty()) {
            findings.add(info("column-not-read",
                    "Columns that were not read: " + String.join(", ", heading.unknown()) + ".",
                    "Known are: " + heading.table().columns().stream().map(Column::title)
                            .collect(Collectors.joining(", ")) + ".",
                    file, line));
        }
    }

    private static Finding info(String code, String message, @Nullable String action,
            Upload file, int line) {
        return Finding.of(Severity.INFO, code, message, action).at(file.name(), line, null);
    }
}
