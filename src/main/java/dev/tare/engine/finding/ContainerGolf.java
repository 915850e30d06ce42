package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service.Layer;
import dev.tare.engine.Service;
import java.util.List;

/** Images that are mostly not the application. Puts the payloads on a base without a distribution in it. */
final class ContainerGolf implements Pattern {
    private static final List<Part> LINES = List.of(Part.IMAGES);

    @Override
    public String code() {
        return "container-golf";
    }

    @Override
    public String title() {
        return "Container golf";
    }

    @Override
    public Outcome look(Look look) {
        if (look.alternative(Alternative.SMALL_BASE).isEmpty()) {
            return CLEAR;
        }
        List<Integer> stated = look.running(s -> bytes(look.service(s)) > 0 && look.service(s).payload() > 0);
        if (stated.isEmpty()) {
            return unchecked("payloadBytes", "how large your own part of each image is, and the image");
        }
        List<Integer> padded = stated.stream()
                .filter(s -> padding(look.service(s)) >= look.threshold(Threshold.GOLF)).toList();
        CallGraph small = Changed.services(look.graph, padded, Changed.Draft::withoutImage);
        double moved = look.brief().moved();
        double less = moved - look.brief(small, smallBase(look)).moved();
        return padded.isEmpty() || less <= 0 ? CLEAR : golf(look, padded, small, less / moved);
    }

    private Outcome golf(Look look, List<Integer> padded, CallGraph small, double less) {
        double shipped = padded.stream().mapToDouble(s -> bytes(look.service(s))).sum();
        double payload = padded.stream().mapToDouble(s -> look.service(s).payload()).sum();
        return found(padded,
                Sentence.of("Of ").figure(shipped, Unit.BYTES).say(" in the images of ").count(padded.size(), "service")
                        .say(", ").figure(payload, Unit.BYTES).say(" are the application."),
                look.saving(small, smallBase(look), LINES), LINES,
                Sentence.of("Build them on " + smallBase(look).name() + ": ").figure(less, Unit.SHARE)
                        .say(" less is moved to deploy. Rebuilding, and doing without a shell in the image, is the "
                                + "price."));
    }

    private static Scenario smallBase(Look look) {
        return look.alternative(Alternative.SMALL_BASE).orElseThrow();
    }

    private static double padding(Service service) {
        return 1 - service.payload() / bytes(service);
    }

    private static double bytes(Service service) {
        return service.layers().isEmpty()
                ? service.imageCompressed()
                : service.layers().stream().distinct().mapToDouble(Layer::bytes).sum();
    }
}
