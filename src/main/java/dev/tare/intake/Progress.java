package dev.tare.intake;

/** How far an import has come; written by the one that reads, looked at by others. */
public final class Progress {
    private volatile Step step = new Step(Stage.WAITING, "", 0, 0);

    /** What is being done. */
    public enum Stage {
        /** Nothing yet. */
        WAITING,
        /** Opening an archive. */
        UNPACKING,
        /** Asking a running system. */
        ASKING,
        /** Reading a file. */
        READING,
        /** Comparing with the estate. */
        COMPARING
    }

    /** One look: bytes (asking: things) done of those there are. */
    public record Step(Stage stage, String file, long bytes, long of) {}

    /** Where it stands. */
    public Step step() {
        return step;
    }

    /** Asking a running system for one of several things. */
    public void asking(String what, long done, long of) {
        at(Stage.ASKING, what, done, of);
    }

    void at(Stage stage, String file, long bytes, long of) {
        step = new Step(stage, file, bytes, of);
    }
}
