package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallTares.CallTare;
import dev.tare.engine.Journey;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.External;
import dev.tare.site.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who calls a service and whom it calls, the dearest first.
 *
 * @param after   what it waits for when it starts
 * @param outside hosts beyond the estate that it calls
 */
record LabelCalls(Side callers, Side callees, List<ServiceLinks.Link> after, List<String> outside) {
    private static final int SHOWN = 50;

    /** Calls in or out. */
    record Side(String sentence, List<Row> rows, int more) {}

    /**
     * A call.
     *
     * @param name  the other end
     * @param async whether nobody waits for it
     * @param money what it carries of the tare, a month
     * @param waited ms of the hop that an average request from outside waits for
     */
    record Row(String name, String label, String how, boolean async, String times, String rate, String money,
            String range, String waited) {}

    static LabelCalls of(Labelled labelled, Weighed calls, Journey journey) {
        double[] ms = GraphLines.ms(journey, calls.calls().size());
        EstateDocument document = labelled.estate().document();
        return new LabelCalls(side(labelled, calls, ms, true), side(labelled, calls, ms, false),
                document.calls().stream().filter(call -> "startup-order".equals(call.kind()))
                        .filter(call -> call.from().equals(labelled.name()))
                        .map(call -> new ServiceLinks.Link(call.to(), Place.service(labelled.slug(), call.to())))
                        .toList(),
                document.external().stream().filter(each -> each.from().contains(labelled.name())).map(External::host)
                        .toList());
    }

    private static Side side(Labelled labelled, Weighed calls, double[] ms, boolean in) {
        List<CallTare> tares = calls.tares().calls();
        List<Integer> those = IntStream.range(0, calls.calls().size())
                .filter(at -> (in ? calls.calls().get(at).to() : calls.calls().get(at).from()) == labelled.at()).boxed()
                .sorted(Comparator.comparingDouble(at -> -tares.get(at).total().likely())).toList();
        List<Row> rows = new ArrayList<>();
        those.stream().limit(SHOWN).forEach(at -> rows.add(row(labelled, calls.calls().get(at), tares.get(at), ms[at],
                in)));
        double money = those.stream().mapToDouble(at -> tares.get(at).total().likely()).sum();
        return new Side(sentence(labelled, those.size(), money, in), rows, those.size() - rows.size());
    }

    private static String sentence(Labelled labelled, int count, double money, boolean in) {
        if (count == 0) {
            return in ? "No service calls it." : "It calls no service.";
        }
        String calls = count == 1 ? "One call" : labelled.writer().figures().count(count) + " calls";
        return calls + (in ? " in" : " out") + (count == 1 ? ", carrying " : ", carrying together ")
                + labelled.writer().amount(Measure.COST, money) + " of the tare a month.";
    }

    private static Row row(Labelled labelled, Call call, CallTare tare, double ms, boolean in) {
        Writer writer = labelled.writer();
        String other = labelled.estate().document().services().get(in ? call.from() : call.to()).name();
        double times = call.perRequest();
        return new Row(other, Place.service(labelled.slug(), other), how(call), call.mode() == Mode.ASYNC,
                Double.isNaN(times) ? "not stated, taken as 1" : writer.figures().number(times) + "×",
                writer.figures().rate(tare.perSecond()),
                tare.remote() ? writer.amount(Measure.COST, tare.total().likely()) : "inside a unit",
                tare.remote() ? writer.range(Measure.COST, tare.total()) : "",
                call.mode() == Mode.ASYNC ? "not waited for" : writer.figures().ms(ms));
    }

    private static String how(Call call) {
        return switch (call.mode()) {
            case SEQUENTIAL -> "one after another";
            case PARALLEL -> "side by side";
            case ASYNC -> "nobody waits";
        };
    }
}
