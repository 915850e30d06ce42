package dev.tare.intake.sbom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Image digests inside versions and package URLs. */
final class Digests {
    private static final Pattern DIGEST = Pattern.compile("sha256(?::|%3A)([0-9a-f]{64})");

    private Digests() {}

    static Optional<String> in(String text) {
        Matcher digest = DIGEST.matcher(text);
        return digest.find() ? Optional.of("sha256:" + digest.group(1)) : Optional.empty();
    }
}
