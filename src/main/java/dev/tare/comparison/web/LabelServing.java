package dev.tare.comparison.web;

import dev.tare.catalogue.FieldDefault;
import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.ServiceWeights.Weight;
import dev.tare.comparison.ServiceWeights.Weights;
import dev.tare.comparison.TeamWeights.Figure;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Work;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service weighs, for a month and for a thousand of the requests that reach it.
 *
 * @param before the headline up to its figure
 * @param figure what stands out in it
 * @param after  the rest of it
 * @param plate  gross, tare, net and what to expect
 * @param means  what a serving is, in a line
 * @param note   what the range is, and how much of the estate's tare this is
 * @param rows   what a replica asks for and uses, and what a request takes
 * @param lines  what the tare is made of
 */
record LabelServing(String before, String figure, String after, List<Total> plate, boolean requests, String means,
        String note,
        List<Row> rows, List<Line> lines) {
    private static final double SERVING = 1_000;

    /** GROSS, TARE, NET or EXPECT: a month, a thousand requests, and the share of the gross. */
    record Total(String name, String style, String month, String serving, String share, String working) {}

    /**
     * A fact.
     *
     * @param one    of one replica, or of a request
     * @param all    of all replicas; empty where that says nothing
     * @param stated whether somebody stated it
     * @param field  where to; empty where it is worked out
     */
    record Row(String name, String one, String all, String note, boolean stated, String field) {}

    /** A part of the tare. */
    record Line(String name, String meaning, String month, String range, String working) {}

    static LabelServing of(Labelled labelled, Weights weights, Weighed calls) {
        return new Builder(labelled, weights, calls).build();
    }

    private static final class Builder {
        private final Labelled labelled;
        private final Writer writer;
        private final Figures figures;
        private final Weights weights;
        private final Weight weight;
        private final Weighed calls;
        private final double perSecond;
        private final double servings;

        Builder(Labelled labelled, Weights weights, Weighed calls) {
            this.labelled = labelled;
            this.writer = labelled.writer();
            this.figures = writer.figures();
            this.weights = weights;
            this.weight = weights.services().get(labelled.at());
            this.calls = calls;
            perSecond = calls.tares().structure().perSecond()[labelled.at()];
            servings = perSecond * weights.seconds() / SERVING;
        }

        LabelServing build() {
            boolean requests = servings > 0;
            double gross = weight.gross().likely();
            String before = labelled.name()
                    + (gross > 0 ? " costs " + money(gross) + " a month, " : " costs nothing yet.");
            String after = requests ? "; a thousand requests cost " + money(gross / servings) + "." : ".";
            return new LabelServing(before, gross > 0 ? money(weight.tare().likely()) + " of it tare" : "",
                    gross > 0 ? after : "", plate(), requests, means(), note(), rows(), lines());
        }

        private List<Total> plate() {
            return List.of(total("GROSS", "is-gross", weight.gross()), total("TARE", "is-tare", weight.tare()),
                    total("NET", "is-net", weight.net()),
                    new Total("EXPECT", "is-expect", writer.range(Measure.COST, weight.gross().drawn()), expected(),
                            "", working("gross")));
        }

        private Total total(String name, String style, Figure figure) {
            double gross = weight.gross().likely();
            return new Total(name, style, money(figure.likely()), serving(figure.likely()),
                    gross > 0 && !name.equals("GROSS") ? figures.percent(figure.likely() / gross) : "",
                    working(name.toLowerCase(Locale.ROOT)));
        }

        private String expected() {
            var drawn = weight.gross().drawn();
            return servings > 0
                    ? figures.range(drawn.p10() / servings, drawn.p90() / servings,
                            (coarse, value) -> new Writer(coarse, weights.currency()).amount(Measure.COST, value))
                    : "";
        }

        private String serving(double month) {
            return servings > 0 ? money(month / servings) : "";
        }

        private String means() {
            return servings > 0
                    ? "A serving is a thousand requests to it: a month, divided by the "
                            + figures.number(servings * SERVING) + " requests that reach it (" + figures.rate(perSecond)
                            + "), times a thousand."
                    : "A serving is a thousand requests to it. No request is known to reach it, so there is no figure for one.";
        }

        private String working(String part) {
            return new Workings(labelled.slug()).ofService(labelled.name(), part);
        }

        private String note() {
            String share = weights.tare() > 0
                    ? "It carries " + figures.percent(weight.tare().likely() / weights.tare())
                            + " of the estate's tare. "
                    : "";
            return share + (weights.draws() > 1
                    ? "Figures take every assumption at its likely value; expect is what this service costs in 80 of 100 draws of all of them."
                    : "Figures take every assumption at its likely value; this estate is too large for ranges service by service.");
        }

        private List<Line> lines() {
            return weight.lines().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(line -> new Line(Words.id(line.getKey()), Words.meaning(line.getKey()),
                            money(line.getValue().likely()), writer.range(Measure.COST, line.getValue().drawn()),
                            working(Words.id(line.getKey()))))
                    .toList();
        }

        private List<Row> rows() {
            Service service = labelled.service();
            Labelled.Value replicas = labelled.value(service.replicas(), "replicas", Figures::number);
            Resource cpu = service.cpu();
            Resource memory = service.memory();
            Work work = service.workMs();
            List<Row> rows = new ArrayList<>();
            rows.add(new Row("Requests", figures.rate(perSecond), "", "mean, by the calls that lead here", true, ""));
            rows.add(wire());
            rows.add(row("Own work, half within", work == null ? null : work.p50(), "workMs.p50", Figures::ms, null));
            rows.add(row("Own work, 99 of 100 within", work == null ? null : work.p99(), "workMs.p99", Figures::ms,
                    null));
            rows.add(row("Replicas", service.replicas(), "replicas", Figures::number, null));
            rows.add(row("CPU asked for", cpu == null ? null : cpu.request(), "cpu.request", Figures::vcpu, replicas));
            rows.add(row("CPU used", cpu == null ? null : cpu.used(), "cpu.used", Figures::vcpu, replicas));
            rows.add(row("Memory asked for", memory == null ? null : memory.request(), "memory.request",
                    Figures::memory, replicas));
            rows.add(row("Memory used", memory == null ? null : memory.used(), "memory.used", Figures::memory,
                    replicas));
            rows.add(row("Deploys a month", service.deploysPerMonth(), "deploysPerMonth", Figures::number, null));
            return rows;
        }

        private Row row(String name, @Nullable Double stated, String path, Figures.Writing writing,
                Labelled.@Nullable Value times) {
            Labelled.Value value = labelled.value(stated, path, writing);
            boolean all = times != null && !Double.isNaN(value.amount()) && !Double.isNaN(times.amount());
            String used = stated != null && path.endsWith(".used") ? ofAsked(path, stated) : "";
            return new Row(name, value.text(),
                    all && times != null ? writing.write(figures, value.amount() * times.amount()) : "", used,
                    value.stated(), value.stated() ? "" : value.field());
        }

        private String ofAsked(String path, double used) {
            Resource resource = path.startsWith("cpu") ? labelled.service().cpu() : labelled.service().memory();
            return resource == null || resource.request() == null || !(resource.request() > 0)
                    ? ""
                    : figures.percent(used / resource.request()) + " of what is asked for";
        }

        /** Sent and got back over calls that leave its unit, for each request it handles. */
        private Row wire() {
            double bytes = 0;
            int assumed = 0;
            int crossing = 0;
            for (int i = 0; i < calls.calls().size(); i++) {
                Call call = calls.calls().get(i);
                if (calls.tares().calls().get(i).remote()
                        && (call.from() == labelled.at() || call.to() == labelled.at())) {
                    double one = bytes(call.requestBytes(), "calls.requestBytes")
                            + bytes(call.responseBytes(), "calls.responseBytes");
                    bytes += calls.tares().calls().get(i).perSecond() * one;
                    crossing++;
                    assumed += Double.isNaN(call.requestBytes() + call.responseBytes()) ? 1 : 0;
                }
            }
            String of = crossing == 1
                    ? "one call, both ways"
                    : figures.count(crossing) + " calls in and out, both ways";
            return new Row("Bytes over the wire for each", perSecond > 0 ? figures.bytes(bytes / perSecond) : "—", "",
                    crossing == 0
                            ? "no call leaves its unit"
                            : of + (assumed == 0
                                    ? ""
                                    : ", " + figures.count(assumed) + " of them of assumed size"),
                    assumed == 0, assumed == 0 ? "" : labelled.field("calls"));
        }

        private double bytes(double stated, String field) {
            return Double.isNaN(stated)
                    ? labelled.catalogue().fieldDefault(field).map(FieldDefault::value).orElse(0.0)
                    : stated;
        }

        private String money(double amount) {
            return writer.amount(Measure.COST, amount);
        }
    }
}
