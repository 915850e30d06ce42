package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.engine.Finding;
import dev.tare.estate.EstateDocument;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** Where the change that removes a finding can be tried: today with that change made, or nowhere. */
record FindingTrial(String slug, EstateDocument estate) {
    /** Units that nobody would read are not made up. */
    private static final int MOST = 40;

    /** The address; empty where no change of a scenario removes it. */
    String of(Finding finding) {
        return switch (finding.code()) {
            case "small-mesh" -> doing("axis.wiring", "network");
            case "sidecar-explosion" -> runsIstioSidecars()
                    ? doing("axis.wiring", "istio-ambient-l4")
                    : doing("axis.watching", "agent-per-host");
            case "monitoring-paradox" -> doing("axis.watching", "agent-per-host");
            case "container-golf" -> doing("axis.packaging", "oci-distroless");
            case "no-scale-problem" -> new TrialAddress(slug, new Sought("vm-systemd"), Sought.TODAY, Locks.NONE)
                    .written();
            case "chatty-pair", "distributed-monolith" -> together(finding.services());
            default -> "";
        };
    }

    private boolean runsIstioSidecars() {
        var today = estate.today();
        return today != null && String.valueOf(today.preset()).contains("istio-sidecar")
                && (today.axes() == null || !today.axes().containsKey("wiring"));
    }

    private String together(List<Integer> services) {
        if (services.size() < 2 || services.size() > MOST) {
            return "";
        }
        List<String> fields = new ArrayList<>();
        services.forEach(service -> fields.add("&service="
                + UriUtils.encode(estate.services().get(service).name(), UTF_8)));
        return doing("into", Board.NEW) + String.join("", fields);
    }

    private String doing(String field, String value) {
        return new TrialAddress(slug, Sought.TODAY, Sought.TODAY, Locks.NONE).doing(field, value);
    }
}
