package dev.tare.estate.rest;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call by its two ends and, where several join the same two services, by kind and mode. */
record CallAddress(String pair, @Nullable String kind, @Nullable String mode) {
    private static final String ARROW = "->";

    /** From the rest of an address, which starts with a slash. */
    static CallAddress of(String rest, @Nullable String kind, @Nullable String mode) {
        return new CallAddress(Answers.name(rest), kind, mode);
    }

    static String name(Call call) {
        return call.from() + ARROW + call.to();
    }

    /** The one call that is meant. */
    Call in(EstateDocument document) {
        List<Call> found = document.calls().stream().filter(this::means).toList();
        return switch (found.size()) {
            case 0 -> throw new NotFound("No call is '" + pair + "'. Calls are addressed as caller->callee.");
            case 1 -> found.getFirst();
            default -> throw new Invalid(found.size() + " calls are '" + pair + "': say which by kind and mode.",
                    List.of(Problem.at("kind, mode", "those of one call", found.size() + " calls")));
        };
    }

    /** A body that does not repeat the ends means those of the call it replaces. */
    @SuppressWarnings("NullAway") // a body may leave out what a document must not
    static Call completed(Call body, Call was) {
        return body.between(body.from() == null ? was.from() : body.from(), body.to() == null ? was.to() : body.to());
    }

    private boolean means(Call call) {
        return name(call).equals(pair) && (kind == null || kind.equals(kindOf(call)))
                && (mode == null || mode.equals(modeOf(call)));
    }

    private static String kindOf(Call call) {
        return call.kind() == null ? "call" : call.kind();
    }

    private static String modeOf(Call call) {
        return call.mode() == null ? "sequential" : call.mode();
    }
}
