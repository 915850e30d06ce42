package dev.tare.estate.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The parts that have a list of their own. */
@Component
class Parts {
    /** Their lists, as addresses name them. */
    static final String LISTS = "services|teams|entries|shapes|locks";
    private final Map<String, Part> byList;

    Parts(Catalogue catalogue) {
        byList = Map.of("services", new ServicePart(), "teams", PlainPart.TEAM, "entries", PlainPart.ENTRY, "shapes",
                new ShapePart(catalogue), "locks", PlainPart.LOCK);
    }

    Part of(String list) {
        Part part = byList.get(list);
        if (part == null) {
            throw new IllegalArgumentException("no list " + list);
        }
        return part;
    }

    /** Takes a part away. */
    static UnaryOperator<EstateDocument> removal(String list, String name) {
        return switch (list) {
            case "services" -> Edits.removeService(name);
            case "teams" -> Edits.removeTeam(name);
            case "shapes" -> Edits.removeShape(name);
            case "locks" -> Edits.removeLock(name);
            default -> Edits.removeEntry(name);
        };
    }
}
