package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Finding;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence;
import dev.tare.engine.Unchecked;
import java.util.List;

/** Something tare knows by name. */
sealed interface Pattern
        permits SidecarExplosion, MonitoringParadox, DistributedMonolith, ChattyPair, ContainerGolf, FrozenEntropy,
        MutableTags, RequestsAboveUse, NoScaleProblem, RuntimeWorkaround, StaticSite, ScheduledJob, SmallMesh,
        SupplyChainReach, TeamMirror {
    /** It is not there. */
    Outcome CLEAR = new Outcome.Clear();

    /** What it is called in answers and addresses. */
    String code();

    /** What it is called on pages. */
    String title();

    /** Looks for it. */
    Outcome look(Look look);

    /** It is there. */
    default Outcome found(List<Integer> services, Sentence.Draft evidence, Range monthly, List<Part> lines,
            Sentence.Draft remedy) {
        return new Outcome.Found(
                new Finding(code(), title(), services, evidence.done(), monthly, lines, remedy.done()));
    }

    /** It cannot be looked for until somebody enters a field. */
    default Outcome unchecked(String field, String enter) {
        return new Outcome.Missing(new Unchecked(code(), title(), field, enter));
    }
}
