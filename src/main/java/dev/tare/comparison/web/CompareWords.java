package dev.tare.comparison.web;

import dev.tare.comparison.web.Sheet.Against;
import dev.tare.comparison.web.Sheet.Bought;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Column;
import dev.tare.comparison.web.Sheet.Give;
import dev.tare.comparison.web.Sheet.Row;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what a comparison comes to: which scenario wins on what, how sure that is, and what it gives up. */
record CompareWords(Sheet sheet, Writer writer) {
    private static final int NAMED = 3;

    /** Who is least in the measure of the lines, by how much, and how sure that is. */
    String headline() {
        Measure measure = measure(sheet.measure());
        Row gross = sheet.gross();
        int least = least(gross);
        if (sheet.columns().size() < 2) {
            return name(0) + ": " + amount(measure, gross.cells().getFirst()) + what(measure)
                    + ". Nothing stands beside it yet.";
        }
        List<Integer> open = rivals(gross, least);
        if (!open.isEmpty() && open.stream().allMatch(i -> gross.cells().get(i).likely() == gross.cells().get(least)
                .likely())) {
            return "No difference: " + either(open, least).replaceFirst(" or ", " and ") + " come to the same, "
                    + amount(measure, gross.cells().get(least)) + what(measure) + "." + blocked(least);
        }
        if (!open.isEmpty()) {
            return "Too close to call: whether " + either(open, least) + " " + comparative(measure, true) + " ("
                    + indices(open, least).map(i -> amount(measure, gross.cells().get(i)))
                            .collect(Collectors.joining(" or "))
                    + what(measure) + ")." + blocked(least);
        }
        return name(least) + " " + superlative(measure) + ": " + amount(measure, gross.cells().get(least))
                + what(measure) + beside(measure, gross, least) + blocked(least);
    }

    /** What the measures beside that say, winner by winner. */
    String measures() {
        if (sheet.columns().size() < 2) {
            return "";
        }
        Map<Integer, List<String>> won = new TreeMap<>();
        List<String> open = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure != measure(sheet.measure())) {
                Row row = sheet.row(Sheet.GROSS, Words.id(measure));
                int best = least(row);
                List<Integer> rivals = rivals(row, best);
                if (rivals.isEmpty()) {
                    won.computeIfAbsent(best, _ -> new ArrayList<>()).add(superlative(measure));
                } else {
                    open.add("whether " + either(rivals, best) + " " + comparative(measure, true));
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        won.forEach((column, what) -> sentences.add((clear() && column == least(sheet.gross())
                ? "It also"
                : name(column)) + " " + joined(what) + "."));
        if (!open.isEmpty()) {
            sentences.add("Too close to call: " + joined(open) + ".");
        }
        return String.join(" ", sentences);
    }

    /** What the least one gives up against the first; empty where the first is the least. */
    String givenUp() {
        List<String> lost = verdicts(least(sheet.gross()), "worse");
        return least(sheet.gross()) == 0 || lost.isEmpty()
                ? ""
                : subject() + " gives up: " + String.join("; ", lost) + ".";
    }

    /** What it gains beside. */
    String gained() {
        List<String> won = verdicts(least(sheet.gross()), "better");
        return least(sheet.gross()) == 0 || won.isEmpty() ? "" : subject() + " gains: " + String.join("; ", won) + ".";
    }

    /** Whether the headline names one winner. */
    private boolean clear() {
        return rivals(sheet.gross(), least(sheet.gross())).isEmpty();
    }

    private String subject() {
        return clear() ? "It" : name(least(sheet.gross()));
    }

    /** What forbids the least one whatever it costs; empty where nothing does. */
    private String blocked(int column) {
        List<String> services = sheet.columns().get(column).unmet().stream().map(Sheet.Unmet::service).distinct()
                .toList();
        return services.isEmpty()
                ? ""
                : " But " + (clear() ? "it" : lower(name(column))) + " is blocked: " + joined(services)
                        + (services.size() == 1 ? " needs" : " need")
                        + " stronger walls than it has.";
    }

    /** A difference's likelihood in words; empty where nobody can say. */
    static String chance(Measure measure, Against against, boolean drawn, Writer writer) {
        Double less = against.less();
        if (less == null) {
            return "";
        }
        if (against.open()) {
            return against.likely() == 0 && less == 0.5 ? "the same" : "too close to call";
        }
        String sure = drawn
                ? " in " + writer.figures().count(Math.round(Math.max(less, 1 - less) * 100)) + " of 100 draws"
                : " at both ends of all assumptions";
        return comparative(measure, against.surelyLess()).replaceFirst("^is ", "") + sure;
    }

    /** The column that is least at likely values. */
    int least(Row row) {
        return IntStream.range(0, row.cells().size()).boxed()
                .min(Comparator.comparingDouble(i -> row.cells().get(i).likely())).orElse(0);
    }

    /** Columns that might be less than the least one. */
    private List<Integer> rivals(Row row, int least) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> i != least && sheet.open(i, least, row.measure())).boxed().toList();
    }

    private String beside(Measure measure, Row gross, int least) {
        Cell cell = gross.cells().get(least);
        Against against = cell.against();
        if (against != null) {
            String instead = " instead of " + (sheet.columns().getFirst().today() ? "today\u2019s " : "")
                    + amount(measure, gross.cells().getFirst());
            return instead + ", " + chance(measure, against, cell.drawn() != null, writer) + ".";
        }
        int next = IntStream.range(1, gross.cells().size()).boxed()
                .min(Comparator.comparingDouble(i -> gross.cells().get(i).likely())).orElseThrow();
        Cell second = gross.cells().get(next);
        return ". The next, " + lower(name(next)) + ", is "
                + writer.signed(measure, Objects.requireNonNull(second.against()).likely()) + ", "
                + chance(measure, Objects.requireNonNull(second.against()), second.drawn() != null, writer) + ".";
    }

    private String either(List<Integer> open, int least) {
        return joined(indices(open, least).map(i -> lower(name(i))).toList()).replaceFirst(" and (?!.* and )",
                " or ");
    }

    private static Stream<Integer> indices(List<Integer> open, int least) {
        return Stream.concat(Stream.of(least), open.stream()).sorted();
    }

    private List<String> verdicts(int column, String verdict) {
        return sheet.gives().stream().filter(give -> give.cells().get(column).verdict().equals(verdict))
                .filter(give -> !give.id().equals("move")).map(give -> phrase(give, column)).toList();
    }

    private static String phrase(Give give, int column) {
        Bought first = give.cells().getFirst();
        Bought other = give.cells().get(column);
        String name = give.name().toLowerCase(Locale.ROOT);
        return other.words().equals(first.words())
                ? name + " (" + other.small() + " instead of " + first.small() + ")"
                : name + " (" + other.words() + " instead of " + first.words() + ")";
    }

    /** A scenario in a sentence. */
    String name(int column) {
        Column of = sheet.columns().get(column);
        return of.today() ? "Today\u2019s shape" : of.title();
    }

    private String lower(String name) {
        return name.startsWith("Today") ? "today" + name.substring(5) : name;
    }

    private String amount(Measure measure, Cell cell) {
        return writer.amount(measure, cell.likely());
    }

    private static String what(Measure measure) {
        return switch (measure) {
            case COST -> " a month";
            case P99_MS -> " for a slow request (p99)";
            case BYTES_PER_MONTH -> " shipped a month";
            case VCPU -> "";
            case MEMORY -> " of memory";
        };
    }

    private static String superlative(Measure measure) {
        return switch (measure) {
            case COST -> "is cheapest";
            case P99_MS -> "is fastest";
            case BYTES_PER_MONTH -> "ships least";
            case VCPU -> "needs the fewest processors";
            case MEMORY -> "needs the least memory";
        };
    }

    private static String comparative(Measure measure, boolean less) {
        return switch (measure) {
            case COST -> less ? "is cheaper" : "is dearer";
            case P99_MS -> less ? "is faster" : "is slower";
            case BYTES_PER_MONTH -> less ? "ships less" : "ships more";
            case VCPU, MEMORY -> less ? "needs less" : "needs more";
        };
    }

    /** The measure of that id. */
    static Measure measure(String id) {
        return Arrays.stream(Measure.values()).filter(each -> Words.id(each).equals(id)).findFirst().orElseThrow();
    }

    private static String joined(List<String> names) {
        List<String> shown = names.size() > NAMED + 1
                ? new ArrayList<>(names.subList(0, NAMED))
                : new ArrayList<>(names);
        if (names.size() > NAMED + 1) {
            shown.add((names.size() - NAMED) + " more");
        }
        return shown.size() == 1
                ? shown.getFirst()
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
    }
}
