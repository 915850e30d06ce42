package dev.tare.estate.web;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.web.Schema.Section;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A team. */
final class TeamPart implements Part {
    private static final Schema SCHEMA = new Schema(
            List.of(new Section("", "", List.of(Field.text("name", "Name", "", ""),
                    Field.amount("engineers", "Engineers", Quantity.NUMBER),
                    Field.amount("monthlyBudget", "Budget a month", Quantity.MONEY)))),
            List.of());

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public String list() {
        return "teams";
    }

    @Override
    public String word() {
        return "team";
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String name) {
        return document.teams().stream().filter(team -> team.name().equals(name)).findFirst().map(Trees::of);
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        return Edits.putTeam(was, Trees.to(tree, Team.class));
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        return List.of();
    }
}
