package dev.tare.intake.trace;

import java.util.Arrays;

/**
 * Which names are services of the estate, and how many requests each had. Services are those that wrote spans and
 * those that called one; every other name stands around the estate.
 */
final class Requests {
    private final Observed observed;
    private final boolean[] services;
    private final long[] called;
    private final long[] calling;

    Requests(Observed observed, int names) {
        this.observed = observed;
        this.services = new boolean[names];
        this.called = new long[names];
        this.calling = new long[names];
        for (int name = 1; name < names; name++) {
            services[name] = observed.isLocal(name);
        }
        observed.calls.each(this::callsAService);
        observed.messages.each(this::callsAService);
        takePeersIn();
    }

    private void callsAService(int from, int to, long calls, long outlived, long parallel) {
        services[from] = true;
        called[to] += calls;
        calling[from] += calls;
    }

    /** A far end that is a service after all, only that its spans are not here, is called like any other. */
    private void takePeersIn() {
        observed.peers.each((from, to, calls, outlived, parallel) -> {
            if (services[to]) {
                boolean message = observed.peerKind(to) == Peer.BROKER && !observed.isLocal(to);
                Edges edges = message ? observed.messages : observed.calls;
                edges.sawAll(edges.add(from, to, calls, outlived), observed.peers.seen(from, to));
                called[to] += calls;
                calling[from] += calls;
            }
        });
    }

    boolean isService(int name) {
        return services[name];
    }

    int services() {
        int count = 0;
        for (boolean service : services) {
            count += service ? 1 : 0;
        }
        return count;
    }

    int[] all() {
        int[] all = new int[services()];
        int at = 0;
        for (int name = 1; name < services.length; name++) {
            if (services[name]) {
                all[at++] = name;
            }
        }
        return Arrays.copyOf(all, at);
    }

    /** Requests that arrived: as its own spans show, else as its callers', else as many as it made calls itself. */
    long of(int name) {
        long seen = observed.requests(name);
        return seen > 0 ? seen : called[name] > 0 ? called[name] : calling[name];
    }

    /** Requests from outside of everything recorded. */
    long entering(int name) {
        return observed.isLocal(name) ? observed.roots(name) : called[name] > 0 ? 0 : calling[name];
    }
}
