package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.List;

/**
 * Processes that exist because their runtime uses one core. Counts them by weighing the estate with runtimes that use
 * all the cores they are given.
 */
final class RuntimeWorkaround implements Pattern {
    private static final List<Part> LINES = List.of(Part.ISOLATION);

    @Override
    public String code() {
        return "runtime-workaround";
    }

    @Override
    public String title() {
        return "Runtime workaround";
    }

    @Override
    public Outcome look(Look look) {
        List<Integer> single = look.running(s -> oneCore(look, s));
        CallGraph wide = Changed.manyCores(look.graph);
        double processes = look.brief().processes();
        double extra = processes - look.brief(wide, look.today).processes();
        return single.isEmpty() || Math.round(extra) < 1
                ? CLEAR
                : found(single,
                        Sentence.of("").figure(extra, Unit.COUNT).say(" of ").figure(processes, Unit.COUNT)
                                .say(" processes run only because a runtime uses one core: " + look.names(single)
                                        + "."),
                        look.saving(wide, look.today, LINES), LINES,
                        Sentence.of(
                                "Ask for one core in each replica and start more of them, or move to a runtime that uses "
                                        + "all its cores."));
    }

    private static boolean oneCore(Look look, int service) {
        return !look.graph.runtimes().isEmpty()
                && look.graph.runtimes().get(look.service(service).runtime()).oneCore()
                && (look.service(service).cpuRequest() > 1 || look.today.unitCount() < look.services());
    }
}
