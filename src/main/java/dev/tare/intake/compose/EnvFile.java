package dev.tare.intake.compose;

import dev.tare.intake.Documents;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of {@code NAME=value} lines: the {@code .env} beside a Compose file, and those that services name. */
final class EnvFile {
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(?:\\.env(?:\\..*)?|[^/]*\\.env)");
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*(?:[=:]\\s?(.*))?");
    private static final Pattern QUOTED = Pattern
            .compile("(?s)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)')\\s*(?:#.*)?");

    private EnvFile() {}

    /** Whether a file's name and lines say that it is one. */
    static boolean is(Sample sample) {
        return NAME.matcher(sample.name()).matches() && sample.text().lines().limit(200)
                .allMatch(
                        line -> line.isBlank() || line.stripLeading().startsWith("#") || LINE.matcher(line).matches());
    }

    static boolean isNamedSo(Upload file) {
        return NAME.matcher(file.name()).matches();
    }

    /** The variables a file sets; values may use those set before them. */
    static Map<String, String> read(Upload file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Documents.text(file).lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!line.stripLeading().startsWith("#") && parts.matches() && parts.group(2) != null) {
                values.put(parts.group(1), value(parts.group(2), values));
            }
        }
        return values;
    }

    private static String value(String written, Map<String, String> before) {
        Matcher quoted = QUOTED.matcher(written);
        if (quoted.matches()) {
            return quoted.group(2) != null
                    ? quoted.group(2)
                    : filled(quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1"), before);
        }
        int comment = written.indexOf(" #");
        return filled((comment < 0 ? written : written.substring(0, comment)).strip(), before);
    }

    /** A value that cannot be filled in stays as it is written: only what uses it would matter. */
    private static String filled(String text, Map<String, String> before) {
        try {
            return new Interpolation(before).fill(text);
        } catch (Interpolation.Malformed asWritten) {
            return text;
        }
    }
}
