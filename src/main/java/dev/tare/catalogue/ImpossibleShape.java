package dev.tare.catalogue;

import java.util.List;

/** The options asked for do not exist or cannot stand together. */
public class ImpossibleShape extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    ImpossibleShape(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** One sentence for each condition that is not met. */
    public List<String> reasons() {
        return reasons;
    }
}
