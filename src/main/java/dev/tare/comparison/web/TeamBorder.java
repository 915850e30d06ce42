package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallTares.CallTare;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calls that cross a team's border, the dearest first, and what they carry of the tare.
 *
 * @param sentence how many there are, and what they cost together
 * @param more     how many are left out
 */
record TeamBorder(String sentence, List<Row> rows, int more) {
    private static final int SHOWN = 20;

    /** A call: from and to, whose the other end is, how often, and its money a month with its bounds. */
    record Row(String from, String to, String team, String rate, String mode, String money, String range) {}

    private record Crossing(CallGraph.Call call, CallTare tare, boolean in) {}

    static TeamBorder of(Snapshot estate, List<String> services, Weighed calls, Writer writer) {
        List<EstateDocument.Service> all = estate.document().services();
        Set<String> own = new HashSet<>(services);
        List<Crossing> crossings = new ArrayList<>();
        int inside = 0;
        for (int i = 0; i < calls.calls().size(); i++) {
            CallGraph.Call call = calls.calls().get(i);
            boolean from = own.contains(all.get(call.from()).name());
            boolean to = own.contains(all.get(call.to()).name());
            inside += from && to ? 1 : 0;
            if (from != to) {
                crossings.add(new Crossing(call, calls.tares().calls().get(i), to));
            }
        }
        List<Row> rows = crossings.stream()
                .sorted(Comparator.comparingDouble(crossing -> -crossing.tare().total().likely())).limit(SHOWN)
                .map(crossing -> row(crossing, all, writer)).toList();
        return new TeamBorder(sentence(crossings, inside, writer), rows, crossings.size() - rows.size());
    }

    private static String sentence(List<Crossing> crossings, int inside, Writer writer) {
        long in = crossings.stream().filter(Crossing::in).count();
        return counted(in, "comes in", "come in", writer) + " and cost " + money(crossings, true, writer) + " a month, "
                + counted(crossings.size() - in, "goes out", "go out", writer) + " and cost "
                + money(crossings, false, writer) + ", " + counted(inside, "stays inside", "stay inside", writer) + ".";
    }

    private static String counted(long count, String one, String many, Writer writer) {
        return writer.figures().count(count) + (count == 1 ? " call " + one : " calls " + many);
    }

    private static String money(List<Crossing> crossings, boolean in, Writer writer) {
        Stream<Range> those = crossings.stream().filter(crossing -> crossing.in() == in)
                .map(crossing -> crossing.tare().total());
        return writer.amount(Measure.COST, those.mapToDouble(Range::likely).sum());
    }

    private static Row row(Crossing crossing, List<EstateDocument.Service> all, Writer writer) {
        EstateDocument.Service from = all.get(crossing.call().from());
        EstateDocument.Service to = all.get(crossing.call().to());
        String other = crossing.in() ? from.team() : to.team();
        Range total = crossing.tare().total();
        return new Row(from.name(), to.name(), other == null ? "nobody" : other,
                writer.figures().rate(crossing.tare().perSecond()),
                crossing.call().mode().name().toLowerCase(Locale.ROOT), writer.amount(Measure.COST, total.likely()),
                writer.range(Measure.COST, total));
    }
}
