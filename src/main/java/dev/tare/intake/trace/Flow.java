package dev.tare.intake.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A graph of which only sums are known: so many calls, or calls a second, from here to there. How many requests caused
 * them follows from what arrives; a service that nobody
 * calls is taken to make its most frequent call once a
 * request.
 *
 * <p>Example: 100 from outside to a, 80 from a to b, 40 from b to c: 0.8 calls of b per request at a, 0.5 of c per
 * request at b.
 */
public final class Flow {
    private final Map<Pair, Double> amounts = new LinkedHashMap<>();
    private final Map<String, Double> arriving = new HashMap<>();
    private final Map<String, Double> most = new HashMap<>();
    private final Map<String, Double> outside = new HashMap<>();
    /** Those that somebody else calls. */
    private final Set<String> called = new HashSet<>();
    private final Set<String> names = new LinkedHashSet<>();

    /** A directed edge. */
    public record Pair(String from, String to) {}

    /** A service, called or not. */
    public void add(String service) {
        names.add(service);
    }

    /** Calls from one to another; those of one pair add up. Zero draws the edge and weighs nothing. */
    public void add(String from, String to, double amount) {
        names.add(from);
        names.add(to);
        double sum = amounts.merge(new Pair(from, to), amount, Double::sum);
        most.merge(from, sum, Math::max);
        arriving.merge(to, amount, Double::sum);
        if (!from.equals(to)) {
            called.add(to);
        }
    }

    /** Requests from outside. */
    public void enter(String service, double amount) {
        names.add(service);
        outside.merge(service, amount, Double::sum);
    }

    /** All services, in the order they came. */
    public Set<String> names() {
        return names;
    }

    /** All edges and their sums, in the order they came. */
    public Map<Pair, Double> edges() {
        return amounts;
    }

    /** Requests at a service; 0 when nothing is known. */
    public double requests(String service) {
        double seen = arriving.getOrDefault(service, 0.0) + outside.getOrDefault(service, 0.0);
        return isCalled(service) && seen > 0 ? seen : most.getOrDefault(service, 0.0);
    }

    /** Whether nothing is seen to arrive, so that requests are only what the calls let suppose. */
    public boolean isSupposed(String service) {
        double seen = arriving.getOrDefault(service, 0.0) + outside.getOrDefault(service, 0.0);
        return !(isCalled(service) && seen > 0) && requests(service) > 0;
    }

    /** Requests from outside: as seen, or all there are where nothing else arrives; 0 for none. */
    public double entering(String service) {
        double seen = outside.getOrDefault(service, 0.0);
        return seen > 0 || !isSupposed(service) ? seen : requests(service);
    }

    /** Whether nobody calls the service but itself. */
    public boolean isUncalled(String service) {
        return !isCalled(service);
    }

    private boolean isCalled(String service) {
        return called.contains(service) || outside.containsKey(service);
    }
}
