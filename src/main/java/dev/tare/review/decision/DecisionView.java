package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Source;
import dev.tare.comparison.web.Told;
import dev.tare.comparison.web.Told.Layout;
import dev.tare.site.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A decision as people read it, on a page and on paper.
 *
 * @param status   with what took its place
 * @param figures  the day its figures are of
 * @param today    what the same comparison comes to now, in words
 * @param again    where to weigh it again
 * @param units    services that share a unit, option by option
 * @param graph    calls of the first option with the chosen one laid over it, as SVG; empty where none is kept
 * @param workings of every line
 * @param shown    of the lines that differ most between what was there and what was chosen
 * @param movers   assumptions that decide
 * @param sources  every assumption
 * @param cited    those the movers and the workings shown name
 * @param others   how many there are besides
 */
record DecisionView(Decision decision, String path, String status, String date, String figures, String today,
        String again,
        @Nullable Link supersededBy, List<Link> supersedes, String chosen, int column, List<String> drivers,
        List<Consequence> consequences, List<Option> options, List<Answer> answers, Told told, List<Units> units,
        String graph,
        List<Working> workings, List<Working> shown, List<Mover> movers, List<Reference> sources, List<Reference> cited,
        int others, String made) {
    private static final int LINES = 3;
    private static final int CITED = 12;

    /** Words and where they lead. */
    record Link(String words, String address) {}

    /** What follows: good, bad or neither. */
    record Consequence(String kind, String words) {}

    /** An option with what speaks for and against it. */
    record Option(String title, boolean chosen, List<String> good, List<String> bad) {}

    /** One of the five questions. */
    record Answer(String question, List<String> lines) {}

    /** Which services share a unit in an option. */
    record Units(String title, String alone, List<String> shared) {}

    /** How a figure was found. */
    record Working(String id, String title, String figure, String formula, List<Sheet.Input> inputs) {}

    /** What an assumption does to the difference. */
    record Mover(String what, String range, String atLow, String atHigh, boolean turns) {}

    /** An assumption and its source. */
    record Reference(String what, String range, String how, String source) {}

    static DecisionView of(Decision decision, List<Decision> supersedes, Optional<Sheet> today, boolean same,
            Locale locale) {
        return new Maker(decision, supersedes, today, same, new Figures(locale), locale).view();
    }

    /** Where a frozen figure's working stands on the page; empty where it has none. */
    static String anchor(Sheet sheet, int column, String part, String measure) {
        return measure.equals(sheet.measure()) && sheet.rows().stream()
                .anyMatch(row -> row.part().equals(part) && row.measure().equals(measure)
                        && row.cells().get(column).working() != null) ? "#w-" + column + "-" + part : "";
    }

    /** A day as a locale writes it. */
    static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(at.atZone(ZoneOffset.UTC));
    }

    /** What the view is made of. */
    private record Maker(Decision decision, List<Decision> replaced, Optional<Sheet> now, boolean same, Figures figures,
            Locale locale) {
        DecisionView view() {
            Sheet sheet = sheet();
            Told told = Told.of(sheet, figures, (column, part, measure) -> anchor(sheet, column, part, measure),
                    Layout.PLAIN);
            Wording words = decision.wording();
            List<Working> workings = workings(told);
            List<Working> shown = shown(workings);
            List<Source> cited = cited(shown);
            Integer by = decision.supersededBy();
            return new DecisionView(decision, decision.path(), decision.status().id(),
                    day(Optional.ofNullable(decision.decidedAt()).orElse(decision.createdAt())),
                    day(decision.frozen().at()), today(told), decision.frozen().address(),
                    by == null ? null : new Link("decision " + by, sibling(by)),
                    replaced.stream().map(each -> new Link("decision " + each.number() + ": " + each.title(),
                            sibling(each.number()))).toList(),
                    decision.chosen().map(Sheet.Column::title).orElse("none of these"), decision.column(),
                    Wording.entries(words.drivers()),
                    Wording.entries(words.consequences()).stream().map(Maker::consequence).toList(), options(),
                    words.answers().stream().map(each -> new Answer(each.question(), Wording.entries(each.answer())))
                            .toList(),
                    told, units(), decision.frozen().graph(decision.column()), workings, shown, movers(),
                    sheet.sources().stream().map(this::reference).toList(),
                    cited.stream().map(this::reference).toList(), sheet.sources().size() - cited.size(), made());
        }

        private Sheet sheet() {
            return decision.frozen().sheet();
        }

        private String sibling(int number) {
            return "/estates/" + decision.slug() + "/decisions/" + number;
        }

        private String day(Instant at) {
            return DecisionView.day(at, locale);
        }

        private static Consequence consequence(String line) {
            return line.startsWith("Good: ")
                    ? new Consequence("good", line.substring(6))
                    : line.startsWith("Bad: ") ? new Consequence("bad", line.substring(5)) : new Consequence("", line);
        }

        private List<Option> options() {
            return IntStream.range(0, sheet().columns().size()).mapToObj(i -> {
                Sheet.Column column = sheet().columns().get(i);
                Wording.Option words = decision.wording().options().stream()
                        .filter(each -> each.scenario().equals(column.scenario())).findFirst()
                        .orElse(new Wording.Option(column.scenario(), "", ""));
                return new Option(column.title(), column.scenario().equals(decision.wording().chosen()),
                        Wording.entries(words.good()), Wording.entries(words.bad()));
            }).toList();
        }

        /** What the chosen one comes to now, beside what it came to then. */
        private String today(Told then) {
            if (now.isEmpty()) {
                return "Today this comparison cannot be weighed any more.";
            }
            if (same) {
                return "Nothing they rest on has changed since.";
            }
            Told told = Told.of(now.get(), figures, (_, _, _) -> "", Layout.PLAIN);
            String before = then.plate().amounts().get(decision.column()).text();
            String after = told.plate().amounts().get(decision.column()).text();
            String measure = sheet().measure().equals("cost") ? " a month" : "";
            return before.equals(after)
                    ? "Today the option chosen would come to the same, " + after + measure + "."
                    : "Today the option chosen would be " + after + measure + " instead of " + before + ".";
        }

        private List<Units> units() {
            return sheet().columns().stream().map(column -> {
                int shared = column.shared().stream().mapToInt(List::size).sum();
                int alone = column.units() - column.shared().size();
                return new Units(column.title(), alone == 0
                        ? ""
                        : alone == 1 ? "one service by itself" : figures.count(alone) + " services by themselves",
                        shared == 0 ? List.of() : column.shared().stream().map(Maker::named).toList());
            }).toList();
        }

        private static String named(List<String> services) {
            return services.size() + " together: " + (services.size() > 14
                    ? String.join(", ", services.subList(0, 12)) + " and " + (services.size() - 12) + " more"
                    : String.join(", ", services));
        }

        private List<Working> workings(Told told) {
            List<Working> workings = new ArrayList<>();
            sheet().rows().stream().filter(row -> row.measure().equals(sheet().measure())).forEach(row -> {
                for (int i = 0; i < row.cells().size(); i++) {
                    Sheet.Working working = row.cells().get(i).working();
                    if (working != null) {
                        workings.add(new Working("w-" + i + "-" + row.part(),
                                row.part() + ", " + sheet().columns().get(i).title(), figure(told, row.part(), i),
                                working.formula(), working.inputs()));
                    }
                }
            });
            return workings;
        }

        private static String figure(Told told, String part, int column) {
            return told.groups().stream().flatMap(group -> group.lines().stream())
                    .filter(line -> line.id().equals(part)).findFirst()
                    .map(line -> line.amounts().get(column).text()).orElse("");
        }

        /** Of the lines that differ most between the first and the chosen, or the next where the first is chosen. */
        private List<Working> shown(List<Working> workings) {
            int column = decision.column() == 0 && sheet().columns().size() > 1 ? 1 : decision.column();
            List<String> ids = sheet().rows().stream().filter(row -> row.measure().equals(sheet().measure()))
                    .filter(row -> row.cells().getFirst().working() != null)
                    .sorted(Comparator.comparingDouble(row -> -apart(row.cells(), column))).limit(LINES)
                    .flatMap(row -> java.util.stream.Stream.of("w-0-" + row.part(), "w-" + column + "-" + row.part()))
                    .toList();
            return ids.stream().flatMap(id -> workings.stream().filter(each -> each.id().equals(id))).toList();
        }

        private static double apart(List<Cell> cells, int column) {
            return Math.abs(cells.get(column).likely() - cells.getFirst().likely());
        }

        private List<Mover> movers() {
            return sheet().movers().stream().flatMap(mover -> sheet().source(mover.key()).stream()
                    .map(source -> new Mover(source.what(), DecisionMarkdown.range(source, figures),
                            signed(mover.atLow()),
                            signed(mover.atHigh()), mover.turns())))
                    .toList();
        }

        private String signed(double value) {
            return figures.signed(value, size -> switch (sheet().measure()) {
                case "cost" -> figures.money(size, sheet().currency());
                case "p99Ms" -> figures.ms(size);
                case "bytesPerMonth" -> figures.bytes(size);
                case "vcpu" -> figures.vcpu(size);
                default -> figures.memory(size);
            });
        }

        private List<Source> cited(List<Working> shown) {
            Set<String> keys = new HashSet<>();
            sheet().movers().forEach(mover -> keys.add(mover.key()));
            keys.addAll(sheet().figures().keySet());
            shown.forEach(working -> working.inputs().forEach(input -> keys.add(input.assumption())));
            return sheet().sources().stream().filter(source -> keys.contains(source.key()))
                    .sorted(Comparator.comparing(source -> source.yours() == null)).limit(CITED).toList();
        }

        private Reference reference(Source source) {
            return new Reference(source.what(), DecisionMarkdown.range(source, figures), source.how(),
                    source.source() + ", " + source.asOf());
        }

        private String made() {
            return "Figures of " + day(decision.frozen().at()) + ", from version " + sheet().version()
                    + " of the estate, " + figures.count(sheet().draws()) + " draws from seed " + sheet().seed()
                    + ", tare " + decision.frozen().model().program() + ", catalogue "
                    + decision.frozen().model().catalogue().substring(0,
                            Math.min(12, decision.frozen().model().catalogue().length()))
                    + (sheet().calibrated() ? ", put right by what is billed" : "") + ".";
        }
    }
}
