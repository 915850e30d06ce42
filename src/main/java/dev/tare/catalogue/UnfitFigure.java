package dev.tare.catalogue;

/** A figure that cannot stand for an assumption: another kind of quantity, or far outside sense. */
public final class UnfitFigure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String expected;

    UnfitFigure(String expected) {
        super("expected " + expected);
        this.expected = expected;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}
