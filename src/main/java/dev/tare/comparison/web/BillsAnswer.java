package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.catalogue.Gift;
import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Gives;
import dev.tare.comparison.Outlook;
import dev.tare.comparison.Quantiles;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bills as the API writes them. */
@JsonInclude(Include.NON_NULL)
record BillsAnswer(String currency, String period, int draws, long seed, List<OneBill> bills,
        List<Comparison> comparisons) {
    @JsonInclude(Include.NON_NULL)
    record OneBill(String scenario, String shape, String grouping, int units, Map<String, Spread> gross,
            Map<String, Spread> net, Map<String, Spread> tare, Drawn grossCostDrawn, DrawnTotals drawn,
            Map<String, Working> netWorking,
            List<Line> lines,
            Spread people, List<Latency> latency, Structure structure, List<Carrier> carriers, Given gives,
            List<FindingAnswer> findings, double restsOnDefaults, @Nullable Double calibration) {}

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

    record Given(List<Gifted> gifts, int isolation, List<Gives.Unmet> unmet, int releasedAlone, int largestUnit,
            int teamsInAUnit, int mixedUnits, int rewritten, Outage outage, @Nullable Start start,
            @Nullable Move move, Map<String, Working> workings) {}

    /** Shares of outside requests: lost when a unit fails, and answered. */
    @JsonInclude(Include.NON_NULL)
    record Outage(@Nullable Double worstLost, @Nullable String worst, @Nullable Double meanLost,
            @Nullable Spread availability) {
        static Outage of(Gives.Outage outage) {
            return Double.isNaN(outage.worstLost())
                    ? new Outage(null, null, null, null)
                    : new Outage(outage.worstLost(), outage.worst(), outage.meanLost(),
                            Spread.of(outage.availability()));
        }
    }

    /** {@code ms} where all is there already, or of a cold function; {@code coldMs} with the pull, on an empty node. */
    @JsonInclude(Include.NON_NULL)
    record Start(Spread ms, String assumption, @Nullable Spread coldMs, @Nullable Double pullBytes,
            @Nullable String unit) {
        static @Nullable Start of(Gives.@Nullable Start start) {
            if (start == null) {
                return null;
            }
            Gives.Pull pull = start.pull();
            return pull == null
                    ? new Start(Spread.of(start.ms()), start.assumption(), null, null,
                            start.function().isEmpty() ? null : start.function())
                    : new Start(Spread.of(start.ms()), start.assumption(), Spread.of(Buys.cold(start, pull)),
                            pull.bytes(), pull.unit());
        }
    }

    /** Once; {@code paybackMonths} is absent where nothing is saved, its high end where that may be. */
    @JsonInclude(Include.NON_NULL)
    record Move(Spread days, Spread cost, @Nullable Payback paybackMonths) {
        static @Nullable Move of(Gives.@Nullable Move move) {
            return move == null
                    ? null
                    : new Move(Spread.of(move.days()), Spread.of(move.cost()), Payback.of(move.payback()));
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Payback(double low, double likely, @Nullable Double high) {
        static @Nullable Payback of(Gives.@Nullable Payback payback) {
            return payback == null
                    ? null
                    : new Payback(payback.least(), payback.likely(),
                            Double.isInfinite(payback.most()) ? null : payback.most());
        }
    }

    @JsonInclude(Include.NON_NULL)
    record Gifted(String kind, String words, @Nullable Integer strength, @Nullable String assumption) {
        static Gifted of(Gift gift) {
            return new Gifted(gift.kind().name().toLowerCase(Locale.ROOT), gift.words(), gift.strength(),
                    gift.assumption());
        }
    }

    record Comparison(String a, String b, String measure, double probabilityALess) {}

    /** {@code findings} knows those of a scenario, none for one that does not run today. */
    static BillsAnswer of(EstateDocument estate, Answer answer, Function<Weighed, List<FindingAnswer>> findings) {
        return new BillsAnswer(answer.currency(), "month", answer.question().draws(), answer.question().seed(),
                answer.weighed().stream().map(weighed -> bill(estate, weighed, findings.apply(weighed))).toList(),
                answer.comparisons().stream().map(each -> new Comparison(each.a(), each.b(), Words.id(each.measure()),
                        each.probabilityALess())).toList());
    }

    private static OneBill bill(EstateDocument estate, Weighed weighed, List<FindingAnswer> findings) {
        Bill bill = weighed.bill();
        return new OneBill(weighed.name(), weighed.shape(), weighed.grouping().id(), bill.units(),
                spreads(bill.gross()), spreads(bill.net()), spreads(bill.tare()),
                Drawn.of(weighed.gross(Measure.COST)), DrawnTotals.of(weighed.outlook()), netWorking(bill),
                bill.lines().stream().map(line -> line(line, weighed.outlook())).toList(), Spread.of(bill.people()),
                bill.latency().stream().map(each -> latency(estate, each)).toList(), structure(bill.structure()),
                carriers(estate, bill.carriers()), given(weighed.gives()), findings, bill.restsOnDefaults(),
                weighed.calibration().isPresent() ? weighed.calibration().getAsDouble() : null);
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

    private static Given given(Gives gives) {
        return new Given(gives.gifts().stream().map(Gifted::of).toList(), gives.isolationLevel(), gives.unmet(),
                gives.releasedAlone(), gives.largestUnit(), gives.teamsInAUnit(), gives.mixedUnits(),
                gives.rewritten(), Outage.of(gives.outage()), Start.of(gives.start()), Move.of(gives.move()),
                workings(gives));
    }

    private static Map<String, Working> workings(Gives gives) {
        Map<String, Working> workings = new LinkedHashMap<>();
        gives.workings().forEach((buy, working) -> workings.put(Buys.id(buy), Working.of(working)));
        return workings;
    }
}
