package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.PartErrors;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Takes a form in: stores the part it describes, unless something is wrong or someone else was faster. */
@Component
class PartForms {
    private final Estates estates;

    PartForms(Estates estates) {
        this.estates = estates;
    }

    /** What became of a form. */
    sealed interface Outcome {
        /** Stored under that name. */
        record Saved(String name) implements Outcome {}

        /** Fields are wrong. */
        record Wrong(List<Problem> problems) implements Outcome {}

        /** Someone else changed the part since the form was opened. */
        record Meanwhile(ObjectNode theirs) implements Outcome {}

        /** Someone else took the part away, or renamed it, since the form was opened. */
        record Gone() implements Outcome {}
    }

    /** Stops a change without being an error of anybody. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        Stopped(Outcome outcome) {
            super("stopped", null, false, false);
            this.outcome = outcome;
        }
    }

    Outcome submit(Part part, String slug, @Nullable String was, Form form) {
        EstateDocument document = estates.get(slug).document();
        try {
            FormReader reader = new FormReader(part.schema(), Currencies.of(document));
            ObjectNode tree = reader.read(form);
            List<Problem> problems = problems(part, form, reader, document, tree);
            return problems.isEmpty() ? store(part, slug, was, form, tree) : new Outcome.Wrong(problems);
        } catch (JacksonException damaged) {
            throw new Unreadable("The form did not arrive as it was sent.");
        }
    }

    private static List<Problem> problems(Part part, Form form, FormReader reader, EstateDocument document,
            ObjectNode tree) {
        List<Problem> problems = new ArrayList<>(reader.problems());
        if (form.value(part.key()).isEmpty()) {
            problems.addFirst(Problem.at(part.key(), part.key().equals("name") ? "a name" : "a service", "nothing"));
        }
        problems.addAll(part.problems(document, tree));
        return problems;
    }

    private Outcome store(Part part, String slug, @Nullable String was, Form form, ObjectNode tree) {
        try {
            PartErrors.relativeTo(part.list(), () -> estates.change(slug, document -> {
                if (was != null) {
                    mustBeAsOpened(part.find(document, was), form);
                }
                return part.put(was, tree).apply(document);
            }));
            return new Outcome.Saved(form.value(part.key()));
        } catch (Stopped stopped) {
            return stopped.outcome;
        } catch (Invalid wrong) {
            return new Outcome.Wrong(wrong.problems());
        }
    }

    private static void mustBeAsOpened(Optional<ObjectNode> current, Form form) {
        ObjectNode theirs = current.orElseThrow(() -> new Stopped(new Outcome.Gone()));
        if (!Trees.text(theirs).equals(form.opened())) {
            throw new Stopped(new Outcome.Meanwhile(theirs));
        }
    }
}
