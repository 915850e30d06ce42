package dev.tare.intake.docker;

import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes in bytes as container tools write them; anything else is refused with its place. */
record Numbers(String file) {
    /** As {@code docker image ls} rounds them: powers of 1000. */
    private static final Pattern ROUNDED = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s?([kKMGT]?)i?B");
    private static final String UNITS = "KMGT";

    /** A whole number of bytes that must be there. */
    double bytes(Tree tree, String path, String field) {
        Double bytes = optional(tree, path, field);
        if (bytes == null) {
            throw wrong(tree, tree, path, field, "nothing");
        }
        return bytes;
    }

    /** A whole number of bytes, when one is there. */
    @Nullable
    Double optional(Tree tree, String path, String field) {
        Optional<String> written = tree.value(field);
        if (written.isEmpty()) {
            return null;
        }
        if (!written.get().matches("\\d{1,18}")) {
            throw wrong(tree.at(field), tree, path, field, "\"" + written.get() + "\"");
        }
        return Double.valueOf(written.get());
    }

    /** A size as a list shows it; nothing for {@code N/A}. */
    @Nullable
    Double written(Tree tree, String field) {
        String text = tree.value(field).orElse("");
        if (text.matches("\\d{1,18}")) {
            return Double.valueOf(text);
        }
        Matcher rounded = ROUNDED.matcher(text);
        if (!rounded.matches()) {
            if (text.isEmpty() || text.equals("N/A")) {
                return null;
            }
            throw wrong(tree.at(field), tree, "", field, "\"" + text + "\"");
        }
        int power = 1 + UNITS.indexOf(rounded.group(2).toUpperCase(Locale.ROOT));
        return Double.parseDouble(rounded.group(1)) * Math.pow(1000, rounded.group(2).isEmpty() ? 0 : power);
    }

    /** A text that must be there. */
    String text(Tree tree, String path, String field) {
        return tree.value(field).filter(text -> !text.isBlank()).orElseThrow(() -> ImportFailed.at(file,
                tree.line() > 0 ? tree.line() : null, path + "." + field, "a digest", "nothing"));
    }

    private ImportFailed wrong(Tree place, Tree parent, String path, String field, String found) {
        int line = place.line() > 0 ? place.line() : parent.line();
        return ImportFailed.at(file, line > 0 ? line : null, path.isEmpty() ? field : path + "." + field,
                "a size in bytes", found);
    }
}
