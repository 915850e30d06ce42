package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.comparison.web.Sheet.Refused;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the compare page shows.
 *
 * @param told    absent where nothing could be weighed
 * @param slots   a column each: a scenario to swap, or room for one more
 * @param blocked scenarios that cannot be weighed, with a way to leave each out
 * @param starts  comparisons to begin with, where fewer than two stand here
 */
record ComparePage(String slug, String name, @Nullable Told told, List<Slot> slots, List<Blocked> blocked,
        List<Link> starts, List<Choices.Tab> measures, Link sort, Map<String, String> folds, List<Mine> yours,
        String takeBack, List<Hidden> fields, String left, Links links) {
    private static final List<String> GROUPED = List.of("per-team", "advised", "all-in-one");

    /** A column's choice; {@code remove} and {@code baseline} are empty where there is nothing to do. */
    record Slot(String id, String label, List<Choices.Shape> shapes, String remove, String baseline, boolean add) {}

    /** A scenario that cannot be weighed. */
    record Blocked(Refused refused, String leave) {}

    /** Words and where they lead. */
    record Link(String words, String address) {}

    /** A figure of the reader's own. */
    record Mine(Change change, String takeBack) {}

    /** Where this comparison can be taken. */
    record Links(String here, String decide, String markdown, String csv, String weight, String compose,
            String calibrate, boolean calibrated) {}

    static ComparePage of(Snapshot estate, CompareQuery query, Sheet sheet, Catalogue catalogue, Figures figures) {
        return new Maker(estate, query, sheet, catalogue, figures).page();
    }

    /** What the page is made of. */
    private record Maker(Snapshot estate, CompareQuery query, Sheet sheet, Catalogue catalogue, Figures figures) {
        ComparePage page() {
            return new ComparePage(slug(), estate.document().name(), sheet.columns().isEmpty() ? null : told(),
                    slots(), sheet.refused().stream().map(this::blocked).toList(), starts(), measures(),
                    query.byDifference()
                            ? new Link("As on a bill", query.sorted(false).address(slug()))
                            : new Link("Largest difference first", query.sorted(true).address(slug())),
                    folds(), yours(),
                    query.with(new WhatIf(Map.of(), query.whatIf().calibrated())).address(slug()), query.others(),
                    query.left().stream().map(Sought::words).collect(Collectors.joining(", ")), links());
        }

        private String slug() {
            return estate.slug();
        }

        private Told told() {
            Workings workings = new Workings(slug(), query.whatIf());
            return Told.of(sheet, figures, (column, part, measure) -> workings.of(
                    sheet.columns().get(column).scenario(), part, CompareWords.measure(measure)),
                    new Told.Layout(query.byDifference(), query.folded()));
        }

        /** Those that stand here, in the order of the columns, and room for one more. */
        private List<Slot> slots() {
            List<Slot> slots = new ArrayList<>();
            for (int i = 0; i < sheet.columns().size(); i++) {
                slots.add(slot(i, new Sought(sheet.columns().get(i).scenario())));
            }
            if (query.scenarios().size() < CompareQuery.MOST) {
                List<Choices.Shape> shapes = new ArrayList<>(
                        List.of(new Choices.Shape("", "Add a scenario\u2026", true)));
                shapes.addAll(shapes(null));
                slots.add(new Slot("s-add", "Add a scenario", shapes, "", "", true));
            }
            return slots;
        }

        private Slot slot(int i, Sought sought) {
            return new Slot("s-" + i, i == 0 ? "Scenario the others are held against" : "Scenario " + (i + 1),
                    shapes(sought), query.scenarios().size() > 1 ? query.without(sought).address(slug()) : "",
                    i == 0 ? "" : query.against(sought).address(slug()), false);
        }

        private List<Choices.Shape> shapes(@Nullable Sought chosen) {
            List<Choices.Shape> shapes = new ArrayList<>();
            shapes.add(shape(Sought.TODAY.written(), "Today, as it runs", chosen));
            GROUPED.forEach(grouping -> shapes.add(shape(Sought.TODAY.written() + ":" + grouping,
                    "Today\u2019s shape, " + grouped(grouping), chosen)));
            for (SavedShape kept : estate.document().shapes()) {
                shapes.add(shape(dev.tare.estate.ShapeLink.saved(kept.name()), kept.name() + " (kept)", chosen));
            }
            for (Preset preset : catalogue.presets()) {
                shapes.add(shape(preset.id(), preset.name() + ", " + grouped(preset.grouping()), chosen));
            }
            if (chosen != null && shapes.stream().noneMatch(Choices.Shape::chosen)) {
                shapes.add(new Choices.Shape(chosen.written(), chosen.words(), true));
            }
            return shapes;
        }

        private static Choices.Shape shape(String value, String name, @Nullable Sought chosen) {
            return new Choices.Shape(value, name, chosen != null && chosen.written().equals(value));
        }

        private static String grouped(String grouping) {
            return dev.tare.comparison.Grouping.read(grouping).words();
        }

        private Blocked blocked(Refused refused) {
            return new Blocked(refused, query.without(new Sought(refused.scenario())).address(slug()));
        }

        private List<Link> starts() {
            if (sheet.columns().size() > 1) {
                return List.of();
            }
            return List.of(start("Today against one process", "today", "vm-systemd"),
                    start("Today against the advised grouping", "today", "today:advised"),
                    start("Kubernetes with a mesh, without, and Nomad", "eks-istio-sidecar", "eks", "nomad"));
        }

        private Link start(String words, String... scenarios) {
            return new Link(words, query.with(Arrays.stream(scenarios).map(Sought::new).toList()).address(slug()));
        }

        private List<Choices.Tab> measures() {
            return Arrays.stream(Measure.values()).map(each -> new Choices.Tab(Words.tab(each),
                    query.with(each).address(slug()), each == query.measure())).toList();
        }

        private Map<String, String> folds() {
            return new LinkedHashSet<>(List.of(Told.LINES, Told.MEASURES, Told.GIVES, Told.OPTIONS)).stream()
                    .collect(Collectors.toMap(group -> group, group -> query.turned(group).address(slug())));
        }

        private List<Mine> yours() {
            WhatIf whatIf = query.whatIf();
            return whatIf.figures().keySet().stream()
                    .flatMap(key -> Change.of(key, whatIf, null, catalogue, figures).stream())
                    .map(change -> new Mine(change, query.with(whatIf.without(change.key())).address(slug())))
                    .toList();
        }

        private Links links() {
            List<Sought> shown = sheet.columns().stream().map(each -> new Sought(each.scenario())).toList();
            CompareQuery here = query.with(shown);
            String path = "/estates/" + slug() + "/compare";
            String second = shown.size() > 1 ? shown.get(1).encoded() : Sought.TODAY.encoded();
            String first = Optional.of(shown).filter(each -> !each.isEmpty()).map(each -> each.getFirst().encoded())
                    .orElse(Sought.TODAY.encoded());
            WhatIf whatIf = query.whatIf();
            return new Links(query.address(slug()), here.at("/estates/" + slug() + "/decisions/new"),
                    here.at(path + ".md"), here.at(path + ".csv"),
                    "/estates/" + slug() + "?measure=" + Words.id(query.measure()) + "&a=" + first + "&b=" + second,
                    "/estates/" + slug() + "/shapes/new",
                    query.with(whatIf.calibrated(!whatIf.calibrated())).address(slug()), whatIf.calibrated());
        }
    }

    /** How many columns there is room for beyond those that stand here. */
    public int empty() {
        return CompareQuery.MOST - slots.size();
    }

    /** How many scenarios stand here. */
    public int shown() {
        return (int) IntStream.range(0, slots.size()).filter(i -> !slots.get(i).add()).count();
    }
}
