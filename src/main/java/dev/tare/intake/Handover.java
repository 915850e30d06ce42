package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import java.util.List;

/**
 * Everything one import is handed.
 *
 * @param uploads  files, or archives of files
 * @param format   {@link Intake#AUTO} or one format's name
 * @param answers  what people said beside the files
 * @param progress where to tell how far it has come
 */
public record Handover(List<Upload> uploads, String format, Answers answers, Progress progress) implements Given {
    /** The list is copied. */
    public Handover {
        uploads = List.copyOf(uploads);
    }

    @Override
    public Draft read(Intake intake, EstateDocument estate) {
        return intake.read(this);
    }

    /** Files alone; nobody watches. */
    public static Handover of(List<Upload> uploads, String format) {
        return new Handover(uploads, format, Answers.NONE, new Progress());
    }
}
