package dev.tare.intake;

import dev.tare.intake.tree.MalformedText;
import dev.tare.intake.tree.Text;
import dev.tare.intake.tree.Tree;
import dev.tare.intake.tree.Trees;
import java.util.List;

/** A file's YAML or JSON documents, or an {@link ImportFailed} that names the file. */
public final class Documents {
    static final int MAX_BYTES = 64 << 20;

    private Documents() {}

    /** The text of a file. */
    public static String text(Upload file) {
        try {
            return Text.of(file.bytes(MAX_BYTES));
        } catch (MalformedText e) {
            throw Unknown.broken(file.name(), e);
        }
    }

    /** The text of a table, which spreadsheet programs save in more than one encoding. */
    public static String table(Upload file) {
        byte[] bytes = file.bytes(MAX_BYTES);
        try {
            return Text.of(bytes, Text.ofTable(bytes));
        } catch (MalformedText e) {
            throw Unknown.broken(file.name(), e);
        }
    }

    /** The documents of a file. */
    public static List<Tree> read(Upload file) {
        return parse(file.name(), text(file));
    }

    /** The documents of a file's text. */
    public static List<Tree> parse(String file, String text) {
        try {
            return Trees.read(text);
        } catch (MalformedText e) {
            throw Unknown.broken(file, e);
        }
    }
}
