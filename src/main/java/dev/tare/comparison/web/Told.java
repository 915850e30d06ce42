package dev.tare.comparison.web;

import dev.tare.comparison.web.Sheet.Against;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Column;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * A sheet as people read it: plain words first, then the plate, the lines, the other measures and what each gives.
 *
 * @param headline who wins
 * @param more     who wins on what else, what the winner gives up and what it gains
 * @param heads    one for each scenario
 * @param plate    gross in the measure of the lines
 * @param groups   rows below it
 * @param drawn    how the ranges were found
 * @param least    the column that is least at likely values
 */
@NamedInterface("comparison")
public record Told(String headline, List<String> more, List<Head> heads, Line plate, List<Group> groups,
        String drawn, int least) {
    /** The lines of the bill. */
    public static final String LINES = "lines";
    /** Gross in the other measures. */
    public static final String MEASURES = "measures";
    /** What each gives. */
    public static final String GIVES = "gives";
    /** What the options chosen give besides. */
    public static final String OPTIONS = "options";

    /** Where a figure's working is to be read. */
    @FunctionalInterface
    public interface Links {
        /** The address; empty for a figure without one. */
        String to(int column, String part, String measure);
    }

    /** How rows are laid out. */
    public record Layout(boolean byDifference, Set<String> folded) {
        /** As they stand on a bill, nothing folded. */
        public static final Layout PLAIN = new Layout(false, Set.of());
    }

    /** A scenario at the head of its column. */
    public record Head(String scenario, String name, String sub, boolean today, String share, List<String> blocked,
            String rests) {}

    /**
     * Rows that fold together.
     *
     * @param words what stands where it is folded
     */
    public record Group(String id, String title, String words, boolean folded, List<Line> lines, List<Given> given) {}

    /**
     * One amount in every scenario.
     *
     * @param swatch place of the part in a bill, net being 0; below 0 for none
     * @param total  whether it is a sum of the rows above
     */
    public record Line(String id, String name, String meaning, int swatch, boolean total, List<Amount> amounts) {}

    /**
     * One amount.
     *
     * @param difference from the first, signed; empty in the first
     * @param between    what the difference lies in, in 80 of 100 draws
     * @param chance     how sure it is, in words
     * @param sign       less, more or same
     * @param open       whether it is too close to call
     */
    public record Amount(String text, String range, String working, boolean zero, String difference, String between,
            String chance, String sign, boolean open, Whisker whisker) {}

    /** Places on the row's scale in percent; {@code base} is the first scenario's likely figure. */
    public record Whisker(String likely, String from, String at, String to, String base, String text) {}

    /** One thing the weight buys, or what options give. */
    public record Given(String id, String name, boolean same, List<Worth> cells) {}

    /** In one scenario. */
    public record Worth(String words, String small, String working, String verdict) {}

    /** Writes a sheet with these figures. */
    public static Told of(Sheet sheet, Figures figures, Links links, Layout layout) {
        return new Teller(sheet, new Writer(figures, sheet.currency()), links, layout).told();
    }

    /** What everything is written with. */
    private record Teller(Sheet sheet, Writer writer, Links links, Layout layout) {
        Told told() {
            CompareWords words = new CompareWords(sheet, writer);
            return new Told(words.headline(),
                    Stream.of(words.measures(), words.givenUp(), words.gained()).filter(each -> !each.isEmpty())
                            .toList(),
                    heads(),
                    line(sheet.gross(), "gross", sheet.columns().size() + " scenarios", -1),
                    List.of(lines(), measures(), gives(), options()), drawn(), words.least(sheet.gross()));
        }

        private List<Head> heads() {
            return sheet.columns().stream().map(this::head).toList();
        }

        private Head head(Column column) {
            return new Head(column.scenario(), column.shape(),
                    column.grouping() + ", " + (column.units() == 1
                            ? "one unit"
                            : writer.figures().count(column.units()) + " units"),
                    column.today(), writer.figures().percent(column.tareShare()) + " tare",
                    column.unmet().stream().map(each -> each.service() + " needs isolation " + each.need() + " and "
                            + each.reason()).toList(),
                    writer.figures().percent(column.restsOnDefaults()));
        }

        private Group lines() {
            List<Line> lines = new ArrayList<>(Stream
                    .concat(Stream.of("net"), Arrays.stream(Part.values()).map(Words::id))
                    .map(part -> line(sheet.row(part, sheet.measure()), part,
                            Words.part(part).map(Words::meaning).orElse("what the work itself needs"),
                            Words.part(part).map(each -> each.ordinal() + 1).orElse(0)))
                    .toList());
            if (layout.byDifference()) {
                lines.sort(Comparator.comparingDouble(line -> -widest(line.id(), sheet.measure(), false)));
            }
            lines.add(total("tare"));
            lines.add(total(Sheet.GROSS));
            return group(LINES, "Line by line: " + lower(Words.sentence(measure())), lines, List.of());
        }

        private Line total(String part) {
            Line line = line(sheet.row(part, sheet.measure()), part,
                    part.equals("tare") ? "all lines but net" : "net and tare", -1);
            return new Line("total-" + part, line.name(), line.meaning(), -1, true, line.amounts());
        }

        private Group measures() {
            List<Line> lines = new ArrayList<>(Arrays.stream(Measure.values()).filter(each -> each != measure())
                    .map(each -> line(sheet.row(Sheet.GROSS, Words.id(each)), Words.head(each), "gross", -1))
                    .toList());
            if (layout.byDifference()) {
                lines.sort(Comparator.comparingDouble(line -> -widest(Sheet.GROSS, line.id().substring(6), true)));
            }
            return group(MEASURES, "Gross in the other measures", lines, List.of());
        }

        /** The largest difference of a row, as a share of the first amount where units differ. */
        private double widest(String part, String measure, boolean relative) {
            List<Cell> cells = sheet.row(part, measure).cells();
            double first = cells.getFirst().likely();
            double widest = cells.stream().mapToDouble(cell -> Math.abs(cell.likely() - first)).max().orElse(0);
            return relative ? widest / Math.max(first, Double.MIN_NORMAL) : widest;
        }

        private Line line(Sheet.Row row, String name, String meaning, int swatch) {
            double scale = row.cells().stream().mapToDouble(cell -> Math.max(cell.likely(), cell.to())).max()
                    .orElse(0);
            String id = row.part().equals(Sheet.GROSS) ? "gross-" + row.measure() : row.part();
            return new Line(id, name, meaning, swatch, false, IntStream.range(0, row.cells().size())
                    .mapToObj(i -> amount(row, i, Math.max(scale, Double.MIN_NORMAL))).toList());
        }

        private Amount amount(Sheet.Row row, int column, double scale) {
            Measure measure = CompareWords.measure(row.measure());
            Cell cell = row.cells().get(column);
            String text = writer.amount(measure, cell.likely());
            String range = writer.range(measure, new Range(cell.from(), cell.middle(), cell.to()));
            Against against = cell.against();
            String difference = against == null ? "" : writer.signed(measure, against.likely());
            boolean open = against != null && against.open() && !difference.equals("0");
            return new Amount(text, range, links.to(column, row.part(), row.measure()),
                    cell.likely() == 0 && cell.high() == 0, difference, between(measure, against),
                    against == null || difference.equals("0")
                            ? ""
                            : CompareWords.chance(measure, against, cell.drawn() != null, writer),
                    against == null || difference.equals("0") ? "same" : against.likely() < 0 ? "less" : "more", open,
                    new Whisker(percent(cell.likely(), scale), percent(cell.from(), scale),
                            percent(cell.middle(), scale), percent(cell.to(), scale),
                            percent(row.cells().getFirst().likely(), scale), text + ", " + range));
        }

        private String between(Measure measure, @org.jspecify.annotations.Nullable Against against) {
            Sheet.Drawn drawn = against == null ? null : against.drawn();
            if (drawn == null) {
                return "";
            }
            String from = writer.signed(measure, drawn.p10());
            String to = writer.signed(measure, drawn.p90());
            return from.equals(to) ? from : from + " to " + to;
        }

        private Group gives() {
            return group(GIVES, "What each gives", List.of(), sheet.gives().stream()
                    .map(give -> new Given(give.id(), give.name(),
                            give.cells().stream().map(Sheet.Bought::words).distinct().count() == 1,
                            IntStream.range(0, give.cells().size()).mapToObj(i -> {
                                Sheet.Bought cell = give.cells().get(i);
                                return new Worth(cell.words(), cell.small(),
                                        cell.worked() ? links.to(i, "buys-" + give.id(), "cost") : "", cell.verdict());
                            }).toList()))
                    .toList());
        }

        private Group options() {
            List<Given> given = sheet.options().stream().sorted(Comparator.comparing(offer -> !offer.differs()))
                    .map(offer -> new Given("option-" + sheet.options().indexOf(offer), offer.name(),
                            !offer.differs(),
                            offer.words().stream().map(words -> new Worth(words, "", "", "")).toList()))
                    .toList();
            return group(OPTIONS, "What their options give besides", List.of(), given);
        }

        private Group group(String id, String title, List<Line> lines, List<Given> given) {
            int rows = lines.size() + given.size();
            long alike = given.stream().filter(Given::same).count();
            return new Group(id, title, rows + " rows" + (alike > 0 ? ", " + alike + " alike" : ""),
                    layout.folded().contains(id), lines, given);
        }

        private String drawn() {
            boolean drawn = sheet.gross().cells().getFirst().drawn() != null;
            return drawn
                    ? "Large figures take every assumption at its likely value. Small ones, the whiskers and the "
                            + "chances come from " + writer.figures().count(sheet.draws())
                            + " draws of all assumptions, the same draws for every scenario: 80 of 100 lie between. Most "
                            + "assumptions can turn out far above their likely value and only a little below it, so a large "
                            + "figure may lie at the low end of its own range. A difference nobody can be 90 % sure of is too "
                            + "close to call."
                    : "Large figures take every assumption at its likely value; small ones span the lowest to the "
                            + "highest the assumptions allow, because drawing this measure would take too long here.";
        }

        private Measure measure() {
            return CompareWords.measure(sheet.measure());
        }

        private static String lower(String words) {
            return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        }

        private static String percent(double value, double scale) {
            return String.format(Locale.ROOT, "%.2f%%", Math.clamp(value / scale * 100, 0, 100));
        }
    }
}
