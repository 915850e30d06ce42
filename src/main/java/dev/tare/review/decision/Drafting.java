package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.comparison.web.Sheet.Against;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Column;
import dev.tare.comparison.web.Sheet.Give;
import dev.tare.comparison.web.Sheets.Answered;
import dev.tare.comparison.web.Told;
import dev.tare.comparison.web.Told.Amount;
import dev.tare.comparison.web.Told.Layout;
import dev.tare.comparison.web.Told.Line;
import dev.tare.review.decision.Wording.Answer;
import dev.tare.review.decision.Wording.Option;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drafts the words of a record from figures, in plain words, for somebody to edit. */
final class Drafting {
    private final Sheet sheet;
    private final Told told;
    private final int winner;

    Drafting(Sheet sheet, Figures figures) {
        this.sheet = sheet;
        told = Told.of(sheet, figures, (_, _, _) -> "", Layout.PLAIN);
        winner = winner();
    }

    /** The least one nothing forbids; the first where it is not surely better or all are forbidden. */
    private int winner() {
        List<Cell> gross = sheet.gross().cells();
        return IntStream.range(0, gross.size()).boxed().filter(i -> sheet.columns().get(i).unmet().isEmpty())
                .filter(i -> i == 0 || surely(gross.get(i)))
                .min(java.util.Comparator.comparingDouble(i -> gross.get(i).likely())).orElse(0);
    }

    private static boolean surely(Cell cell) {
        Against against = cell.against();
        return against != null && against.surelyLess();
    }

    Draft draft(List<Answered> questions) {
        Column chosen = sheet.columns().get(winner);
        return new Draft(title(chosen), Status.PROPOSED, null,
                new Wording(chosen.scenario(), "", context(), drivers(questions),
                        outcome(), consequences(), confirmation(), options(),
                        questions.stream().map(Drafting::answer)
                                .toList()));
    }

    private String title(Column chosen) {
        return chosen.today()
                ? "Keep the shape " + sheet.estate() + " runs in"
                : "Run " + sheet.estate() + " as " + chosen.title();
    }

    private String context() {
        Column first = sheet.columns().getFirst();
        Amount gross = told.plate().amounts().getFirst();
        return (first.today() ? sheet.estate() + " runs as " : "Held against: ") + first.title() + ", "
                + told.heads().getFirst().sub().replaceFirst("^.*, ", "") + ". It weighs " + gross.text() + what()
                + " ("
                + gross.range() + " in 80 of 100 draws), of which " + told.heads().getFirst().share()
                        .replace(" tare", " is tare")
                + ". Which of " + sheet.columns().size() + " shapes should it run in?";
    }

    private String what() {
        return sheet.measure().equals("cost") ? " a month" : "";
    }

    private String drivers(List<Answered> questions) {
        List<String> drivers = new ArrayList<>(List.of("What it costs a month, and how sure that is",
                "How long a slow request takes", "What it gives: isolation, releases, what a failing unit loses"));
        questions.stream().limit(1).flatMap(each -> each.figures().stream()).forEach(drivers::add);
        return String.join("\n", drivers);
    }

    /** Read after "because". */
    private String outcome() {
        if (told.least() == winner) {
            return told.headline();
        }
        Amount amount = told.plate().amounts().get(winner);
        return winner == 0
                ? "no other is surely lighter that nothing forbids. " + told.headline()
                : "it is the lightest that nothing forbids: " + amount.text() + " instead of "
                        + told.plate().amounts().getFirst().text() + what() + ", " + amount.chance() + ". "
                        + told.headline();
    }

    private String consequences() {
        return Stream.concat(good(winner).stream().map(each -> "Good: " + each),
                bad(winner).stream().map(each -> "Bad: " + each)).collect(Collectors.joining("\n"));
    }

    private String confirmation() {
        Amount gross = told.plate().amounts().get(winner);
        return "Import the hosting bill of the third month after the change and weigh again: gross should lie in "
                + gross.range() + what() + ". Where it does not, look first at: "
                + sheet.movers().stream().limit(3).flatMap(mover -> sheet.source(mover.key()).stream())
                        .map(Sheet.Source::what).collect(Collectors.joining("; "))
                + ".";
    }

    private List<Option> options() {
        return IntStream.range(0, sheet.columns().size())
                .mapToObj(i -> new Option(sheet.columns().get(i).scenario(), String.join("\n", good(i)),
                        String.join("\n", bad(i))))
                .toList();
    }

    private List<String> good(int column) {
        if (column == 0) {
            return sheet.columns().getFirst().today() ? List.of("nothing has to move") : List.of();
        }
        return Stream.concat(measures(column, "less"), gives(column, "better")).toList();
    }

    private List<String> bad(int column) {
        List<String> bad = new ArrayList<>(told.heads().get(column).blocked());
        if (column == 0) {
            IntStream.range(1, sheet.columns().size()).filter(i -> surely(sheet.gross().cells().get(i)))
                    .mapToObj(i -> "weighs more than " + sheet.columns().get(i).title() + " ("
                            + told.plate().amounts().getFirst().text() + " against "
                            + told.plate().amounts().get(i).text() + ")")
                    .forEach(bad::add);
            return bad;
        }
        Stream.concat(measures(column, "more"), gives(column, "worse")).forEach(bad::add);
        return bad;
    }

    /** "$726 instead of $1,470, cheaper in 100 of 100 draws". */
    private Stream<String> measures(int column, String sign) {
        Stream<Line> lines = Stream.concat(Stream.of(told.plate()), told.groups().stream()
                .filter(group -> group.id().equals(Told.MEASURES)).flatMap(group -> group.lines().stream()));
        return lines.filter(line -> line.amounts().get(column).sign().equals(sign))
                .filter(line -> !line.amounts().get(column).open())
                .map(line -> (line.name().equals("gross") ? "" : line.name() + ": ")
                        + line.amounts().get(column).text() + " instead of " + line.amounts().getFirst().text() + ", "
                        + line.amounts().get(column).chance());
    }

    private Stream<String> gives(int column, String verdict) {
        return sheet.gives().stream().filter(give -> give.cells().get(column).verdict().equals(verdict))
                .map(give -> phrase(give, column));
    }

    private static String phrase(Give give, int column) {
        Sheet.Bought first = give.cells().getFirst();
        Sheet.Bought other = give.cells().get(column);
        boolean same = first.words().equals(other.words());
        return give.name().toLowerCase(java.util.Locale.ROOT) + ": " + (same ? other.small() : other.words())
                + " instead of " + (same ? first.small() : first.words());
    }

    private static Answer answer(Answered answered) {
        return new Answer(answered.question(),
                Stream.concat(answered.figures().stream(), Stream.of(answered.open()))
                        .collect(Collectors.joining("\n")));
    }
}
