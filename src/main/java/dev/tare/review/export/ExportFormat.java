package dev.tare.review.export;

import org.springframework.http.MediaType;

/** Writes an estate for one tool. Implementations are beans; {@link Exports} finds them. */
interface ExportFormat {
    /** In addresses, lower case. */
    String name();

    /** What it is called on pages. */
    String title();

    /** One sentence for people: what it holds and what opens it. */
    String holds();

    /** What the answer is. */
    MediaType type();

    /** How a file of it ends, without the point. */
    String extension();

    /** The whole text. */
    String write(Parcel parcel);
}
