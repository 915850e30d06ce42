package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.engine.Bill.EntryLatency;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Band;
import dev.tare.engine.Journey.Leg;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the latency page shows, written out.
 *
 * @param over     what becomes of it in the scenario beside it; empty where there is none
 * @param honest   which requests these are, and how far off they may be
 * @param rows     the waterfall
 * @param rest     ms of calls further down that have no row; empty for none
 * @param notWaited calls nobody waits for
 */
record LatencyPage(String slug, String name, String facts, String headline, String over, String honest, boolean assumed,
        List<GraphPage.Choice> bands, List<GraphPage.Choice> entries, List<Row> rows, String rest, Sum sum,
        List<PartRow> parts, List<String> notWaited, Form form, Mine mine, String working, boolean beside) {
    /** A row of the waterfall; places in hundredths of the width. */
    record Row(String name, String from, int depth, String made, String waited, boolean critical, String net,
            String tare, String error, String then, String share, Bar bar, String words) {}

    /** Where a row's pieces stand. */
    record Bar(String x, String width, String hopX, String hop, String workX, String work) {}

    /** What all rows come to. */
    record Sum(String ms, String net, String tare, String then) {}

    /** A part of the hops' time. */
    record PartRow(String name, String ms, String share, String working) {}

    /** The form's fields as they stand. */
    record Form(String action, List<Choices.Shape> scenarios, List<Choices.Shape> overlays,
            List<GraphPage.Choice> entries, List<Hidden> carried) {}

    /** What was found of a scenario. */
    record Found(Weighed weighed, Journey journey, @Nullable EntryLatency latency) {}

    static LatencyPage of(Snapshot estate, LatencyQuery query, int entry, Found now, @Nullable Found then,
            Catalogue catalogue, Figures figures) {
        return new Maker(estate, query, entry, now, then, catalogue, new Writer(figures, now.weighed().currency()))
                .page();
    }

    /** Writes the page. */
    private record Maker(Snapshot estate, LatencyQuery query, int entry, Found now, @Nullable Found then,
            Catalogue catalogue, Writer writer) {
        LatencyPage page() {
            Journey journey = now.journey();
            List<Waterfall.Row> fall = Waterfall.of(journey, now.weighed().calls(), entry);
            double end = fall.stream().mapToDouble(Waterfall.Row::until).max().orElse(1);
            double rest = Waterfall.others(journey, fall);
            String path = path();
            return new LatencyPage(estate.slug(), estate.document().name(),
                    GraphPage.title(now.weighed()) + ", requests at " + name(entry), headline(), over(), honest(),
                    now.weighed().tares().structure().assumedEntries(), bands(path), entries(path),
                    fall.stream().map(row -> row(row, end)).toList(),
                    rest > 0.0005 * journey.ms() ? ms(rest) : "",
                    new Sum(ms(journey.ms()), ms(journey.net()), ms(journey.tare()),
                            then == null ? "" : ms(then.journey().tare())),
                    parts(), notWaited(), form(path),
                    Mine.of(query.whatIf(), other -> query.holding(other).address(path), catalogue, writer.figures()),
                    new Workings(estate.slug(), query.whatIf()).of(query.scenario().written(), "gross",
                            Measure.P99_MS),
                    then != null);
        }

        private String path() {
            return "/estates/" + estate.slug() + "/latency";
        }

        private String ms(double ms) {
            return writer.amount(Measure.P99_MS, ms);
        }

        private String name(int service) {
            return estate.document().services().get(service).name();
        }

        private String headline() {
            Journey journey = now.journey();
            String begin = "Of " + ms(journey.ms()) + " " + LatencyQuery.words(query.band()) + ", ";
            if (!(journey.tare() > 0)) {
                return begin + "nothing is tare: no call leaves its unit.";
            }
            Optional<Leg> most = journey.legs().stream().max(Comparator.comparingDouble(Leg::tare))
                    .filter(leg -> leg.tare() > 0);
            return begin + ms(journey.tare()) + " are " + (journey.arriving() > 0 ? "hops and starting" : "hops")
                    + most.map(leg -> "; " + call(leg.call()) + " is " + share(leg.tare() / journey.tare())
                            + " of that.").orElse(".");
        }

        private static String share(double share) {
            return share > 0.995
                    ? "all"
                    : share > 0.62 && share < 0.71
                            ? "two thirds"
                            : share > 0.47 && share < 0.53
                                    ? "half"
                                    : share > 0.31 && share < 0.36
                                            ? "a third"
                                            : share > 0.23 && share < 0.27
                                                    ? "a quarter"
                                                    : Math.round(100 * share) < 1
                                                            ? "less than 1 %"
                                                            : Math.round(100 * share) + " %";
        }

        private String call(int call) {
            Call made = now.weighed().calls().get(call);
            return name(made.from()) + " → " + name(made.to());
        }

        private String over() {
            if (then == null) {
                return "";
            }
            double less = now.journey().ms() - then.journey().ms();
            return "As " + then.weighed().shape() + ", " + then.weighed().grouping().words() + ": "
                    + ms(then.journey().ms()) + ", " + ms(Math.abs(less)) + (less >= 0 ? " less" : " more")
                    + ", of which "
                    + ms(then.journey().tare()) + " are tare.";
        }

        /** Which requests these are: quantiles of hops do not add up, what the same requests spent does. */
        private String honest() {
            Journey journey = now.journey();
            String drawn = writer.figures().count(journey.drawn());
            String error = Double.isNaN(journey.error()) ? "" : ", ± " + ms(journey.error()) + " for having been drawn";
            if (query.band() == Band.ALL) {
                return "The average of all " + drawn + " requests drawn" + error + ".";
            }
            EntryLatency latency = now.latency();
            Range range = latency == null ? null : query.band() == Band.SLOW ? latency.p99() : latency.p50();
            return "Percentiles of single hops do not add up. These are the averages of the "
                    + writer.figures().count(journey.requests()) + " of " + drawn
                    + " requests drawn that are about as slow as "
                    + (query.band() == Band.SLOW ? "99" : "50") + " of 100 are at most, so they sum to the whole"
                    + error + "."
                    + (range == null
                            ? ""
                            : " With all assumptions at their lightest or heaviest it is "
                                    + writer.range(Measure.P99_MS, range) + ".");
        }

        private List<GraphPage.Choice> bands(String path) {
            return Arrays.stream(new Band[]{ Band.SLOW, Band.MEDIAN, Band.ALL })
                    .map(band -> new GraphPage.Choice(LatencyQuery.id(band), switch (band) {
                        case SLOW -> "99th percentile";
                        case MEDIAN -> "Median";
                        case ALL -> "Average";
                    }, query.at(band).address(path), band == query.band())).toList();
        }

        private List<GraphPage.Choice> entries(String path) {
            return now.weighed().tares().structure().entries().entrySet().stream()
                    .sorted(java.util.Map.Entry.<Integer, Double>comparingByValue().reversed()
                            .thenComparing(java.util.Map.Entry.comparingByKey()))
                    .map(each -> new GraphPage.Choice(name(each.getKey()),
                            name(each.getKey()) + ", " + writer.figures().rate(each.getValue()),
                            query.arriving(name(each.getKey())).address(path), each.getKey() == entry))
                    .toList();
        }

        private Row row(Waterfall.Row row, double end) {
            boolean arrival = row.call() < 0;
            double waited = row.times() > 0 ? row.critical() / row.times() : 0;
            String made = arrival
                    ? "from outside"
                    : times(row.times()) + ", " + (row.parallel() ? "side by side" : "one after another")
                            + (row.remote() ? "" : ", inside the unit")
                            + (row.again() ? "; its own calls as above" : "");
            String share = writer.figures().percent((row.net() + row.tare()) / now.journey().ms());
            Bar bar = new Bar(percent(row.from(), end), percent(row.until() - row.from(), end),
                    percent(row.from(), end), percent(row.hop(), end), percent(row.from() + row.hop(), end),
                    percent(row.work(), end));
            String words = name(row.service()) + ": from " + ms(row.from()) + " to " + ms(row.until()) + ", "
                    + ms(row.hop()) + " on the way, " + ms(row.work()) + " of own work";
            return new Row(name(row.service()),
                    arrival ? "" : name(now.weighed().calls().get(row.call()).from()), Math.min(row.depth(), 8), made,
                    arrival || !row.parallel() ? "" : "waited for in " + writer.figures().percent(waited),
                    arrival || waited > 0.5, work(row), ms(row.tare()),
                    Double.isNaN(row.error()) || row.error() == 0 ? "" : "± " + ms(row.error()), then(row), share, bar,
                    words);
        }

        /** Next to nothing where the callee's work stands further up: then only the call itself is left. */
        private String work(Waterfall.Row row) {
            boolean nothing = row.net() < 1e-4 * now.journey().ms();
            return nothing ? row.again() ? "above" : ms(0) : ms(row.net());
        }

        private String then(Waterfall.Row row) {
            if (then == null) {
                return "";
            }
            if (row.call() < 0) {
                return ms(then.journey().arriving());
            }
            return then.journey().legs().stream().filter(leg -> leg.call() == row.call()).findFirst()
                    .map(leg -> leg.remote() ? ms(leg.tare()) : "inside a unit").orElse("–");
        }

        private String times(double times) {
            return writer.figures().number(times) + "×";
        }

        private static String percent(double ms, double end) {
            return String.format(Locale.ROOT, "%.3f%%", end > 0 ? Math.max(0, ms) / end * 100 : 0);
        }

        private List<PartRow> parts() {
            Workings workings = new Workings(estate.slug(), query.whatIf());
            List<PartRow> rows = new ArrayList<>();
            for (Part part : Part.values()) {
                double ms = now.journey().legs().stream().mapToDouble(leg -> leg.parts().getOrDefault(part, 0.0)).sum()
                        + (part == Part.PLACEMENT ? now.journey().arriving() : 0);
                if (ms > 0) {
                    rows.add(new PartRow(Words.id(part), ms(ms), writer.figures().percent(ms / now.journey().ms()),
                            workings.of(query.scenario().written(), Words.id(part), Measure.P99_MS)));
                }
            }
            return rows;
        }

        private List<String> notWaited() {
            Set<Integer> reached = new HashSet<>();
            now.journey().stays().forEach(stay -> reached.add(stay.service()));
            List<String> calls = new ArrayList<>();
            for (int call = 0; call < now.weighed().calls().size(); call++) {
                Call made = now.weighed().calls().get(call);
                if (made.mode() == Mode.ASYNC && reached.contains(made.from())) {
                    calls.add(call(call));
                }
            }
            return calls;
        }

        private Form form(String path) {
            String today = "as it runs";
            List<Choices.Shape> overlays = new ArrayList<>(
                    List.of(new Choices.Shape("", "nothing", query.to() == null)));
            Sought over = Objects.requireNonNullElse(query.to(), Sought.TODAY);
            Choices.pairs(catalogue.presets(), estate.document().shapes(), over, today)
                    .forEach(shape -> overlays.add(new Choices.Shape(shape.value(), shape.name(),
                            query.to() != null && shape.chosen())));
            return new Form(path,
                    Choices.pairs(catalogue.presets(), estate.document().shapes(), query.scenario(), today), overlays,
                    entries(path), query.fields().stream()
                            .filter(field -> List.of("set", "calibrated", "at").contains(field.name())).toList());
        }
    }
}
