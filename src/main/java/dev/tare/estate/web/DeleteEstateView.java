package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;

/** What goes when an estate is deleted; {@code changed} when someone changed it since the question was first asked. */
record DeleteEstateView(String name, long version, String here, int teams, int services, int calls, boolean changed) {
    static DeleteEstateView of(Snapshot snapshot, boolean changed) {
        EstateDocument document = snapshot.document();
        return new DeleteEstateView(document.name(), snapshot.version(), Addresses.of(snapshot.slug(), "delete"),
                document.teams().size(), document.services().size(), document.calls().size(), changed);
    }
}
