package dev.tare.site;

/** What was asked for is not there: a 404. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names what is not there, as a sentence for people: "No estate is called 'shop'". */
    public NotFound(String message) {
        super(message);
    }
}
