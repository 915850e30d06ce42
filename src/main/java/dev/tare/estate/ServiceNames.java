package dev.tare.estate;

import dev.tare.estate.EstateDocument.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names services are known by: their own first, then aliases that only one service has. */
final class ServiceNames {
    private final Map<String, String> known = new HashMap<>();

    ServiceNames(List<Service> services) {
        Set<String> ambiguous = new HashSet<>();
        for (Service service : services) {
            for (String alias : service.aliases()) {
                String other = known.put(alias, service.name());
                if (other != null && !other.equals(service.name())) {
                    ambiguous.add(alias);
                }
            }
        }
        known.keySet().removeAll(ambiguous);
        services.forEach(service -> known.put(service.name(), service.name()));
    }

    /** The service's own name, or nothing when no single service is meant. */
    @Nullable
    String resolve(@Nullable String name) {
        return known.get(name);
    }
}
