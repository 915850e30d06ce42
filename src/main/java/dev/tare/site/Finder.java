package dev.tare.site;

import java.util.List;

/** What a room has to be found. Each room that has anything adds one; what it answers it keeps, for searches are typed letter by letter. */
public interface Finder {
    /** The estates there are; nothing from rooms that keep none. */
    default List<Place> places() {
        return List.of();
    }

    /** All it has within an estate. */
    default List<Find> within(Place place) {
        return List.of();
    }

    /** All it has beyond any estate. */
    default List<Find> beyond() {
        return List.of();
    }
}
