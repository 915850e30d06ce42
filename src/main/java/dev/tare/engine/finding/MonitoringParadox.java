package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Brief;
import dev.tare.engine.Range;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Watching costs more than working. Takes the first lighter way of watching under which it no longer does. */
final class MonitoringParadox implements Pattern {
    private static final List<Part> LINES = List.of(Part.MONITORING);

    @Override
    public String code() {
        return "monitoring-paradox";
    }

    @Override
    public String title() {
        return "Monitoring paradox";
    }

    @Override
    public Outcome look(Look look) {
        return paradox(look, look.brief()) ? paradox(look) : CLEAR;
    }

    private Outcome paradox(Look look) {
        Sentence.Draft evidence = Sentence.of("Watching costs ").figure(watching(look.brief()), Unit.MONEY)
                .say(" a month, the work itself ").figure(look.brief().net(), Unit.MONEY).say(": ")
                .figure(watching(look.brief()) / look.brief().net(), Unit.NUMBER).say(" times as much.");
        Optional<Scenario> lighter = lighter(look);
        if (lighter.isEmpty()) {
            return found(List.of(), evidence, new Range(0, 0, 0), LINES,
                    Sentence.of("Nothing watches more lightly where this runs."));
        }
        Scenario scenario = lighter.orElseThrow();
        double left = look.brief(look.graph, scenario).of(LINES);
        return found(List.of(), evidence, look.saving(look.graph, scenario, LINES), LINES,
                Sentence.of("Watch by other means: ").say(scenario.name()).say(", at ").figure(left, Unit.MONEY)
                        .say(" a month."));
    }

    /** The first that removes it, else the lightest there is. */
    private static Optional<Scenario> lighter(Look look) {
        List<Scenario> steps = Stream.of(Alternative.NODE_AGENTS, Alternative.OS_TOOLS)
                .flatMap(which -> look.alternative(which).stream())
                .filter(each -> watching(look.brief(look.graph, each)) < watching(look.brief())).toList();
        return steps.stream().filter(each -> !paradox(look, look.brief(look.graph, each))).findFirst()
                .or(() -> steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()));
    }

    private static boolean paradox(Look look, Brief brief) {
        return brief.net() > 0 && watching(brief) > look.threshold(Threshold.WATCHING) * brief.net();
    }

    private static double watching(Brief brief) {
        return brief.of(LINES);
    }
}
