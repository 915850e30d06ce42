package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.web.Schema.Section;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An entry point: a service at which outside requests arrive. */
final class EntryPart implements Part {
    private static final Schema SCHEMA = new Schema(
            List.of(new Section("", "", List.of(Field.text("service", "Service", "services", ""),
                    Field.amount("meanPerSecond", "Mean requests a second", Quantity.RATE),
                    Field.amount("peakPerSecond", "Peak requests a second", Quantity.RATE)))),
            List.of());

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public String list() {
        return "entries";
    }

    @Override
    public String word() {
        return "entry point";
    }

    @Override
    public String key() {
        return "service";
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String name) {
        return document.entries().stream().filter(entry -> entry.service().equals(name)).findFirst().map(Trees::of);
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        return Edits.putEntry(was, Trees.to(tree, Entry.class));
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        return List.of();
    }
}
