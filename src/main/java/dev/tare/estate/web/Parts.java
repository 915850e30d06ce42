package dev.tare.estate.web;

import java.util.Map;

/** The parts that have a list of their own. */
final class Parts {
    private static final Map<String, Part> BY_LIST = Map.of("services", new ServicePart(), "teams", new TeamPart(),
            "entries", new EntryPart());

    private Parts() {}

    static Part of(String list) {
        Part part = BY_LIST.get(list);
        if (part == null) {
            throw new IllegalArgumentException("no list " + list);
        }
        return part;
    }
}
