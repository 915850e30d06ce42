package dev.tare.intake.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was counted over all traces, by the numbers of names. */
final class Observed {
    final Edges calls = new Edges();
    final Edges messages = new Edges();
    /** Calls to far ends that wrote no span: the caller, the far end's name. */
    final Edges peers = new Edges();
    long traces;
    long spans;
    long orphans;
    long duplicates;
    long firstStart = Long.MAX_VALUE;
    long lastStart;
    private long[] requests = new long[64];
    private long[] roots = new long[64];
    private int[] deepest = new int[64];
    private byte[] peerKinds = new byte[64];
    private boolean[] local = new boolean[64];
    private @Nullable Histogram[] own = new Histogram[64];

    private void fit(int name) {
        if (name >= requests.length) {
            int length = Math.max(name + 1, requests.length * 2);
            requests = Arrays.copyOf(requests, length);
            roots = Arrays.copyOf(roots, length);
            deepest = Arrays.copyOf(deepest, length);
            peerKinds = Arrays.copyOf(peerKinds, length);
            local = Arrays.copyOf(local, length);
            own = Arrays.copyOf(own, length);
        }
    }

    /** A span's service. */
    void wrote(int service) {
        fit(service);
        local[service] = true;
    }

    void request(int service) {
        fit(service);
        requests[service]++;
    }

    void root(int service, int depth) {
        fit(service);
        roots[service]++;
        deepest[service] = Math.max(deepest[service], depth);
    }

    void own(int service, long micros) {
        fit(service);
        Histogram known = own[service];
        if (known == null) {
            known = new Histogram();
            own[service] = known;
        }
        known.add(micros);
    }

    /** A call to a far end that wrote no span; where it is counted among {@link #peers}. */
    int peer(int caller, int name, Peer kind) {
        fit(name);
        peerKinds[name] = (byte) Math.max(peerKinds[name], kind.ordinal());
        return peers.add(caller, name, false);
    }

    /** A name that stands for a broker. */
    void broker(int name) {
        fit(name);
        peerKinds[name] = (byte) Peer.BROKER.ordinal();
    }

    void started(long micros) {
        if (micros > 0) {
            firstStart = Math.min(firstStart, micros);
            lastStart = Math.max(lastStart, micros);
        }
    }

    /** Whether the service wrote spans itself. */
    boolean isLocal(int name) {
        return name < local.length && local[name];
    }

    Peer peerKind(int name) {
        return Peer.of(name < peerKinds.length ? peerKinds[name] : 0);
    }

    long requests(int name) {
        return name < requests.length ? requests[name] : 0;
    }

    long roots(int name) {
        return name < roots.length ? roots[name] : 0;
    }

    /** The most synchronous calls one after another below a request that arrived here. */
    int deepest(int name) {
        return name < deepest.length ? deepest[name] : 0;
    }

    @Nullable
    Histogram own(int name) {
        return name < own.length ? own[name] : null;
    }
}
