package dev.tare.review.costs;

import dev.tare.estate.Revision;
import dev.tare.review.Standing.Money;
import dev.tare.review.costs.CostsView.Change;
import dev.tare.review.costs.CostsView.Month;
import dev.tare.review.costs.CostsView.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The months before, what moved since the last one, and what was done in between. */
record CostPast(CostReport report, CostWriter writer) {
    /** Less of the whole than this is told as the same. */
    private static final double SAME = 0.005;

    List<Month> months() {
        return report.teams().stream().map(month -> {
            Money total = month.total();
            return new Month(month.month().toString(), writer.month(month.month()), writer.money(total.net()),
                    writer.money(total.tare()), writer.money(total.gross()), note(month), total.net(), total.tare());
        }).toList();
    }

    private String note(MonthCost month) {
        String runs = month == report.running() ? "as it is heading" : "";
        String known = month.knownFrom() == null ? "" : "kept since " + writer.day(month.knownFrom());
        return Stream.of(runs, known).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    List<Change> changes() {
        MonthCost running = report.lines().getLast();
        return report.last(report.lines()).map(last -> {
            TreeSet<String> names = new TreeSet<>(running.all().keySet());
            names.addAll(last.all().keySet());
            return names.stream().map(name -> Map.entry(name,
                    CostWriter.change(last.of(name).gross(), running.of(name).gross())))
                    .sorted(Comparator.comparingDouble(each -> -Math.abs(each.getValue())))
                    .map(each -> change(each.getKey(), last.of(each.getKey()).gross(), each.getValue())).toList();
        }).orElse(List.of());
    }

    private Change change(String name, double from, double by) {
        return new Change(CostWriter.line(name), writer.money(from), writer.money(from + by), writer.signed(by),
                CostWriter.sign(by),
                from > 0 ? writer.figures().signed(by / from, writer.figures()::percent) : by > 0 ? "new" : "");
    }

    String changed() {
        return report.last(report.teams()).map(last -> {
            double from = last.total().gross();
            double by = report.running().total().gross() - from;
            return Math.abs(by) <= from * SAME
                    ? "This month comes to what " + writer.month(last.month()) + " came to."
                    : "This month comes to " + writer.money(Math.abs(by)) + (by > 0 ? " more than " : " less than ")
                            + writer.month(last.month()) + share(from, by) + ".";
        }).orElse("Nothing was kept of the month before, so there is nothing to compare with yet.");
    }

    private String share(double from, double by) {
        return from > 0 ? ", " + writer.figures().percent(Math.abs(by) / from) : "";
    }

    /** What was done, the same on one day once. */
    List<Reason> reasons(List<Revision> revisions) {
        Map<String, Reason> told = new LinkedHashMap<>();
        revisions.forEach(revision -> {
            String what = what(revision);
            if (!what.isEmpty()) {
                told.merge(writer.day(revision.at()) + what,
                        new Reason(revision.at(), writer.day(revision.at()), what, 1),
                        (one, _) -> new Reason(one.at(), one.day(), one.what(), one.times() + 1));
            }
        });
        return List.copyOf(told.values());
    }

    private static String what(Revision revision) {
        String words = revision.cause().words();
        return switch (revision.cause().kind()) {
            case CREATED -> "Registered";
            case EDIT -> words.isEmpty() ? "Edited" : words;
            case IMPORT -> "Imported " + words;
            case UNDO -> "Took back the import of " + words;
            case START -> "";
        };
    }
}
