package dev.tare.intake;

import java.util.List;

/** Reads one format. Implementations are beans in a package of their own; {@link Intake} finds them. */
public interface FormatReader {
    /** The format's name in the API, lower case. */
    String format();

    /** The format's name on screens. */
    String title();

    /** One sentence for people: which files are meant and how to get them. */
    String takes();

    /** What it asks beside the files; the import page and the API offer these. */
    default List<Question> questions() {
        return List.of();
    }

    /** Files to fill in; the import page offers them. */
    default List<Template> templates() {
        return List.of();
    }

    /** Whether a file looks like this format, judged by its start. */
    boolean recognises(Sample sample);

    /**
     * Reads all files of this format together, so that they can name each other. A file may be far larger than memory:
     * readers of formats that grow open {@link Upload#content()} and stream.
     */
    Draft read(List<Upload> files, Answers answers);
}
