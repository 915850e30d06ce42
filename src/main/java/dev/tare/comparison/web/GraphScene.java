package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.graph.Picture;
import dev.tare.comparison.graph.Picture.At;
import dev.tare.comparison.graph.Picture.Box;
import dev.tare.comparison.graph.Picture.Cell;
import dev.tare.comparison.graph.Picture.Fate;
import dev.tare.comparison.graph.Picture.Line;
import dev.tare.comparison.graph.Picture.Mark;
import dev.tare.comparison.web.GraphParts.Group;
import dev.tare.comparison.web.GraphQuery.By;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallTares;
import dev.tare.engine.Measure;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts an estate's calls into a picture and the rows of its table, in the same words and figures. */
final class GraphScene {
    private static final int MOST_LINES = 300;
    private static final int FEW_LINES = 48;
    private static final int LABELLED = 24;

    private final Snapshot estate;
    private final GraphQuery query;
    private final Weighed now;
    private final @Nullable Weighed then;
    private final GraphParts parts;
    private final GraphLines lines;
    private final List<GraphLines.Sum> sums;
    private final Writer writer;
    private final int[] hops;
    private final int[] loopNumbers;

    /**
     * A line of the picture as a row.
     *
     * @param kind  whether and how it is waited for
     * @param fate  what it is, or becomes
     * @param about from and to in words
     */
    record Row(String id, String from, String fromHref, String to, String toHref, String kind, String fate, String rate,
            String money, String range, String ms, int calls, boolean loop) {}

    GraphScene(Snapshot estate, GraphQuery query, Calls now, @Nullable Calls then, Writer writer) {
        this.estate = estate;
        this.query = query;
        this.now = now.weighed();
        this.then = then == null ? null : then.weighed();
        this.writer = writer;
        parts = new GraphParts(estate.document(), this.now, units(), query);
        lines = new GraphLines(parts, this.now, now.ms(), this.then, then == null ? new double[0] : then.ms(),
                !query.hide().contains(GraphQuery.ASYNC));
        sums = lines.sums(query.weigh());
        hops = GraphParts.hopsIn(this.now.calls(), this.now.units(), facts().entries().keySet());
        loopNumbers = loopNumbers();
    }

    /** The calls of a scenario, and ms of a request by call, NaN where nobody asks for it. */
    record Calls(Weighed weighed, double[] ms) {}

    GraphParts parts() {
        return parts;
    }

    /** Drawn lines, heaviest first. */
    List<GraphLines.Sum> sums() {
        return sums;
    }

    /** Loops of the estate's calls. */
    int loops() {
        return (int) IntStream.of(loopNumbers).filter(each -> each > 0).distinct().count();
    }

    private CallTares.Facts facts() {
        return now.tares().structure();
    }

    private int[] units() {
        return then == null ? now.units() : then.units();
    }

    /** Loops by number from 1; 0 in none. */
    private int[] loopNumbers() {
        Map<Integer, Integer> numbers = new HashMap<>();
        return IntStream.of(facts().loops())
                .map(loop -> loop < 0 ? 0 : numbers.computeIfAbsent(loop, _ -> numbers.size() + 1)).toArray();
    }

    Picture picture(String title) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < parts.groups().size(); i++) {
            boxes.add(box(i));
        }
        List<Line> drawn = new ArrayList<>();
        double most = sums.stream().filter(sum -> sum.key.fate() != Fate.INSIDE)
                .mapToDouble(sum -> sum.of(query.weigh())).max().orElse(0);
        boolean few = sums.size() <= FEW_LINES;
        for (int i = 0; i < Math.min(MOST_LINES, sums.size()); i++) {
            drawn.add(line(i, most, few || i < LABELLED));
        }
        if (query.external()) {
            outside(boxes, drawn);
        }
        return new Picture(title, boxes, drawn);
    }

    private Box box(int i) {
        Group group = parts.groups().get(i);
        List<Cell> cells = new ArrayList<>(group.listed().stream().map(this::cell).toList());
        if (group.others() > 0) {
            cells.add(closed(i, group, !cells.isEmpty()));
        }
        boolean titled = cells.size() > 1 || group.open() && (parts.closed() || parts.by() != By.UNIT);
        return new Box(titled ? group.name() : "", titled ? note(group) : "", fresh(group), cells);
    }

    private static String note(Group group) {
        return services(group.members().size());
    }

    /** Whether a box is a unit that is not one now. */
    private boolean fresh(Group group) {
        return then != null && parts.by() == By.UNIT
                && group.members().stream().map(member -> now.units()[member]).distinct().count() > 1;
    }

    private Cell closed(int i, Group group, boolean rest) {
        Set<Mark> marks = EnumSet.of(Mark.GROUP);
        if (group.members().stream().anyMatch(facts().entries()::containsKey)) {
            marks.add(Mark.ENTRY);
        }
        String name = rest ? group.others() + " more" : group.name();
        String note = rest
                ? "the busiest are shown"
                : services(group.members().size()) + ", " + calls(lines.inside(i)) + " inside";
        return new Cell("g-" + i, name, note, rest
                ? ""
                : query.opening(group.name()).address("/estates/" + estate.slug() + "/graph") + "#graph-title",
                (rest ? name : "Open " + name) + ": " + note, marks);
    }

    private Cell cell(int service) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Double entering = facts().entries().get(service);
        if (entering != null) {
            marks.add(Mark.ENTRY);
        }
        if (loopNumbers[service] > 0) {
            marks.add(Mark.LOOP);
        }
        if (parts.matches(service)) {
            marks.add(Mark.FOUND);
        }
        String name = estate.document().services().get(service).name();
        String note = (entering != null ? "in " + rate(entering) : depth(hops[service]))
                + (loopNumbers[service] > 0 ? ", loop " + loopNumbers[service] : "");
        return new Cell("s-" + service, name, note, Place.service(estate.slug(), name), name + ": " + note
                + ", " + writer.figures().rate(facts().perSecond()[service]), marks);
    }

    private static String depth(int hops) {
        return hops < 0 ? "not reached" : hops == 0 ? "no hop in" : hops == 1 ? "1 hop in" : hops + " hops in";
    }

    private Line line(int i, double most, boolean labelled) {
        GraphLines.Sum sum = sums.get(i);
        double width = most > 0 ? Math.sqrt(Math.max(0, sum.of(query.weigh())) / most) : 0;
        return new Line("c-" + i, sum.key.from(), sum.key.to(), sum.key.async(), loop(sum), sum.key.fate(), width,
                labelled ? label(sum) : "", words(sum));
    }

    private boolean loop(GraphLines.Sum sum) {
        return sum.calls.stream().anyMatch(call -> {
            int from = now.calls().get(call).from();
            int to = now.calls().get(call).to();
            return from == to || loopNumbers[from] > 0 && loopNumbers[from] == loopNumbers[to];
        });
    }

    private String label(GraphLines.Sum sum) {
        return switch (sum.key.fate()) {
            case INSIDE, OUTSIDE -> "";
            case HOP -> figure(sum);
            case REMOVED -> "gone " + figure(sum);
            case ADDED -> "new " + figure(sum);
        };
    }

    private String figure(GraphLines.Sum sum) {
        return switch (query.weigh()) {
            case MONEY -> writer.amount(Measure.COST, sum.money);
            case RATE -> rate(sum.perSecond);
            case MS -> ms(sum);
        };
    }

    private String words(GraphLines.Sum sum) {
        Row row = row(sum, "");
        return row.from() + " → " + row.to() + ": " + row.rate() + ", " + row.kind() + ", " + row.fate()
                + (sum.key.fate() == Fate.INSIDE
                        ? ""
                        : ", " + row.money() + " a month"
                                + (Double.isNaN(sum.ms) ? "" : ", " + row.ms() + " of a request"));
    }

    private String rate(double perSecond) {
        return writer.figures().number(perSecond) + "/s";
    }

    List<Row> rows() {
        return IntStream.range(0, sums.size()).mapToObj(i -> row(sums.get(i), "r-" + i)).toList();
    }

    private Row row(GraphLines.Sum sum, String id) {
        boolean inside = sum.key.fate() == Fate.INSIDE;
        return new Row(id, name(sum.key.from()), href(sum.key.from()), name(sum.key.to()), href(sum.key.to()),
                sum.modes.stream().map(GraphScene::kind).collect(Collectors.joining(" and ")), fate(sum.key.fate()),
                rate(sum.perSecond), inside ? "–" : writer.amount(Measure.COST, sum.money),
                inside ? "" : writer.range(Measure.COST, sum.range()),
                inside ? "–" : ms(sum), sum.calls.size(), loop(sum));
    }

    private String ms(GraphLines.Sum sum) {
        return sum.key.async() ? "no wait" : Double.isNaN(sum.ms) ? "–" : writer.amount(Measure.P99_MS, sum.ms);
    }

    private static String kind(Mode mode) {
        return switch (mode) {
            case SEQUENTIAL -> "one after another";
            case PARALLEL -> "side by side";
            case ASYNC -> "not waited for";
        };
    }

    private String fate(Fate fate) {
        return switch (fate) {
            case HOP -> then == null ? "hop between units" : "stays a hop";
            case INSIDE -> then == null ? "inside a unit" : "stays inside a unit";
            case REMOVED -> "goes away, inside a unit then";
            case ADDED -> "is new, a hop then";
            case OUTSIDE -> "leaves the estate";
        };
    }

    private String name(At at) {
        Group group = parts.groups().get(at.box());
        if (at.cell() < group.listed().size()) {
            return estate.document().services().get(group.listed().get(at.cell())).name();
        }
        return group.open() ? group.name() + ", " + group.others() + " more" : group.name();
    }

    private String href(At at) {
        Group group = parts.groups().get(at.box());
        return at.cell() < group.listed().size()
                ? "#s-" + group.listed().get(at.cell())
                : "#g-" + at.box();
    }

    /** Hosts outside, and who calls them. */
    private void outside(List<Box> boxes, List<Line> drawn) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < estate.document().services().size(); i++) {
            positions.put(estate.document().services().get(i).name(), i);
        }
        estate.document().external().forEach(external -> {
            int box = boxes.size();
            boxes.add(new Box("", "", false, List.of(new Cell("x-" + box, external.host(), "outside, not weighed", "",
                    external.host() + ": outside the estate, not weighed", Set.of(Mark.HOST)))));
            external.from().stream().filter(positions::containsKey)
                    .map(name -> parts.place(positions.getOrDefault(name, 0))).filter(java.util.Objects::nonNull)
                    .distinct().forEach(from -> drawn.add(new Line("x-" + box + "-" + drawn.size(), from,
                            new At(box, 0), false, false, Fate.OUTSIDE, 0, "",
                            name(from) + " → " + external.host() + ": leaves the estate")));
        });
    }

    static String services(int count) {
        return count == 1 ? "1 service" : count + " services";
    }

    static String calls(int count) {
        return count == 1 ? "1 call" : count + " calls";
    }
}
