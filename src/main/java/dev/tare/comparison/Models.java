package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;

/** Estates as the engine takes them, laid out once for as long as they stay as they are. */
final class Models {
    private static final int REMEMBERED = 4;
    private static final int CHANGED_REMEMBERED = 8;

    private final Catalogue catalogue;
    private final Remembered<Key, Model> known = new Remembered<>(REMEMBERED);

    Models(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private final Remembered<ChangedKey, Model> changed = new Remembered<>(CHANGED_REMEMBERED);

    private record Key(State estate) {}

    private record ChangedKey(State estate, Changes changes) {}

    /** An estate, its graph and an engine to weigh it. */
    record Model(EstateDocument estate, EngineMapping mapping, CallGraph graph, Engine engine, Times times) {}

    /** Refuses calls that feed on themselves. */
    Model of(Snapshot estate) {
        return known.of(new Key(estate.state()), () -> laidOut(estate.document()));
    }

    /** As a scenario takes the estate to be. */
    Model of(Snapshot estate, Asked asked) {
        Changes changes = asked.ask().changes();
        return changes.isNone()
                ? of(estate)
                : changed.of(new ChangedKey(estate.state(), changes), () -> laidOut(asked.estate()));
    }

    private Model laidOut(EstateDocument estate) {
        EngineMapping mapping = new EngineMapping(catalogue, estate);
        CallGraph graph = mapping.graph(estate);
        try {
            return new Model(estate, mapping, graph, new Engine(graph, catalogue.assumptions()), new Times(catalogue));
        } catch (AmplifyingCycle cycle) {
            throw Advising.endless(cycle);
        }
    }
}
