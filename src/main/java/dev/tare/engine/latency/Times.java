package dev.tare.engine.latency;

/**
 * What takes time in a scenario, in ms. The in-process call is paid by every call when the infrastructure is taken
 * out; a remote call pays its hop in its place, never less. Network, mesh, isolation and monitoring are paid by each
 * remote call; placement (a cold start) also by the outside request that arrives at the entry point.
 *
 * @param workP50    own work of one request at each service, median
 * @param workP99    own work of one request at each service, 99th percentile
 * @param inProcess  a call inside a process
 * @param network    a remote hop without mesh
 * @param mesh       what a mesh adds to it
 * @param isolation  what the wall around the callee adds to it
 * @param monitoring what watching adds to it
 * @param placement  what starting the callee adds to it
 */
public record Times(double[] workP50, double[] workP99, double inProcess, Extra network, Extra mesh, Extra isolation,
        Extra monitoring, Extra placement) {
    /** Refuses times that are negative, missing or out of order. */
    public Times {
        if (workP50.length != workP99.length || !(inProcess >= 0)) {
            throw new IllegalArgumentException("expected a work p50 and p99 for each service and an in-process call of "
                    + "0 ms or more, found " + workP50.length + ", " + workP99.length + " and " + inProcess);
        }
        for (int i = 0; i < workP50.length; i++) {
            check(workP50[i], workP99[i]);
        }
    }

    static void check(double p50, double p99) {
        if (!(p50 >= 0 && p99 >= p50 && p99 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected ms with 0 <= p50 <= p99, found " + p50 + " and " + p99);
        }
    }
}
