package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.review.decision.Wording.Answer;
import dev.tare.review.decision.Wording.Option;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the form of a decision sends. */
record DecisionForm(MultiValueMap<String, String> fields) {
    /** The draft typed, for these options and questions. */
    Draft draft(Sheet sheet, List<Answer> questions, Status before) {
        Status status = Status.of(text("status"))
                .filter(each -> each != Status.SUPERSEDED || before == Status.SUPERSEDED).orElse(before);
        return new Draft(text("title").strip(), status, number("supersedes"),
                new Wording(text("chosen"), text("people"), text("context"), text("drivers"), text("outcome"),
                        text("consequences"), text("confirmation"),
                        IntStream.range(0, sheet.columns().size())
                                .mapToObj(i -> new Option(sheet.columns().get(i).scenario(), text("good", i),
                                        text("bad", i)))
                                .toList(),
                        IntStream.range(0, questions.size())
                                .mapToObj(i -> new Answer(questions.get(i).question(), text("answer", i))).toList()));
    }

    /** The version the reader saw; below 0 where the form does not say. */
    long version(String name) {
        Integer number = number(name);
        return number == null ? -1 : number;
    }

    String text(String name) {
        return text(name, 0);
    }

    private String text(String name, int position) {
        List<String> values = fields.getOrDefault(name, List.of());
        String value = position < values.size() ? values.get(position) : "";
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    private @Nullable Integer number(String name) {
        try {
            return text(name).isEmpty() ? null : Integer.valueOf(text(name));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
