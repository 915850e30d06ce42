package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * How far one hole reaches: services that stand on the same layer or carry the same package, and the packages and known
 * vulnerabilities they bring. Rebuilding and releasing them all once costs something.
 */
final class SupplyChainReach implements Pattern {
    private static final List<Part> LINES = List.of(Part.IMAGES);

    @Override
    public String code() {
        return "supply-chain-reach";
    }

    @Override
    public String title() {
        return "Supply-chain reach";
    }

    /** What several services inherit, and who they are. */
    private record Inherited(String what, List<Integer> by) {}

    @Override
    public Outcome look(Look look) {
        List<Integer> holed = look.all(s -> look.facts(s).vulnerabilities() > 0);
        Inherited layer = widest(look, s -> look.service(s).layers().stream().map(Layer::digest));
        Inherited component = widest(look, s -> look.facts(s).components().stream());
        boolean known = !layer.by().isEmpty() || !component.by().isEmpty()
                || !look.all(s -> look.facts(s).packages() >= 0 || look.facts(s).vulnerabilities() >= 0).isEmpty();
        if (!known) {
            return unchecked("image.vulnerabilities", "packages and known vulnerabilities of images, or their layers");
        }
        List<Inherited> wide = Stream.of(layer, component)
                .filter(one -> one.by().size() >= look.threshold(Threshold.REACH)).toList();
        if (holed.isEmpty() && wide.isEmpty()) {
            return CLEAR;
        }
        List<Integer> reached = holed.isEmpty()
                ? wide.stream().map(Inherited::by).max(Comparator.comparingInt(List::size)).orElse(List.of())
                : holed;
        Sentence.Draft evidence = Sentence.of("");
        wide.forEach(one -> evidence.say((one == layer ? "One layer" : "The package " + one.what())
                + " is inherited by ").count(one.by().size(), "service").say(": " + look.names(one.by()) + ". "));
        return found(reached, vulnerable(look, holed, evidence), cost(look, reached), LINES,
                Sentence.of("Mend the layer and release all of them once; smaller bases bring fewer packages."));
    }

    /** What the most services inherit; of several the first by name, so that order changes nothing. */
    private static Inherited widest(Look look, IntFunction<Stream<String>> parts) {
        Map<String, List<Integer>> standing = new HashMap<>();
        for (int service = 0; service < look.services(); service++) {
            int on = service;
            parts.apply(service).distinct()
                    .forEach(part -> standing.computeIfAbsent(part, _ -> new ArrayList<>()).add(on));
        }
        return standing.entrySet().stream().map(part -> new Inherited(part.getKey(), part.getValue()))
                .max(Comparator.comparingInt((Inherited one) -> one.by().size())
                        .thenComparing(Inherited::what, Comparator.reverseOrder()))
                .orElse(new Inherited("", List.of()));
    }

    private static Sentence.Draft vulnerable(Look look, List<Integer> holed, Sentence.Draft evidence) {
        if (holed.isEmpty()) {
            return evidence;
        }
        double holes = holed.stream().mapToDouble(s -> look.facts(s).vulnerabilities()).sum();
        double packages = holed.stream().mapToDouble(s -> Math.max(0, look.facts(s).packages()))
                .filter(Double::isFinite).sum();
        evidence.figure(holes, Unit.COUNT).say(" known vulnerabilities in the images of ").count(holed.size(),
                "service");
        return packages > 0
                ? evidence.say(", among ").figure(packages, Unit.COUNT).say(" packages.")
                : evidence.say(".");
    }

    /** One release more of each in this month. */
    private static Range cost(Look look, List<Integer> services) {
        double usual = look.value(Param.DEFAULT_DEPLOYS);
        CallGraph stated = Changed.services(look.graph, services,
                draft -> draft.deploys = Double.isNaN(draft.deploys) ? usual : draft.deploys);
        CallGraph released = Changed.services(stated, services, draft -> draft.deploys += 1);
        return Look.most(look.saving(stated, released, LINES), 0);
    }
}
