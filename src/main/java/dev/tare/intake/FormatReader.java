package dev.tare.intake;

import java.util.List;

/** Reads one format. Implementations are beans in a package of their own; {@link Intake} finds them. */
public interface FormatReader {
    /** The format's name in the API and on screens, lower case. */
    String format();

    /** Whether a file looks like this format, judged by its content. */
    boolean recognises(Sample sample);

    /** Reads all files of this format together, so that they can name each other. */
    Draft read(List<Upload> files);
}
