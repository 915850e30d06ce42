package dev.tare.intake.docker;

import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Tree.Mapping;
import dev.tare.intake.tree.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The table that {@code docker images} prints for people, as rows of the names that its JSON form has. Since release 29
 * it has one column for repository and tag, and tells what is on disk from what is transferred.
 */
final class ImageTable {
    private static final Pattern HEADING = Pattern
            .compile(
                    "(?m)^(?:REPOSITORY +TAG +(?:DIGEST +)?IMAGE ID +CREATED +SIZE|IMAGE +ID +DISK USAGE +CONTENT SIZE)");
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    /** Image, id, disk usage, content size, and a mark for those in use. */
    private static final int CELLS_SINCE_29 = 4;
    private static final int CELLS_BEFORE = 5;

    private ImageTable() {}

    static boolean isIn(String text) {
        return HEADING.matcher(text).find();
    }

    /** One mapping a row that names an image; rows of platforms below an image repeat it. */
    static List<Tree> rows(String text) {
        List<Tree> rows = new ArrayList<>();
        boolean since29 = false;
        boolean inTable = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] cells = GAP.split(line.strip());
            if (isIn(line)) {
                inTable = true;
                since29 = line.startsWith("IMAGE");
            } else if (inTable && cells.length >= (since29 ? CELLS_SINCE_29 : CELLS_BEFORE) && isImage(line)) {
                rows.add(since29 ? since29(cells, number) : before(cells, number));
            }
        }
        return rows;
    }

    private static boolean isImage(String line) {
        return !line.startsWith("\u251c") && !line.startsWith("\u2514");
    }

    private static Tree since29(String[] cells, int line) {
        return row(line, Map.of("Repository", cells[0].replace("<untagged>", "<none>"), "Size", cells[2], "ContentSize",
                cells[3]));
    }

    private static Tree before(String[] cells, int line) {
        return row(line, Map.of("Repository", cells[0], "Tag", cells[1], "Digest", cells[2], "Size",
                cells[cells.length - 1]));
    }

    private static Tree row(int line, Map<String, String> cells) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        cells.forEach((name, cell) -> entries.put(name, new Scalar(cell, false, line)));
        return new Mapping(entries, line);
    }
}
