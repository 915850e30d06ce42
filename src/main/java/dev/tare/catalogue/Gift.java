package dev.tare.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Something an option gives in return for its weight.
 *
 * @param kind       what is given
 * @param words      how much of it, in a phrase
 * @param strength   0 (none) to 5 (strongest), for isolation only
 * @param assumption key of the figure behind it, for start time
 */
public record Gift(Kind kind, String words, @Nullable Integer strength, @Nullable String assumption) {
    /** The kinds of gift there are. */
    public enum Kind {
        ISOLATION("Isolation"), RESTARTS("Restarts"), DISCOVERY("Discovery"), ROLLING("Rolling deploys"), SCALING(
                "Scaling"), LANGUAGES("Language freedom"), POLICY(
                        "Network policy"), ENCRYPTION("Encryption between units"), SIGHT("Sight"), START("Start time");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Its name on a page. */
        public String title() {
            return title;
        }
    }
}
