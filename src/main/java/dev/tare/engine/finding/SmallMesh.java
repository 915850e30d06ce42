package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Range;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service.Role;
import java.util.List;

/** A mesh between few services. Takes it away. */
final class SmallMesh implements Pattern {
    private static final List<Part> LINES = List.of(Part.MESH);

    @Override
    public String code() {
        return "small-mesh";
    }

    @Override
    public String title() {
        return "Mesh in a small estate";
    }

    @Override
    public Outcome look(Look look) {
        double limit = look.threshold(Threshold.MESH);
        boolean small = look.services() < limit && look.brief().of(LINES) > 0;
        return small ? small(look, limit) : CLEAR;
    }

    private Outcome small(Look look, double limit) {
        List<Integer> meshed = look.running(s -> look.value(Param.MESH_PROXIES) > 0 || beside(look, s));
        CallGraph bare = Changed.services(look.graph, meshed,
                draft -> draft.without(sidecar -> sidecar.role() == Role.MESH));
        Scenario scenario = look.alternative(Alternative.NO_MESH).orElse(look.today);
        Range saving = look.saving(bare, scenario, LINES);
        return found(meshed,
                Sentence.of("").count(look.services(), "service").say(" pay ")
                        .figure(look.brief().of(LINES), Unit.MONEY)
                        .say(" a month for a mesh; below ").figure(limit, Unit.COUNT)
                        .say(" services each of them can know the others."),
                saving, LINES,
                Sentence.of("Let them call each other without a mesh. What it gives, encryption between units and "
                        + "policy by identity, is then for the applications or the network to do.")
                        .say(look.unlessWhole(saving)));
    }

    private static boolean beside(Look look, int service) {
        return look.service(service).sidecars().stream().anyMatch(sidecar -> sidecar.role() == Role.MESH);
    }
}
