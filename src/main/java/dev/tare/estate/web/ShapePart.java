package dev.tare.estate.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Refusal;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.ShapeLink;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A shape composed by hand: an option on each axis, services by unit where they are grouped by hand, figures of its own. */
final class ShapePart implements Part {
    private static final int MOST_NAMED = 4;
    private final Catalogue catalogue;
    private final Schema schema;

    ShapePart(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.schema = ShapeSchema.of(catalogue);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String list() {
        return "shapes";
    }

    @Override
    public String word() {
        return "shape";
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Optional<ObjectNode> find(EstateDocument document, String name) {
        return document.shapes().stream().filter(shape -> shape.name().equals(name)).findFirst()
                .map(shape -> ShapeTree.of(document, shape));
    }

    @Override
    public UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree) {
        return Edits.putShape(was, ShapeTree.shape(tree));
    }

    /** Starts from the shape a link holds, the preset it names, or from what runs today; every service may be put into a unit. */
    @Override
    public Form fresh(EstateDocument document, Form suggested) {
        Form form = ShapeLink.read(suggested.value("shape"))
                .map(shape -> new FormWriter(schema, Currencies.of(document)).write(ShapeTree.of(document, shape)))
                .map(written -> written.with(Form.OPENED, ""))
                .orElseGet(() -> new ShapeStart(catalogue).complete(document, suggested));
        return form.rows(ShapeSchema.UNITS).isEmpty()
                ? form.withRows(ShapeSchema.UNITS, ShapeTree.alone(document))
                : form;
    }

    @Override
    public List<Problem> problems(EstateDocument document, ObjectNode tree) {
        List<Problem> problems = new ArrayList<>(impossible(tree));
        int index = 0;
        List<String> seen = new ArrayList<>();
        for (JsonNode row : tree.path(ShapeSchema.UNITS)) {
            String service = row.path("service").asString("");
            String at = ShapeSchema.UNITS + "[" + index++ + "].service";
            if (!ServicePart.names(document).contains(service)) {
                problems.add(Problem.at(at, "a service of this estate", service));
            } else if (seen.contains(service)) {
                problems.add(Problem.at(at, "each service once", service));
            }
            seen.add(service);
        }
        problems.addAll(figures(tree));
        return problems;
    }

    /** What cannot stand together, said at its axis, with the options that would do. */
    private List<Problem> impossible(ObjectNode tree) {
        Map<String, String> axes = new LinkedHashMap<>();
        Axis.ofShape().forEach(axis -> {
            String option = tree.path("axes").path(axis.id()).asString("");
            if (!option.isEmpty()) {
                axes.put(axis.id(), option);
            }
        });
        axes.put(Axis.GROUPING.id(), tree.path("grouping").asString("one-each"));
        String ways = ways(axes);
        return catalogue.conflicts(axes).stream().map(refusal -> problem(refusal, axes, ways)).toList();
    }

    private static Problem problem(Refusal refusal, Map<String, String> axes, String ways) {
        Axis axis = refusal.axis();
        String path = axis == null ? "axes" : axis == Axis.GROUPING ? "grouping" : "axes." + axis.id();
        String found = axis == null ? "" : axes.getOrDefault(axis.id(), "nothing");
        return Problem.at(path, refusal.other() == null ? refusal.reason() : refusal.reason() + ways, found);
    }

    private String ways(Map<String, String> axes) {
        return catalogue.waysOut(axes).entrySet().stream()
                .map(way -> " It would stand with another " + way.getKey().id() + ": " + named(way.getValue()) + ".")
                .collect(Collectors.joining());
    }

    private static String named(List<Option> options) {
        String names = options.stream().limit(MOST_NAMED).map(Option::name).collect(Collectors.joining(", "));
        return options.size() > MOST_NAMED ? names + " and " + (options.size() - MOST_NAMED) + " more" : names;
    }

    private List<Problem> figures(ObjectNode tree) {
        List<Problem> problems = new ArrayList<>();
        int index = 0;
        for (JsonNode row : tree.path(ShapeSchema.FIGURES)) {
            String at = ShapeSchema.FIGURES + "[" + index++ + "].";
            String key = row.path("key").asString("");
            if (catalogue.entry(key).filter(entry -> entry.usable()).isEmpty()) {
                problems.add(Problem.at(at + "key", "the key of an assumption with figures", key));
            } else if (!row.has("value")) {
                problems.add(Problem.at(at + "value", "a number in " + unit(key), "nothing"));
            }
        }
        return problems;
    }

    private String unit(String key) {
        return catalogue.entry(key).map(entry -> entry.unit()).orElse("its unit");
    }
}
