package dev.tare.intake.web;

import dev.tare.intake.Answers;
import dev.tare.intake.FormatReader;
import dev.tare.intake.PastImport;
import dev.tare.intake.Question;
import dev.tare.intake.Template;
import dev.tare.site.Invalid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The page files are chosen on: what can be chosen, what was wrong with the last choice, what was imported before. */
record ImportView(String slug, List<Format> formats, String format, List<Asked> questions,
        List<Invalid.Problem> problems, List<Past> past) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** An earlier import. */
    record Past(UUID id, String files, Instant at, String when, int added, int changed, int unchanged,
            boolean undoable, String undone) {
        static Past of(PastImport past) {
            return new Past(past.id(), past.files(), past.at(), WHEN.format(past.at()), past.added(), past.changed(),
                    past.unchanged(), past.undoable(), past.undoneAt() == null ? "" : WHEN.format(past.undoneAt()));
        }
    }

    /** A format that is read. */
    record Format(String id, String title, String takes, List<String> templates) {
        static Format of(FormatReader reader) {
            return new Format(reader.format(), reader.title(), reader.takes(),
                    reader.templates().stream().map(Template::name).toList());
        }
    }

    /** A question and what was answered last. */
    record Asked(Question question, String answer) {}

    static ImportView of(String slug, List<FormatReader> readers, String format, Answers answers,
            List<Invalid.Problem> problems, List<PastImport> past) {
        List<Asked> questions = AnswersOf.questions(readers).stream()
                .map(question -> new Asked(question, answers.text(question.id()).orElse(""))).toList();
        List<Format> formats = readers.stream().map(Format::of)
                .sorted(Comparator.comparing(Format::title, String.CASE_INSENSITIVE_ORDER)).toList();
        return new ImportView(slug, formats, format, questions, problems, past.stream().map(Past::of).toList());
    }

    /** Whether something was answered, so that the questions stand open. */
    public boolean isAnswered() {
        return questions.stream().anyMatch(asked -> !asked.answer().isEmpty());
    }
}
