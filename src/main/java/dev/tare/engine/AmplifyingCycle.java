package dev.tare.engine;

import java.util.List;

/**
 * The estate is stated wrong: services call each other in a loop that makes more requests than it was given, so its
 * traffic has no end. Names one such loop in the order of its calls.
 */
public final class AmplifyingCycle extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> services;

    /** The services of a loop, each calling the next and the last calling the first. */
    public AmplifyingCycle(List<String> services) {
        super("expected a loop of calls to die out, found one that multiplies its own traffic: "
                + String.join(" → ", services) + " → " + services.getFirst());
        this.services = List.copyOf(services);
    }

    /** The services of the loop, each calling the next and the last calling the first. */
    public List<String> services() {
        return services;
    }
}
