package dev.tare.engine.finding;

import java.util.Comparator;
import java.util.List;

/**
 * All patterns tare knows, looked for in one estate.
 *
 * @param found     those that are there, the dearest first
 * @param unchecked those that nothing stated shows
 */
public record Findings(List<Finding> found, List<Unchecked> unchecked) {
    private static final List<Pattern> ALL = List.of(
            new SidecarExplosion(),
            new MonitoringParadox(),
            new DistributedMonolith(),
            new ChattyPair(),
            new ContainerGolf(),
            new FrozenEntropy(),
            new MutableTags(),
            new RequestsAboveUse(),
            new NoScaleProblem(),
            new RuntimeWorkaround(),
            new StaticSite(),
            new ScheduledJob(),
            new SmallMesh(),
            new SupplyChainReach(),
            new TeamMirror());

    /** The lists are copied. */
    public Findings {
        found = List.copyOf(found);
        unchecked = List.copyOf(unchecked);
    }

    /** Looks for every pattern. */
    public static Findings in(Subject subject) {
        if (subject.graph().services().isEmpty()) {
            return new Findings(List.of(), List.of());
        }
        Look look = new Look(subject);
        List<Outcome> outcomes = ALL.stream().map(pattern -> pattern.look(look)).toList();
        return new Findings(outcomes.stream().filter(Finding.class::isInstance).map(Finding.class::cast)
                .sorted(Comparator.comparingDouble(finding -> -finding.monthly().likely())).toList(),
                outcomes.stream().filter(Unchecked.class::isInstance).map(Unchecked.class::cast).toList());
    }

    /** The codes of all patterns, in their order. */
    public static List<String> codes() {
        return ALL.stream().map(Pattern::code).toList();
    }
}
