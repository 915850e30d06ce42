package dev.tare.intake.web;

import dev.tare.intake.Answers;
import dev.tare.intake.FormatReader;
import dev.tare.intake.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a request says beside its files: the fields that some reader asks for. */
final class AnswersOf {
    private AnswersOf() {}

    static List<Question> questions(List<FormatReader> readers) {
        return readers.stream().flatMap(reader -> reader.questions().stream()).distinct().toList();
    }

    static Answers of(Map<String, String> fields, List<FormatReader> readers) {
        Map<String, String> answers = new HashMap<>();
        questions(readers).forEach(question -> {
            String value = fields.get(question.id());
            if (value != null) {
                answers.put(question.id(), value);
            }
        });
        return new Answers(answers);
    }
}
