package dev.tare.intake.registry;

import dev.tare.intake.Answers;
import java.util.Locale;
import java.util.Map;

/**
 * What an image runs on.
 *
 * @param variant of the processor; empty for any
 */
record Platform(String os, String architecture, String variant) {
    private static final String USUAL = "linux/amd64";

    /** As it is usually written. */
    static Platform of(String text) {
        String[] parts = (text.isBlank() ? USUAL : text.strip().toLowerCase(Locale.ROOT)).split("/");
        if (parts.length < 2 || parts.length > 3 || !text.strip().matches("[A-Za-z0-9_./-]*")) {
            throw new Answers(Map.of("platform", text)).wrong("platform",
                    "a platform such as linux/amd64 or linux/arm64/v8");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    /** What the library read. */
    static Platform of(land.oras.@org.jspecify.annotations.Nullable Platform platform) {
        return platform == null
                ? new Platform("unknown", "unknown", "")
                : new Platform(platform.os(), platform.architecture(),
                        platform.variant() == null ? "" : platform.variant());
    }

    boolean fits(Platform other) {
        return os.equals(other.os) && architecture.equals(other.architecture)
                && (variant.isEmpty() || other.variant.isEmpty() || variant.equals(other.variant));
    }

    /** Attestations and signatures lie in an index beside images, for no platform. */
    boolean isNone() {
        return os.equals("unknown") || architecture.equals("unknown") || os.isEmpty() || architecture.isEmpty();
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
