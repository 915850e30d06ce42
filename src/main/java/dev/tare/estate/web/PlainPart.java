package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.web.Kind.Option;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part whose form shows its own fields and no more.
 *
 * @param home the page they are listed on
 * @param in   those of an estate
 * @param name what one is called
 * @param put  puts one into an estate
 */
record PlainPart<T>(String list, String home, String word, String key, Schema schema, Class<T> type,
        Function<EstateDocument, List<T>> in, Function<T, String> name, Put<T> put) implements Part {
    static final Part TEAM = new PlainPart<>("teams", "teams", "team", "name",
            fields(Field.text("name", "Name", "", ""),
                    Field.amount("engineers", "Engineers", Quantity.NUMBER),
                    Field.amount("monthlyBudget", "Budget a month", Quantity.MONEY)),
            Team.class, EstateDocument::teams,
            Team::name, Edits::putTeam);
    /** A service at which outside requests arrive. */
    static final Part ENTRY = new PlainPart<>("entries", "entries", "entry point", "service",
            fields(Field.text("service", "Service", "services", ""),
                    Field.amount("meanPerSecond", "Mean requests a second", Quantity.RATE),
                    Field.amount("peakPerSecond", "Peak requests a second", Quantity.RATE)),
            Entry.class, EstateDocument::entries, Entry::service, Edits::putEntry);

    /** Two services to keep apart or together. */
    static final Part LOCK = new PlainPart<>("locks", "advice", "lock", "service",
            fields(Field.text("service", "Service", "services", ""),
                    Field.choice("keep", "Keep", List.of(new Option(Lock.APART, "apart from"),
                            new Option(Lock.TOGETHER, "together with"))),
                    Field.text("other", "Other service", "services", ""),
                    Field.text("reason", "Why", "", "For those who find it later")),
            Lock.class, EstateDocument::locks, Lock::name, Edits::putLock);

    /** Puts a part in the place of the one called {@code was}, or at the end. */
    interface Put<T> {
        UnaryOperator<EstateDocument> in(@Nullable String was, T part);
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String called) {
        return in.apply(document).stream().filter(one -> name.apply(one).equals(called)).findFirst().map(Trees::of);
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        return put.in(was, Trees.to(tree, type));
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        return List.of();
    }

    private static Schema fields(Field... fields) {
        return new Schema(List.of(new Schema.Section("", "", List.of(fields))), List.of());
    }
}
