package dev.tare.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six questions a deployment shape answers. */
public enum Axis {
    GROUPING("Which services share a process?"), PACKAGING("What is shipped?"), ISOLATION(
            "What keeps units apart?"), PLACEMENT("Who decides where it runs and restarts it?"), WIRING(
                    "How do units reach each other?"), WATCHING("How is it seen?");

    private final String question;

    Axis(String question) {
        this.question = question;
    }

    /** As it is written in files, addresses and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The question in plain words. */
    public String question() {
        return question;
    }

    /** The axes that make a shape: all but the grouping. */
    public static List<Axis> ofShape() {
        return List.of(PACKAGING, ISOLATION, PLACEMENT, WIRING, WATCHING);
    }

    /** The axis with that id. */
    public static Optional<Axis> of(String id) {
        return Arrays.stream(values()).filter(axis -> axis.id().equals(id)).findFirst();
    }
}
