package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Looked;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bills as the API writes them. */
@JsonInclude(Include.NON_NULL)
record BillsAnswer(String currency, String period, int draws, long seed, boolean calibrated, List<OneBill> bills,
        List<Comparison> comparisons) {
    @JsonInclude(Include.NON_NULL)
    record OneBill(String scenario, String shape, String grouping, int units, Map<String, Spread> gross,
            Map<String, Spread> net, Map<String, Spread> tare, Drawn grossCostDrawn, DrawnTotals drawn,
            Map<String, Working> netWorking,
            List<Line> lines,
            Spread people, List<Latency> latency, Structure structure, List<Carrier> carriers, Given gives,
            List<FindingAnswer> findings, double restsOnDefaults, @Nullable Double calibration,
            List<Mover> tornado, @Nullable Changes changes) {}

    record Spread(double low, double likely, double high) {
        static Spread of(Range range) {
            return new Spread(range.low(), range.likely(), range.high());
        }
    }

    /** What 10, 50 and 90 of 100 draws stay below. */
    record Drawn(double p10, double p50, double p90) {
        static Drawn of(Quantiles quantiles) {
            return new Drawn(quantiles.p10(), quantiles.p50(), quantiles.p90());
        }
    }

    /** By measure; one that was not drawn is absent. {@code tareShare} is of money. */
    record DrawnTotals(Map<String, Drawn> gross, Map<String, Drawn> net, Map<String, Drawn> tare, Drawn tareShare) {
        static DrawnTotals of(Outlook outlook) {
            return new DrawnTotals(byMeasure(outlook.gross()), byMeasure(outlook.net()), byMeasure(outlook.tare()),
                    Drawn.of(outlook.tareShare()));
        }

        private static Map<String, Drawn> byMeasure(Map<Measure, Quantiles> drawn) {
            Map<String, Drawn> written = new LinkedHashMap<>();
            drawn.forEach((measure, quantiles) -> written.put(Words.id(measure), Drawn.of(quantiles)));
            return written;
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Line(String line, String measure, double low, double likely, double high, @Nullable Drawn drawn,
            Working working) {}

    record Working(String formula, List<Input> inputs) {
        static Working of(Bill.Working working) {
            return new Working(working.formula(), working.inputs().stream().map(Input::of).toList());
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Input(String name, @Nullable Double value, String unit, @Nullable String assumption) {
        static Input of(Bill.Input input) {
            return new Input(input.name(), Double.isFinite(input.value()) ? input.value() : null,
                    Words.unit(input.dimension()), input.assumption().isEmpty() ? null : input.assumption());
        }
    }

    record Latency(String entry, double p50, double p90, double p99, double tareShare, Map<String, Spread> ranges) {}

    record Structure(double hopsPerRequest, int depth, int remoteCalls, int components, int cycles,
            double wireBytesPerMonth, double storedBytes, double requestsPerSecond, double nodes, double instances,
            boolean assumedEntries) {}

    record Carrier(String service, double tare) {}

    /**
     * An assumption and what it does to a cost when everything is weighed again at both ends of its range, all others
     * likely; {@code varianceShare} is absent where too few draws were made to tell.
     */
    @JsonInclude(Include.NON_NULL)
    record Mover(String assumption, double atLow, double atHigh, @Nullable Double varianceShare) {
        static List<Mover> of(Answer answer, Look look) {
            return answer.looked(look).stream().flatMap(looked -> looked.swings().stream())
                    .map(each -> new Mover(each.key(), each.atLow(), each.atHigh(),
                            Double.isNaN(each.share()) ? null : each.share()))
                    .toList();
        }
    }

    /** The difference is of b less a; it and what moves it are there for cost, where few scenarios are compared. */
    @JsonInclude(Include.NON_NULL)
    record Comparison(String a, String b, String measure, double probabilityALess, @Nullable Drawn difference,
            @Nullable Boolean tooCloseToCall, @Nullable List<Mover> tornado) {
        static Comparison of(Answer answer, Answer.Comparison each) {
            Look look = new Look(each.a(), each.b(), each.measure());
            Optional<Quantiles> gross = answer.looked(look).flatMap(Looked::difference).map(Looked.Difference::gross)
                    .map(Looked.Apart::drawn);
            return new Comparison(each.a(), each.b(), Words.id(each.measure()), each.probabilityALess(),
                    gross.map(Drawn::of).orElse(null), gross.map(Quantiles::flips).orElse(null),
                    gross.isPresent() ? Mover.of(answer, look) : null);
        }
    }

    /** {@code findings} knows those of a scenario, none for one that does not run today. */
    static BillsAnswer of(EstateDocument estate, Answer answer, Function<Weighed, List<FindingAnswer>> findings) {
        return new BillsAnswer(answer.currency(), "month", answer.question().draws(), answer.question().seed(),
                answer.question().calibrated(),
                answer.weighed().stream().map(weighed -> bill(estate, answer, weighed, findings.apply(weighed)))
                        .toList(),
                answer.comparisons().stream().map(each -> Comparison.of(answer, each)).toList());
    }

    private static OneBill bill(EstateDocument estate, Answer answer, Weighed weighed,
            List<FindingAnswer> findings) {
        Bill bill = weighed.bill();
        return new OneBill(weighed.name(), weighed.shape(), weighed.grouping().id(), bill.units(),
                spreads(bill.gross()), spreads(bill.net()), spreads(bill.tare()),
                Drawn.of(weighed.gross(Measure.COST)), DrawnTotals.of(weighed.outlook()), netWorking(bill),
                bill.lines().stream().map(line -> line(line, weighed.outlook())).toList(), Spread.of(bill.people()),
                bill.latency().stream().map(each -> latency(estate, each)).toList(), structure(bill.structure()),
                carriers(estate, bill.carriers()), Given.of(weighed.gives()), findings, bill.restsOnDefaults(),
                weighed.calibration().isPresent() ? weighed.calibration().getAsDouble() : null,
                Mover.of(answer, new Look(weighed.name(), null, Measure.COST)),
                weighed.ask().changes().isNone() ? null : weighed.ask().changes());
    }

    private static Map<String, Spread> spreads(Map<Measure, Range> totals) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            spreads.put(Words.id(measure), Spread.of(Amounts.of(totals, measure)));
        }
        return spreads;
    }

    private static Map<String, Working> netWorking(Bill bill) {
        Map<String, Working> workings = new LinkedHashMap<>();
        bill.netWorking().forEach((measure, working) -> workings.put(Words.id(measure), Working.of(working)));
        return workings;
    }

    private static Line line(Bill.Line line, Outlook outlook) {
        return new Line(Words.id(line.part()), Words.id(line.measure()), line.range().low(), line.range().likely(),
                line.range().high(), outlook.line(line.part(), line.measure()).map(Drawn::of).orElse(null),
                Working.of(line.working()));
    }

    private static Latency latency(EstateDocument estate, Bill.EntryLatency latency) {
        Map<String, Spread> ranges = new LinkedHashMap<>();
        ranges.put("p50", Spread.of(latency.p50()));
        ranges.put("p90", Spread.of(latency.p90()));
        ranges.put("p99", Spread.of(latency.p99()));
        return new Latency(estate.services().get(latency.service()).name(), latency.p50().likely(),
                latency.p90().likely(), latency.p99().likely(), latency.tareShare(), ranges);
    }

    private static Structure structure(Bill.Structure facts) {
        return new Structure(facts.hopsPerRequest(), facts.depth(), facts.remoteCalls(), facts.components(),
                facts.cycles(), facts.wireBytesPerMonth(), facts.storedBytes(), facts.requestsPerSecond(),
                facts.nodes(), facts.instances(), facts.assumedEntries());
    }

    private static List<Carrier> carriers(EstateDocument estate, double[] tare) {
        return java.util.stream.IntStream.range(0, tare.length)
                .mapToObj(i -> new Carrier(estate.services().get(i).name(), tare[i])).toList();
    }
}
