package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates.Snapshot;
import java.time.Instant;
import java.util.List;

/** A small estate for page tests. */
final class Shop {
    static final EstateDocument DOCUMENT = EstateDocument.named("Shop")
            .withTeams(List.of(new Team("Core", 3.0, 1200.0)))
            .withServices(List.of(Service.named("web").withTeam("Core"), Service.named("a/b?c")))
            .withCalls(List.of(new Call("web", "a/b?c", null, null, 2.0, null, null, null, null, null, List.of())))
            .withEntries(List.of(new Entry("web", 120.0, 300.0)));

    private Shop() {}

    static Snapshot snapshot() {
        return new Snapshot("shop", 7, Instant.parse("2026-01-02T03:04:05Z"), DOCUMENT);
    }
}
