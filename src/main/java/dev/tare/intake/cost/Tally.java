package dev.tare.intake.cost;

import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds charges up as they come. Whatever the length of the files, only so many different lines are kept: when there are
 * more, what tells them apart least is forgotten first, never an amount.
 */
public final class Tally {
    static final int MOST_LINES = 20_000;
    private static final int LONGEST = 200;
    private static final char FIRST_UNSHOWN = 127;
    /** Control characters, and halves of characters that a cut or broken file leaves. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]+");

    private Map<Thing, Sum> sums = new LinkedHashMap<>();
    private final List<Finding> notes = new ArrayList<>();
    private Detail detail = Detail.ALL;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** What is still told apart. */
    private enum Detail {
        ALL, NO_RESOURCES, TELLING, CATEGORIES, NOTHING;

        Thing of(Thing thing) {
            return switch (this) {
                case ALL -> thing;
                case NO_RESOURCES -> thing.keeping(label -> !label.equals(Label.RESOURCE));
                case TELLING -> thing.keeping(Label::tells);
                case CATEGORIES -> thing.keeping(label -> false);
                case NOTHING -> new Thing(thing.currency(), thing.month(), "", Map.of());
            };
        }
    }

    private record Thing(String currency, String month, String category, Map<String, String> labels) {
        Thing keeping(java.util.function.Predicate<String> kept) {
            Map<String, String> some = new LinkedHashMap<>(labels);
            some.keySet().removeIf(kept.negate());
            return new Thing(currency, month, category, some);
        }
    }

    private record Sum(BigDecimal amount, long rows) {
        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), rows + other.rows);
        }
    }

    /** Keeps what was noticed on the way. */
    void note(Finding finding) {
        notes.add(finding);
    }

    /** What was noticed. */
    List<Finding> notes() {
        return notes;
    }

    /** Adds a row. */
    public void add(Charge charge) {
        String month = charge.month().isEmpty() && charge.from() != null
                ? Days.month(charge.from())
                : charge.month();
        Map<String, String> labels = new LinkedHashMap<>();
        charge.labels().forEach((label, value) -> labels.put(clipped(label), clipped(value)));
        Thing thing = new Thing(charge.currency(), month, clipped(charge.category()), labels);
        sums.merge(detail.of(thing), new Sum(charge.amount(), 1), Sum::plus);
        extend(charge.from(), charge.until());
        while (sums.size() > MOST_LINES) {
            coarsen();
        }
    }

    /** Short and on one line: labels are shown, compared and stored. */
    private static String clipped(String text) {
        if (text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c < FIRST_UNSHOWN)) {
            return text;
        }
        String line = UNSHOWN.matcher(text).replaceAll(" ").strip();
        return line.length() > LONGEST
                ? line.substring(0, LONGEST - 1).replaceAll("[\\ud800-\\udbff]$", "") + "…"
                : line;
    }

    private void extend(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && (first == null || from.isBefore(first))) {
            first = from;
        }
        LocalDate end = until == null ? from : until;
        if (end != null && (last == null || end.isAfter(last))) {
            last = end;
        }
    }

    private void coarsen() {
        if (detail == Detail.NOTHING) {
            throw ImportFailed.tooLarge("the files", "at most " + MOST_LINES + " currencies and months");
        }
        detail = Detail.values()[detail.ordinal() + 1];
        Map<Thing, Sum> coarse = new LinkedHashMap<>();
        sums.forEach((thing, sum) -> coarse.merge(detail.of(thing), sum, Sum::plus));
        sums = coarse;
    }

    /** Whether some of what told lines apart had to be forgotten. */
    public boolean isCoarse() {
        return detail != Detail.ALL;
    }

    /** Whether nothing was added. */
    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** All that was added. */
    public List<CostLine> lines() {
        List<CostLine> lines = new ArrayList<>(sums.size());
        sums.forEach((thing, sum) -> lines.add(new CostLine(thing.currency(), thing.month(), thing.category(),
                thing.labels(), sum.amount(), sum.rows())));
        return lines;
    }

    /** What was added, as the ledger of a format; {@code hours} when it is of a window. */
    public Ledger ledger(String format, String measure, List<String> files, Ledger.Span span,
            @Nullable BigDecimal hours, List<Rule> rules) {
        return new Ledger(format, measure, files, span, first, last, hours, lines(), rules);
    }
}
