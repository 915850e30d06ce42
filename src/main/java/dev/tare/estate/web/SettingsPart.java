package dev.tare.estate.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.Terms;
import dev.tare.estate.web.Kind.Option;
import dev.tare.estate.web.Schema.Section;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an estate is called, the money it counts in and what runs today. */
final class SettingsPart implements Part {
    private static final String HAND_MADE = "hand-made";
    private final Schema schema;

    SettingsPart(Catalogue catalogue) {
        List<Option> presets = catalogue.presets().stream().map(one -> new Option(one.id(), one.name())).toList();
        List<Option> groupings = new ArrayList<>(ServiceSchema.options(Terms.GROUPING));
        groupings.add(new Option(HAND_MADE, "hand-made, as it is"));
        this.schema = new Schema(List.of(new Section("", "", List.of(Field.text("name", "Name", "", ""),
                Field.choice("currency", "Currency", ServiceSchema.options(catalogue.currencies())),
                Field.choice("today.preset", "What runs today", presets),
                Field.choice("today.grouping", "Grouping today", groupings)))), List.of());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String home() {
        return "services";
    }

    @Override
    public String list() {
        return "settings";
    }

    @Override
    public String word() {
        return "settings";
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String name) {
        EstateDocument bare = EstateDocument.named(document.name()).stating(document.name(), document.currency(),
                document.today());
        ObjectNode tree = Trees.of(bare);
        if (document.today() != null && document.today().grouping() instanceof Map) {
            Tree.put(tree, "today.grouping", tree.stringNode(HAND_MADE));
        }
        return Optional.of(tree);
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        EstateDocument wanted = Trees.to(tree, EstateDocument.class);
        return document -> document.stating(wanted.name(), wanted.currency(), today(document.today(), wanted.today()));
    }

    /** Single axes stay only as long as the preset they vary stays. */
    private static @Nullable Today today(@Nullable Today was, @Nullable Today wanted) {
        if (wanted == null) {
            return null;
        }
        if (was == null) {
            return wanted;
        }
        Object grouping = HAND_MADE.equals(wanted.grouping()) ? was.grouping() : wanted.grouping();
        boolean same = Objects.equals(was.preset(), wanted.preset());
        return new Today(wanted.preset(), same ? was.axes() : null, grouping);
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        boolean none = document.today() == null || !(document.today().grouping() instanceof Map);
        return none && HAND_MADE.equals(tree.path("today").path("grouping").asString(""))
                ? List.of(Problem.at("today.grouping", "a grouping; none is made by hand yet", HAND_MADE))
                : List.of();
    }
}
