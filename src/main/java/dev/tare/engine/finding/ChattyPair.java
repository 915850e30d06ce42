package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same remote call made again and again for one request. Makes it once, with the whole list; the work at the other
 * end stays what it was.
 */
final class ChattyPair implements Pattern {
    private static final List<Part> LINES = List.of(Part.NETWORK, Part.MESH);

    @Override
    public String code() {
        return "chatty-pair";
    }

    @Override
    public String title() {
        return "Chatty pair (N+1)";
    }

    @Override
    public Outcome look(Look look) {
        List<Call> calls = look.graph.calls();
        if (!calls.isEmpty() && calls.stream().allMatch(call -> Double.isNaN(call.perRequest()))) {
            return unchecked("calls.perRequest", "how often each call is made for a request");
        }
        List<Integer> chatty = IntStream.range(0, calls.size()).boxed()
                .filter(call -> look.hops.remote(call)
                        && calls.get(call).perRequest() >= look.threshold(Threshold.CHATTY))
                .sorted(Comparator.comparingDouble(call -> -look.traffic.callRate(call))).toList();
        return chatty.isEmpty() ? CLEAR : chatty(look, chatty);
    }

    private Outcome chatty(Look look, List<Integer> chatty) {
        Call worst = look.graph.calls().get(chatty.getFirst());
        String from = look.service(worst.from()).name();
        String to = look.service(worst.to()).name();
        Sentence.Draft evidence = Sentence.of(from + " calls " + to + " ").figure(worst.perRequest(), Unit.NUMBER)
                .say(" times for each of its requests, ").figure(look.traffic.callRate(chatty.getFirst()), Unit.RATE)
                .say(" in all");
        if (chatty.size() > 1) {
            evidence.say("; so do ").count(chatty.size() - 1L, "other pair");
        }
        List<Integer> services = chatty.stream().map(look.graph.calls()::get)
                .flatMap(call -> Stream.of(call.from(), call.to())).distinct().toList();
        return found(services, evidence.say("."), look.saving(batched(look, chatty), look.today, LINES), LINES,
                Sentence.of("Ask once for the whole list: one call from " + from + " to " + to
                        + " for each request" + (chatty.size() > 1 ? ", and so for the others." : ".")));
    }

    /** Each of the calls once, and every service's work scaled so that as much of it is done as before. */
    private static CallGraph batched(Look look, List<Integer> chatty) {
        CallGraph once = Changed.once(look.graph, chatty);
        Traffic fewer = Traffic.solve(new Topology(once), look.value(Param.DEFAULT_ENTRY_RATE),
                Math.max(1, look.value(Param.DEFAULT_PEAK_TO_MEAN)));
        double[] times = IntStream.range(0, look.services())
                .mapToDouble(s -> fewer.mean(s) > 0 ? look.traffic.mean(s) / fewer.mean(s) : 1).toArray();
        return Changed.work(once, times);
    }
}
