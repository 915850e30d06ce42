package dev.tare.review.history;

import dev.tare.comparison.Ids;
import dev.tare.comparison.Drift;
import dev.tare.comparison.Drift.Move;
import dev.tare.comparison.Drift.Moves;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept;
import dev.tare.review.Snapshots;
import dev.tare.review.Standing;
import dev.tare.review.Standing.Spread;
import dev.tare.review.Standings;
import dev.tare.review.history.Diff.End;
import dev.tare.review.history.Diff.Row;
import dev.tare.review.history.Diff.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares two states of an estate. Both are weighed by today's catalogue, under the same draws; where other figures were
 * taken of the earlier one at its time, the step from those to these is the catalogue's and not the estate's.
 */
@Component
class Diffs {
    /** Less than this share of a figure is the rounding of a sum. */
    private static final double NOTHING = 1e-9;

    private final Estates estates;
    private final Standings standings;
    private final Snapshots snapshots;
    private final Drift drift;

    Diffs(Estates estates, Standings standings, Snapshots snapshots, Drift drift) {
        this.estates = estates;
        this.standings = standings;
        this.snapshots = snapshots;
        this.drift = drift;
    }

    /** From one stored state to another. */
    Diff between(Point from, Point to) {
        Snapshot after = to.state();
        return diff(from, after, end(to), taken(to, after), to.note());
    }

    /** What a document would make of a state of an estate. */
    Diff draft(Point from, EstateDocument document) {
        Snapshot stored = from.state();
        EstateDocument checked = estates.checked(document);
        Snapshot after = apart(stored,
                checked.stating(stored.document().name(), checked.currency(), checked.today()));
        return diff(from, after, new End(null, null, null), null, "");
    }

    private Diff diff(Point from, Snapshot after, End to, @Nullable Kept takenAfter, String note) {
        Snapshot before = sameMoney(from.state(), after.document());
        Kept takenBefore = before == from.state() ? taken(from, before) : null;
        Standing was = standings.of(before);
        Standing is = standings.of(after);
        Figures figures = new Figures(was, is, takenBefore == null ? was : takenBefore.standing(),
                takenAfter == null ? is : takenAfter.standing(), drift.between(before, after));
        List<Row> rows = rows(figures);
        List<String> notes = new ArrayList<>(Stream.of(from.note(), note).filter(text -> !text.isEmpty()).toList());
        if (before != from.state()) {
            notes.add("The estate counted in another currency then; both are weighed in " + is.currency() + ".");
        }
        Diff diff = new Diff(after.slug().replaceFirst("\\?.*", ""), after.document().name(), is.currency(), "month",
                end(from), to, "", rows, Inventory.between(from.state().document(), after.document()), null, null,
                notes);
        return new Diff(diff.estate(), diff.name(), diff.currency(), diff.period(), diff.from(), diff.to(),
                Telling.headline(diff), rows, diff.inventory(), null, null, notes);
    }

    /** Both states by today's catalogue, and as their figures were taken at their time. */
    private record Figures(Standing was, Standing is, Standing takenBefore, Standing takenAfter, Moves moves) {}

    private @Nullable Kept taken(Point point, Snapshot state) {
        Kept kept = point.kept();
        return kept == null || kept.model().equals(snapshots.model()) || kept.version() != state.version()
                || !kept.standing().currency().equals(currency(state.document())) ? null : kept;
    }

    private static End end(Point point) {
        Snapshot state = point.state();
        return new End(state.version(), state.updatedAt(), point.figures().map(kept -> "s" + kept.id()).orElse(null));
    }

    private static Snapshot sameMoney(Snapshot before, EstateDocument after) {
        EstateDocument document = before.document();
        return currency(document).equals(currency(after))
                ? before
                : apart(before, document.stating(document.name(), after.currency(), document.today()));
    }

    private static String currency(EstateDocument document) {
        return Objects.requireNonNullElse(document.currency(), "USD");
    }

    /** A state that is stored nowhere, under a name of its own for what remembers answers. */
    private static Snapshot apart(Snapshot stored, EstateDocument document) {
        return new Snapshot(stored.slug() + "?" + UUID.randomUUID(), stored.version(), Instant.EPOCH, document);
    }

    private static List<Row> rows(Figures figures) {
        List<Row> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            String id = Ids.of(measure);
            Moves moves = figures.moves();
            rows.add(row("gross", id, figures, standing -> standing.total(id).gross(), moves.gross().get(measure)));
            rows.add(row("net", id, figures, standing -> standing.total(id).net(), moves.net().get(measure)));
            rows.add(row("tare", id, figures, standing -> standing.total(id).tare(), moves.tare().get(measure)));
            for (Part part : Part.values()) {
                Move move = moves.lines().getOrDefault(part, Map.of()).get(measure);
                Row row = row(Ids.of(part), id, figures, standing -> standing.line(Ids.of(part), id), move);
                if (row.before() != 0 || row.after() != 0) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Row row(String figure, String measure, Figures all, Function<Standing, Spread> of,
            @Nullable Move move) {
        double before = of.apply(all.takenBefore()).likely();
        double after = of.apply(all.takenAfter()).likely();
        double change = none(after - before, before, after);
        double inventory = none(of.apply(all.is()).likely() - of.apply(all.was()).likely(), before, after);
        double model = none(change - inventory, before, after);
        Move drawn = model == 0 ? move : null;
        return new Row(figure, measure, before, after, change, before == 0 ? null : change / before * 100,
                drawn == null ? null : drawn.by().p10(), drawn == null ? null : drawn.by().p90(),
                drawn == null ? null : drawn.moreOdds(), way(change, drawn), inventory, model);
    }

    private static Way way(double change, @Nullable Move move) {
        if (change == 0) {
            return Way.SAME;
        }
        return move != null && move.tooClose() ? Way.TOO_CLOSE : change > 0 ? Way.MORE : Way.LESS;
    }

    private static double none(double change, double before, double after) {
        return Math.abs(change) <= NOTHING * Math.max(Math.abs(before), Math.abs(after)) ? 0 : change;
    }
}
