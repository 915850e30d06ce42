package dev.tare.review.history;

import dev.tare.review.history.Diff.Row;
import dev.tare.review.history.Diff.Way;
import dev.tare.review.history.Inventory.Parts;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A difference in words and figures, as one locale writes them. */
record Telling(Diff diff, Amounts amounts) {
    /** What a rise owes to one line alone is more than half of it. */
    private static final double MOST = 0.5;

    /** As files and answers write it, which travel: in English, with plain spaces. */
    static Telling plain(Diff diff) {
        return new Telling(diff, new Amounts(diff.currency(), new Figures(Locale.ENGLISH)));
    }

    static String headline(Diff diff) {
        return plain(diff).headline().replace('\u00a0', ' ');
    }

    String headline() {
        Row gross = diff.row("gross", "cost");
        Row tare = diff.row("tare", "cost");
        if (gross.way() == Way.SAME && tare.way() == Way.SAME) {
            return diff.inventory().none()
                    ? "Nothing changed."
                    : "What changed costs nothing more and nothing less.";
        }
        return moved("Gross", gross) + "; " + lower(moved("Tare", tare)) + mostly(tare) + ".";
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** "Tare rose by $120 a month (8 %)". */
    String moved(String what, Row row) {
        return switch (row.way()) {
            case SAME -> what + " stayed as it was";
            case TOO_CLOSE -> what + " may have risen or fallen (" + signed(row) + " a month): too close to call";
            case MORE -> what + " rose by " + size(row);
            case LESS -> what + " fell by " + size(row);
        };
    }

    private String size(Row row) {
        Double percent = row.percent();
        return amount(row.measure(), Math.abs(row.change())) + (Amounts.monthly(row.measure()) ? " a month" : "")
                + (percent == null ? "" : " (" + amounts.figures().percent(Math.abs(percent) / 100) + ")");
    }

    /** The line that more than half of a change is owed to. */
    String mostly(Row tare) {
        if (tare.way() != Way.MORE && tare.way() != Way.LESS) {
            return "";
        }
        Optional<Row> most = lines(tare.measure()).stream()
                .filter(line -> Math.signum(line.change()) == Math.signum(tare.change()))
                .max(Comparator.comparingDouble(line -> Math.abs(line.change())));
        return most.filter(line -> Math.abs(line.change()) > MOST * Math.abs(tare.change()))
                .map(line -> ", mostly " + line.figure()).orElse("");
    }

    List<Row> lines(String measure) {
        return diff.rows().stream().filter(row -> row.measure().equals(measure) && !row.total()).toList();
    }

    String amount(String measure, double value) {
        return amounts.of(measure, value);
    }

    String signed(Row row) {
        return signed(row.measure(), row.change());
    }

    String signed(String measure, double value) {
        return amounts.signed(measure, value);
    }

    String percent(Row row) {
        Double percent = row.percent();
        return percent == null ? "" : amounts.figures().signed(percent / 100, amounts.figures()::percent);
    }

    /** From what 10 to what 90 of 100 draws of the change stay below. */
    String range(Row row) {
        Double low = row.low();
        Double high = row.high();
        if (low == null || high == null || row.way() == Way.SAME) {
            return "";
        }
        return signed(row.measure(), low) + " to " + signed(row.measure(), high);
    }

    /** What the draws say of the direction. */
    String odds(Row row) {
        Double more = row.probability();
        return switch (row.way()) {
            case SAME -> "same";
            case TOO_CLOSE -> "too close to call";
            case MORE -> "more" + (more == null ? "" : " in " + ofHundred(more));
            case LESS -> "less" + (more == null ? "" : " in " + ofHundred(1 - more));
        };
    }

    private static String ofHundred(double share) {
        return Math.round(share * 100) + " of 100 draws";
    }

    /** "services: 2 added, 1 changed". */
    List<String> inventory() {
        List<String> told = new ArrayList<>();
        diff.inventory().kinds().forEach((kind, parts) -> {
            if (!parts.none()) {
                told.add(kind + "s: " + counts(parts));
            }
        });
        return told;
    }

    private static String counts(Parts parts) {
        List<String> counts = new ArrayList<>();
        count(counts, parts.added().size(), "added");
        count(counts, parts.removed().size(), "removed");
        count(counts, parts.changed().size(), "changed");
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, int count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }
}
