package dev.tare.engine;

import java.util.List;

/** Calls that feed on themselves: each request round the cycle causes one or more further rounds, without end. */
public final class AmplifyingCycle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> services;

    /** The services on the cycle, by name. */
    public AmplifyingCycle(List<String> services) {
        super("calls multiply without end between " + String.join(", ", services));
        this.services = List.copyOf(services);
    }

    /** Names on the cycle, in graph order. */
    public List<String> services() {
        return services;
    }
}
