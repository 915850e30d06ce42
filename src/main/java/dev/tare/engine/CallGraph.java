package dev.tare.engine;

import java.util.List;

/**
 * Services, the calls between them and where requests come in: everything the formulas know about an estate. Calls
 * and entries name services by position.
 */
public record CallGraph(List<Service> services, List<Call> calls, List<Entry> entries, List<Runtime> runtimes) {
    /**
     * A directed edge, caller to callee.
     *
     * @param from          caller, by position
     * @param to            callee, by position
     * @param mode          whether the caller waits
     * @param perRequest    calls for each request the caller handles, &ge; 0; NaN when not stated (taken as 1)
     * @param requestBytes  bytes out, NaN when not stated
     * @param responseBytes bytes back, NaN when not stated
     */
    public record Call(int from, int to, Mode mode, double perRequest, double requestBytes, double responseBytes) {}

    /** Whether and how the caller waits. */
    public enum Mode {
        SEQUENTIAL, PARALLEL, ASYNC
    }

    /** Outside requests arriving at a service: mean and peak requests/s; NaN when not stated. */
    public record Entry(int service, double meanPerSecond, double peakPerSecond) {}

    /**
     * A language family.
     *
     * @param id          catalogue id
     * @param oneCore     whether one process can use one core only
     * @param baseMemory  assumption slot of the bytes a process takes before it holds anything of the application
     * @param coldStart   assumption slot of a function's cold start from an archive, or -1
     * @param coldImage   the same from an image, read where {@link Param#FUNCTION_FROM_IMAGE} is bound
     */
    public record Runtime(String id, boolean oneCore, int baseMemory, int coldStart, int coldImage) {
        /** A family whose cold start is the same either way. */
        public Runtime(String id, boolean oneCore, int baseMemory, int coldStart) {
            this(id, oneCore, baseMemory, coldStart, coldStart);
        }
    }

    /** Lists are copied. */
    public CallGraph {
        services = List.copyOf(services);
        calls = List.copyOf(calls);
        entries = List.copyOf(entries);
        runtimes = List.copyOf(runtimes);
    }
}
