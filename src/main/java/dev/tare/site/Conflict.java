package dev.tare.site;

/** Someone else changed it in the meantime: a 409 that carries the version that is current now. */
public class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String currentVersion;

    /** Says what changed, as a sentence for people, and the version that is current now. */
    public Conflict(String message, String currentVersion) {
        super(message);
        this.currentVersion = currentVersion;
    }

    /** The version to read before trying again, as the ETag writes it (without quotes). */
    public String currentVersion() {
        return currentVersion;
    }
}
