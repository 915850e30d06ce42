package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Call;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Who calls whom; start-up order is no call. Neighbours are told apart by what their names come down to: those may
 * themselves stand here under two names.
 */
final class Traffic {
    private final Map<String, Set<String>> callers = new HashMap<>();
    private final Map<String, Set<String>> callees = new HashMap<>();

    private final Set<List<String>> pairs = new HashSet<>();

    Traffic(List<Call> calls, UnaryOperator<String> core) {
        calls.stream().filter(call -> !"startup-order".equals(call.kind())).forEach(call -> {
            pairs.add(List.of(call.from(), call.to()));
            callers.computeIfAbsent(call.to(), _ -> new TreeSet<>()).add(core.apply(call.from()));
            callees.computeIfAbsent(call.from(), _ -> new TreeSet<>()).add(core.apply(call.to()));
        });
    }

    boolean isBetween(String one, String other) {
        return pairs.contains(List.of(one, other)) || pairs.contains(List.of(other, one));
    }

    /** Whether both are called, or both call, and never by or to the same service. */
    boolean isUnlike(String one, String other) {
        return isApart(callers(one), callers(other)) || isApart(callees(one), callees(other));
    }

    Set<String> sharedCallers(String one, String other) {
        return shared(callers(one), callers(other));
    }

    Set<String> sharedCallees(String one, String other) {
        return shared(callees(one), callees(other));
    }

    private Set<String> callers(String name) {
        return callers.getOrDefault(name, Set.of());
    }

    private Set<String> callees(String name) {
        return callees.getOrDefault(name, Set.of());
    }

    private static boolean isApart(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }
}
