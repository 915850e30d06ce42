package dev.tare.intake.prometheus;

import dev.tare.intake.Draft;
import dev.tare.intake.live.Inquiry;
import dev.tare.intake.live.LiveSource;
import dev.tare.intake.live.Peer;
import org.springframework.stereotype.Component;

/** Imports from a Prometheus server, or from what answers as one. */
@Component
final class PrometheusSource implements LiveSource {
    static final String KIND = "prometheus";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "Prometheus";
    }

    @Override
    public String asks() {
        return "Calls and requests a second from Istio (" + Mesh.METRIC + ") and from traces (" + TraceGraph.METRIC
                + "); CPU and memory in use against requests from cAdvisor and kube-state-metrics. Thanos, Mimir and "
                + "VictoriaMetrics answer the same way.";
    }

    @Override
    public Draft read(Inquiry inquiry) {
        Peer peer = Peer.of(inquiry.out(), inquiry.request(), "a Prometheus");
        return new Reading(new Server(peer), peer, inquiry).draft();
    }
}
