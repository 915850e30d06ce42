package dev.tare.engine;

import java.util.List;

/** Services set together by hand that another rule keeps apart; no grouping can keep both. */
public final class Contradiction extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Blocker> blockers;

    /** Names the rules in the way. */
    public Contradiction(List<Blocker> blockers) {
        super("expected rules that can be kept at once, found " + blockers);
        this.blockers = List.copyOf(blockers);
    }

    /** The rules in the way. */
    public List<Blocker> blockers() {
        return blockers;
    }
}
