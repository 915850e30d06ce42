package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.Question;
import dev.tare.comparison.graph.Picture;
import dev.tare.comparison.graph.Picture.Fate;
import dev.tare.comparison.web.GraphQuery.By;
import dev.tare.comparison.web.GraphQuery.Weigh;
import dev.tare.comparison.web.GraphScene.Row;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallTares;
import dev.tare.engine.CallTares.CallTare;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the graph page shows, written out.
 *
 * @param title  what the picture shows, in a sentence
 * @param svg    the picture
 * @param notes  what is left out of it or put together, and why
 * @param parts  what the calls carry by line, and what none of them does
 * @param groups closed and opened groups, with the address that opens or closes each
 */
record GraphPage(String slug, String name, String facts, String headline, String over, String title, String svg,
        List<String> notes, List<Choice> weighs, List<Row> rows, List<PartRow> parts, List<Choice> groups, Form form,
        Mine mine, String file, boolean overlay) {
    private static final int MOST_ROWS = 400;

    /** Something that can be chosen, and where that leads. */
    record Choice(String value, String name, String address, boolean chosen) {}

    /** A line of the bill: what calls carry of it, and what none of them does. */
    record PartRow(String name, String carried, String range, String elsewhere, String working) {}

    /** The form's fields as they stand. */
    record Form(String action, List<Choices.Shape> scenarios, List<Choices.Shape> overlays, List<Choice> by,
            boolean leafs, boolean async, boolean external, boolean hosts, String find, List<String> names,
            List<Hidden> carried) {}

    static GraphPage of(Snapshot estate, GraphQuery query, GraphScene scene, Weighed now, @Nullable Weighed then,
            Picture picture, String svg, Catalogue catalogue, Figures figures) {
        Writer writer = new Writer(figures, now.currency());
        String path = "/estates/" + estate.slug() + "/graph";
        return new GraphPage(estate.slug(), estate.document().name(), title(now),
                headline(estate, now, writer), then == null ? "" : over(now, then, writer), picture.title(), svg,
                notes(scene, query, picture), weighs(query, path),
                scene.rows().stream().limit(MOST_ROWS).toList(), parts(estate.slug(), query, now, writer),
                groups(scene, query, path), form(estate, query, now, path, catalogue),
                Mine.of(query.whatIf(), other -> query.holding(other).address(path), catalogue, figures),
                query.address(path + ".svg"), then != null);
    }

    static String title(Weighed weighed) {
        return (weighed.today() ? "Today: " : "") + weighed.shape() + ", " + weighed.grouping().words();
    }

    /** How much of it there is, and where most of the tare is. */
    static String headline(Snapshot estate, Weighed now, Writer writer) {
        CallTares.Facts facts = now.tares().structure();
        String counts = GraphScene.services(now.units().length) + ", " + GraphScene.calls(now.calls().size()) + ", "
                + writer.figures().number(facts.hopsPerRequest()) + " hops a request";
        Optional<Integer> most = IntStream.range(0, now.calls().size()).boxed()
                .filter(call -> now.tares().calls().get(call).total().likely() > 0)
                .max(Comparator.comparingDouble(call -> now.tares().calls().get(call).total().likely()));
        return most.map(call -> counts + "; " + name(estate, now.calls().get(call).from()) + " → "
                + name(estate, now.calls().get(call).to()) + " carries the most tare: "
                + writer.amount(Measure.COST, now.tares().calls().get(call).total().likely()) + " a month.")
                .orElse(counts + ": all calls stay inside a unit.");
    }

    private static String name(Snapshot estate, int service) {
        return estate.document().services().get(service).name();
    }

    /** What becomes of the hops in the scenario laid over. */
    private static String over(Weighed now, Weighed then, Writer writer) {
        long gone = IntStream.range(0, now.calls().size()).filter(call -> remote(now, call) && !remote(then, call))
                .count();
        long added = IntStream.range(0, now.calls().size()).filter(call -> !remote(now, call) && remote(then, call))
                .count();
        double saved = sum(now, Range::likely) - sum(then, Range::likely);
        String hops = gone == 0 && added == 0
                ? "the same calls are hops"
                : (gone > 0 ? GraphScene.calls((int) gone) + (gone == 1 ? " is" : " are") + " no hop any more" : "")
                        + (gone > 0 && added > 0 ? ", " : "")
                        + (added > 0
                                ? GraphScene.calls((int) added) + (added == 1 ? " becomes" : " become") + " a hop"
                                : "");
        return "As " + then.shape() + ", " + then.grouping().words() + ": " + hops + "; calls carry "
                + writer.amount(Measure.COST, Math.abs(saved)) + " a month "
                + (saved >= 0 ? "less" : "more") + ", hops a request go from "
                + writer.figures().number(now.tares().structure().hopsPerRequest()) + " to "
                + writer.figures().number(then.tares().structure().hopsPerRequest()) + ".";
    }

    private static boolean remote(Weighed weighed, int call) {
        return weighed.tares().calls().get(call).remote();
    }

    private static double sum(Weighed weighed, ToDoubleFunction<Range> end) {
        return weighed.tares().calls().stream().map(CallTare::total).mapToDouble(end).sum();
    }

    private static List<String> notes(GraphScene scene, GraphQuery query, Picture picture) {
        List<String> notes = new ArrayList<>();
        GraphParts parts = scene.parts();
        if (parts.closed()) {
            notes.add(GraphScene.services(parts.count()) + " are too many to read at once: they are put together by "
                    + parts.by().words() + ". Open a group to see its services.");
        } else if (parts.by() != query.by()) {
            notes.add("Boxes are " + parts.by().words() + ".");
        }
        if (scene.loops() > 0) {
            notes.add(scene.loops() == 1
                    ? "One loop: services that call each other in a circle have a second frame."
                    : scene.loops()
                            + " loops: services that call each other in a circle have a second frame and a number.");
        }
        long lines = picture.lines().stream().filter(line -> line.fate() != Fate.OUTSIDE).count();
        if (lines < scene.sums().size()) {
            notes.add("The " + lines + " heaviest of " + scene.sums().size()
                    + " lines are drawn; the table has the others.");
        }
        if (!query.find().isEmpty()) {
            long found = IntStream.range(0, parts.groups().size()).flatMap(
                    i -> parts.groups().get(i).members().stream().mapToInt(Integer::intValue)).filter(parts::matches)
                    .count();
            notes.add(found == 0
                    ? "No service shown here is called anything like “" + query.find() + "”."
                    : GraphScene.services((int) found) + " found for “" + query.find() + "”, framed in colour.");
        }
        return notes;
    }

    private static List<Choice> weighs(GraphQuery query, String path) {
        return Arrays.stream(Weigh.values()).map(weigh -> new Choice(weigh.id(), weigh.words(),
                query.weighing(weigh).address(path), weigh == query.weigh())).toList();
    }

    private static List<PartRow> parts(String slug, GraphQuery query, Weighed now, Writer writer) {
        Workings workings = new Workings(slug, query.whatIf());
        List<PartRow> rows = new ArrayList<>();
        for (Part part : CallTares.PARTS) {
            Range carried = new Range(part(now, part, Range::low), part(now, part, Range::likely),
                    part(now, part, Range::high));
            Range elsewhere = now.tares().elsewhere().getOrDefault(part, new Range(0, 0, 0));
            if (carried.high() > 0) {
                rows.add(new PartRow(Words.id(part), writer.amount(Measure.COST, carried.likely()),
                        writer.range(Measure.COST, carried),
                        writer.amount(Measure.COST, Math.max(0, elsewhere.likely())),
                        workings.of(query.scenario().written(), Words.id(part), Measure.COST)));
            }
        }
        return rows;
    }

    private static double part(Weighed now, Part part, ToDoubleFunction<Range> end) {
        return now.tares().calls().stream().map(call -> call.parts().get(part))
                .mapToDouble(range -> range == null ? 0 : end.applyAsDouble(range)).sum();
    }

    private static List<Choice> groups(GraphScene scene, GraphQuery query, String path) {
        if (!scene.parts().closed()) {
            return List.of();
        }
        return scene.parts().groups().stream().filter(group -> group.members().size() > 1).map(group -> {
            java.util.Set<String> open = new java.util.TreeSet<>(query.open());
            if (!open.remove(group.name())) {
                open.add(group.name());
            }
            return new Choice(group.name(), group.name() + ", " + GraphScene.services(group.members().size()),
                    query.opening(open).address(path), query.open().contains(group.name()));
        }).toList();
    }

    private static Form form(Snapshot estate, GraphQuery query, Weighed now, String path, Catalogue catalogue) {
        String today = query.scenario().equals(Sought.TODAY)
                ? now.shape() + ", " + now.grouping().words()
                : "as it runs";
        List<Choices.Shape> overlays = new ArrayList<>();
        overlays.add(new Choices.Shape("", "nothing", query.to() == null));
        Sought over = query.to() == null ? new Sought(Question.TODAY) : query.to();
        Choices.pairs(catalogue.presets(), estate.document().shapes(), over, today).forEach(
                shape -> overlays.add(new Choices.Shape(shape.value(), shape.name(),
                        query.to() != null && shape.chosen())));
        List<Hidden> carried = query.fields().stream()
                .filter(field -> List.of("set", "calibrated", "weigh", "open").contains(field.name())
                        || field.name().equals("hide") && !field.value().equals(GraphQuery.LEAFS)
                                && !field.value().equals(GraphQuery.ASYNC))
                .toList();
        return new Form(path, Choices.pairs(catalogue.presets(), estate.document().shapes(), query.scenario(), today),
                overlays, Arrays.stream(By.values())
                        .map(by -> new Choice(by.id(), by.words(), "", by == query.by())).toList(),
                query.hide().contains(GraphQuery.LEAFS), query.hide().contains(GraphQuery.ASYNC), query.external(),
                !estate.document().external().isEmpty(), query.find(),
                estate.document().services().stream().map(service -> service.name()).toList(), carried);
    }
}
