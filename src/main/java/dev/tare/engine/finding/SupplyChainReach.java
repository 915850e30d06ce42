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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far one hole reaches: services that stand on the same layer, and the packages and known vulnerabilities they
 * bring. Rebuilding and releasing them all once costs something.
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

    @Override
    public Outcome look(Look look) {
        List<Integer> holed = look.all(s -> look.facts(s).vulnerabilities() > 0);
        Map<String, List<Integer>> standing = standing(look);
        boolean known = !standing.isEmpty() || !look.all(s -> look.facts(s).packages() >= 0
                || look.facts(s).vulnerabilities() >= 0).isEmpty();
        if (!known) {
            return unchecked("image.vulnerabilities", "packages and known vulnerabilities of images, or their layers");
        }
        List<Integer> widest = standing.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        boolean wide = widest.size() >= look.threshold(Threshold.REACH);
        if (holed.isEmpty() && !wide) {
            return CLEAR;
        }
        List<Integer> reached = holed.isEmpty() ? widest : holed;
        Sentence.Draft evidence = Sentence.of("");
        if (wide) {
            evidence.say("One layer is inherited by ").count(widest.size(), "service").say(": " + look.names(widest)
                    + ". ");
        }
        return found(reached, vulnerable(look, holed, evidence), cost(look, reached), LINES,
                Sentence.of("Mend the layer and release all of them once; smaller bases bring fewer packages."));
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

    private static Map<String, List<Integer>> standing(Look look) {
        Map<String, List<Integer>> standing = new LinkedHashMap<>();
        for (int service = 0; service < look.services(); service++) {
            int on = service;
            look.service(service).layers().stream().map(Layer::digest).distinct()
                    .forEach(digest -> standing.computeIfAbsent(digest, _ -> new ArrayList<>()).add(on));
        }
        return standing;
    }
}
