package dev.tare.engine.graph;

/** What remote calls sum up to; bytes of a call are those of both ways, of which the estate may state none. */
record RemoteRates(int remoteCalls, double total, double[] in, double[] out, double[] peakIn, double[] peakOut,
        double[] unitIn, double[] unitOut, int unitPairs, double statedBytes, double unstatedRequests,
        double unstatedResponses) {
    static RemoteRates of(Topology topology, Traffic traffic, int[] units) {
        return new RemoteTally(topology, traffic, units).rates();
    }
}
