package dev.tare.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How a figure was obtained, most trustworthy first. */
public enum How {
    PUBLISHED("published", "Read in the source named."), DERIVED("derived",
            "Measured, or computed from published figures, as the locator says."), AUTHOR_FIGURE("author-figure",
                    "The author's own figure, without a set-up one could repeat."), FROM_MEMORY("from-memory",
                            "Recalled, no source read: not a citation.");

    private final String id;
    private final String meaning;

    How(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** As it is written in files and answers. */
    public String id() {
        return id;
    }

    /** What that grade means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The grade in words. */
    public String words() {
        return id.replace('-', ' ').replace("author figure", "author\u2019s figure");
    }

    static Optional<How> of(String id) {
        return Arrays.stream(values()).filter(how -> how.id.equals(id)).findFirst();
    }
}
