package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives.Buy;
import dev.tare.comparison.Looked;
import dev.tare.comparison.Looked.Apart;
import dev.tare.comparison.Looked.Difference;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Question.Look;
import dev.tare.comparison.web.Sheet.Against;
import dev.tare.comparison.web.Sheet.Bought;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Chance;
import dev.tare.comparison.web.Sheet.Column;
import dev.tare.comparison.web.Sheet.Drawn;
import dev.tare.comparison.web.Sheet.Give;
import dev.tare.comparison.web.Sheet.Mover;
import dev.tare.comparison.web.Sheet.Offer;
import dev.tare.comparison.web.Sheet.Refused;
import dev.tare.comparison.web.Sheet.Row;
import dev.tare.comparison.web.Sheet.Source;
import dev.tare.comparison.web.Sheet.Unmet;
import dev.tare.comparison.web.Sheet.Working;
import dev.tare.engine.Bill;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.Estates.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an answer down as a sheet. */
record SheetWriter(Snapshot estate, CompareQuery query, Answer answer, @Nullable Look decides, Catalogue catalogue,
        Writer writer) {
    private static final double SAME = 1e-9;

    /** A sheet of an estate nothing of which could be weighed. */
    static Sheet nothing(Snapshot estate, CompareQuery query, List<Refused> refused) {
        String stated = estate.document().currency();
        return new Sheet(estate.document().name(), estate.version(), estate.updatedAt(),
                stated == null ? "USD" : stated, Words.id(query.measure()), 0, 0, query.whatIf().calibrated(),
                query.whatIf().figures(), List.of(), refused, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    Sheet sheet(List<Refused> refused) {
        List<Row> rows = rows();
        return new Sheet(estate.document().name(), estate.version(), estate.updatedAt(), answer.currency(),
                Words.id(query.measure()), answer.question().draws(), answer.question().seed(),
                query.whatIf().calibrated(), query.whatIf().figures(),
                answer.weighed().stream().map(this::column).toList(), refused, rows, chances(), gives(), options(),
                movers(),
                sources(rows));
    }

    private Column column(Weighed weighed) {
        return new Column(weighed.name(), weighed.shape(), weighed.grouping().words(), weighed.today(),
                weighed.bill().units(), shared(weighed.units()), Amounts.tareShare(weighed.bill(), query.measure()),
                weighed.bill().restsOnDefaults(), weighed.gives().unmet().stream()
                        .map(each -> new Unmet(each.service(), each.need(), each.reason())).toList());
    }

    private List<List<String>> shared(int[] units) {
        Map<Integer, List<String>> services = new TreeMap<>();
        for (int i = 0; i < units.length; i++) {
            services.computeIfAbsent(units[i], _ -> new ArrayList<>()).add(estate.document().services().get(i).name());
        }
        return services.values().stream().filter(unit -> unit.size() > 1).map(List::copyOf).toList();
    }

    private List<Row> rows() {
        Measure measure = query.measure();
        List<Row> rows = new ArrayList<>();
        rows.add(row("net", measure, each -> Amounts.of(each.bill().net(), measure),
                each -> each.outlook().net().get(measure), Difference::net,
                each -> each.bill().netWorking().get(measure)));
        for (Part part : Part.values()) {
            rows.add(row(Words.id(part), measure, each -> Amounts.of(each.bill(), part, measure),
                    each -> each.outlook().line(part, measure).orElse(null), each -> each.lines().get(part),
                    each -> Amounts.line(each.bill(), part, measure).map(Bill.Line::working).orElse(null)));
        }
        rows.add(row("tare", measure, each -> Amounts.of(each.bill().tare(), measure),
                each -> each.outlook().tare().get(measure), Difference::tare, _ -> null));
        Stream.concat(Stream.of(measure), Arrays.stream(Measure.values()).filter(each -> each != measure))
                .map(this::gross).forEach(rows::add);
        return rows;
    }

    private Row gross(Measure measure) {
        return row(Sheet.GROSS, measure, each -> Amounts.of(each.bill().gross(), measure),
                each -> each.outlook().gross().get(measure), Difference::gross, _ -> null);
    }

    private Row row(String part, Measure measure, Function<Weighed, Range> figure,
            Function<Weighed, @Nullable Quantiles> drawn, Function<Difference, @Nullable Apart> apart,
            Function<Weighed, Bill.@Nullable Working> working) {
        Weighed first = answer.weighed().getFirst();
        return new Row(part, Words.id(measure), answer.weighed().stream().map(each -> {
            Range range = figure.apply(each);
            Against against = each == first
                    ? null
                    : against(part, measure, each, figure.apply(first).likely(), range.likely(), apart);
            return new Cell(range.low(), range.likely(), range.high(), drawn(drawn.apply(each)), against,
                    working(working.apply(each)));
        }).toList());
    }

    private Against against(String part, Measure measure, Weighed weighed, double base, double figure,
            Function<Difference, @Nullable Apart> apart) {
        double size = Math.max(Math.abs(base), Math.abs(figure));
        double likely = settled(figure - base, size);
        String first = answer.weighed().getFirst().name();
        Apart drawn = answer.looked(Look.apart(first, weighed.name(), measure)).flatMap(Looked::difference)
                .map(apart).orElse(null);
        if (drawn != null) {
            Quantiles between = drawn.drawn();
            return new Against(likely, new Drawn(settled(between.p10(), size), settled(between.p50(), size),
                    settled(between.p90(), size)), drawn.less());
        }
        return new Against(likely, null,
                part.equals(Sheet.GROSS) ? answer.probabilityLess(weighed.name(), first, measure) : null);
    }

    /** What is left of two equal figures that were added in different orders is nothing. */
    private static double settled(double difference, double size) {
        return Math.abs(difference) <= SAME * size ? 0 : difference;
    }

    private static @Nullable Drawn drawn(@Nullable Quantiles quantiles) {
        return quantiles == null ? null : new Drawn(quantiles.p10(), quantiles.p50(), quantiles.p90());
    }

    private @Nullable Working working(Bill.@Nullable Working working) {
        return working == null
                ? null
                : new Working(working.formula(), working.inputs().stream()
                        .map(each -> new Sheet.Input(each.name(),
                                writer.input(each.name(), each.dimension(), each.value()), each.assumption()))
                        .toList());
    }

    private List<Chance> chances() {
        return answer.comparisons().stream().map(
                each -> new Chance(each.a(), each.b(), Words.id(each.measure()), each.probabilityALess())).toList();
    }

    private List<Give> gives() {
        List<BuyWords> words = answer.weighed().stream().map(each -> new BuyWords(each.gives(), writer)).toList();
        return Arrays.stream(Buy.values()).map(buy -> new Give(Buys.id(buy), Buys.title(buy),
                IntStream.range(0, words.size()).mapToObj(i -> new Bought(words.get(i).of(buy), words.get(i).small(buy),
                        i == 0 ? "" : verdict(words.getFirst().better(buy), words.get(i).better(buy)),
                        answer.weighed().get(i).gives().workings().containsKey(buy))).toList()))
                .toList();
    }

    private static String verdict(double first, double other) {
        return Double.isNaN(first) || Double.isNaN(other)
                ? ""
                : other > first ? "better" : other < first ? "worse" : "same";
    }

    private List<Offer> options() {
        return Arrays.stream(Gift.Kind.values()).filter(kind -> kind != Gift.Kind.START)
                .map(kind -> new Offer(kind.title(),
                        answer.weighed().stream().map(each -> Buys.gift(each.gives(), kind)).toList()))
                .filter(offer -> offer.words().stream().anyMatch(words -> !words.equals(Buys.NOTHING))).toList();
    }

    private List<Mover> movers() {
        return Optional.ofNullable(decides).flatMap(answer::looked).stream()
                .flatMap(looked -> looked.swings().stream()
                        .map(each -> new Mover(String.valueOf(looked.look().b()), each.key(), each.atLow(),
                                each.atHigh(), Double.isNaN(each.share()) ? null : each.share())))
                .toList();
    }

    private List<Source> sources(List<Row> rows) {
        Stream<String> named = rows.stream().flatMap(row -> row.cells().stream()).map(Cell::working)
                .flatMap(Stream::ofNullable).flatMap(working -> working.inputs().stream())
                .map(Sheet.Input::assumption);
        return Stream.of(named, movers().stream().map(Mover::key), query.whatIf().figures().keySet().stream())
                .flatMap(keys -> keys).distinct().sorted()
                .flatMap(key -> catalogue.entry(key).filter(Assumption::usable).stream()).map(this::source)
                .collect(Collectors.toList());
    }

    private Source source(Assumption entry) {
        return new Source(entry.key(), entry.what(), figure(entry.low()), figure(entry.likely()), figure(entry.high()),
                entry.unit(), entry.asOf(), entry.source(), Optional.ofNullable(entry.locator()).orElse(""),
                entry.how().words(), query.whatIf().figures().get(entry.key()));
    }

    private static double figure(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
